/** The register of vehicles: whose a vehicle is and until when it is licensed; renews licences and takes a renewal back. */
import type { JsonObject } from '../../../../core/json.ts'
import { described, record } from '../described.ts'
import { conflicting, found, unknown, type Registry, type RegistryReply } from '../registry.ts'
import { BY_PLATE, DAY_TEXT, dayFrom, ownerOf, PLATE, VEHICLES, vehicleOf, type Vehicle } from './vehicle.ts'

const REQUEST_ID = { type: 'string', minLength: 3, maxLength: 60 } satisfies JsonObject
const RENEWAL_NO = { type: 'string', minLength: 3, maxLength: 80 } satisfies JsonObject
/** Nobody's: reminders of the sandbox end in its outbox. */
const PHONE = '0590000000'
const RENEWABLE: readonly string[] = ['active']

export const vehicles: Registry = {
  provider: 'PS/GOV/MOT/vehicles',
  title: { ar: 'سجل المركبات', en: 'Register of vehicles' },
  memberName: 'Ministry of Transport',
  services: [
    described({
      code: 'getVehicle',
      title: { ar: 'مركبة برقم لوحتها', en: 'A vehicle by its plate' },
      method: 'GET',
      takes: BY_PLATE,
      gives: { type: 'object' },
      answer: ({ plateNo }, { now }) => answered(vehicleOf(plateNo), now),
    }),
    described({
      code: 'listExpiring',
      title: { ar: 'رخص تنتهي في يوم', en: 'Licences that end on a day' },
      method: 'GET',
      takes: record({ on: DAY_TEXT }),
      gives: record({ on: DAY_TEXT, vehicles: { type: 'array', items: { type: 'object' } } }),
      answer: ({ on }, { now }) =>
        found({
          on: String(on),
          vehicles: VEHICLES.filter((it) => dayFrom(now, it.endsInDays) === on).map((it): JsonObject => ({
            plateNo: it.plateNo,
            licenceUntil: String(on),
            owner: ownerOf(it),
            phone: PHONE,
          })),
        }),
    }),
    described({
      code: 'renewLicence',
      title: { ar: 'تجديد رخصة', en: 'Renew a licence' },
      method: 'POST',
      takes: record({ requestId: REQUEST_ID, plateNo: PLATE, licenceUntil: DAY_TEXT, receiptNo: RENEWAL_NO }),
      gives: record({ renewalNo: RENEWAL_NO, plateNo: PLATE, licenceUntil: DAY_TEXT, renewedOn: DAY_TEXT }),
      answer: (asked, { now }) => renewed(asked, now),
    }),
    described({
      code: 'reverseRenewal',
      title: { ar: 'التراجع عن تجديد', en: 'Take a renewal back' },
      method: 'POST',
      takes: record({
        renewalNo: RENEWAL_NO,
        plateNo: PLATE,
        reason: { type: 'string', minLength: 1, maxLength: 300 },
      }),
      gives: record({ renewalNo: RENEWAL_NO, reversed: { type: 'boolean', enum: [true] } }),
      answer: ({ renewalNo, plateNo }) =>
        String(renewalNo).startsWith(`RN-${String(plateNo)}-`)
          ? found({ renewalNo: String(renewalNo), reversed: true })
          : unknown('renewal of this vehicle'),
    }),
  ],
}

function answered(vehicle: Vehicle | undefined, now: number): RegistryReply {
  if (vehicle === undefined) return unknown('plate')
  const { plateNo, make, model, year, type, engineCc, fuel, colour, chassisNo, status = 'active', endsInDays } = vehicle
  const facts = { plateNo, make, model, year, type, engineCc, fuel, colour: { ...colour }, chassisNo, status }
  return found({ ...facts, owner: ownerOf(vehicle), licenceUntil: dayFrom(now, endsInDays) })
}

/** The number follows from what was asked: asked again, the same renewal is answered. */
function renewed({ requestId, plateNo, licenceUntil }: JsonObject, now: number): RegistryReply {
  const vehicle = vehicleOf(plateNo)
  if (vehicle === undefined) return unknown('plate')
  if (!RENEWABLE.includes(vehicle.status ?? 'active'))
    return conflicting('NOT_RENEWABLE', `Expected a vehicle in use, but it is ${vehicle.status ?? ''}`)
  if (String(licenceUntil) <= dayFrom(now, 0))
    return conflicting('ENDS_TOO_EARLY', 'Expected a licence that ends after today')
  return found({
    renewalNo: `RN-${vehicle.plateNo}-${String(requestId)}`,
    plateNo: vehicle.plateNo,
    licenceUntil: String(licenceUntil),
    renewedOn: dayFrom(now, 0),
  })
}
