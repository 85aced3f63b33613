/** The registers behind the data bus's double; the one table that lists them. */
import { civilRegistry } from './civil-registry.ts'
import { appointments } from './company/appointments.ts'
import { bar } from './company/bar.ts'
import { chambers } from './company/chambers.ts'
import { companies } from './company/companies.ts'
import { craftLicence } from './company/craft-licence.ts'
import { tax } from './company/tax.ts'
import { judicialRecord } from './judicial-record.ts'
import { notary } from './notary.ts'
import { arrears } from './permit/arrears.ts'
import { land } from './permit/land.ts'
import { opinions } from './permit/opinions.ts'
import { post } from './post/offices.ts'
import type { Registry } from './registry.ts'
import { inspection } from './vehicle/inspection.ts'
import { liens } from './vehicle/liens.ts'
import { motorInsurance } from './vehicle/motor-insurance.ts'
import { trafficFines } from './vehicle/traffic-fines.ts'
import { vehicleTax } from './vehicle/vehicle-tax.ts'
import { vehicles } from './vehicle/vehicles.ts'

export const REGISTRIES: readonly Registry[] = [
  civilRegistry,
  judicialRecord,
  notary,
  companies,
  bar,
  tax,
  chambers,
  craftLicence,
  appointments,
  vehicles,
  motorInsurance,
  inspection,
  trafficFines,
  liens,
  vehicleTax,
  land,
  arrears,
  ...opinions,
  post,
]
