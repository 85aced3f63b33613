/** The made-up vehicles that all registers about vehicles know, and the words in which they speak of them. */
import type { JsonObject } from '../../../../core/json.ts'
import type { Text } from '../../../../core/text.ts'
import companies from '../company/companies.json' with { type: 'json' }
import people from '../people.json' with { type: 'json' }
import register from './vehicles.json' with { type: 'json' }

export interface Vehicle {
  readonly plateNo: string
  /** Identity number of a person, or number of a company. */
  readonly owner: string
  readonly make: string
  readonly model: string
  readonly year: number
  readonly type: string
  readonly engineCc: number
  readonly fuel: string
  readonly colour: Text
  readonly chassisNo: string
  /** When its licence ends, in days from the day of the question. */
  readonly endsInDays: number
  readonly status?: string
  readonly insured?: boolean
  readonly inspection?: string
  readonly tax?: string
  readonly fines?: readonly { fineNo: string; amount: string; daysAgo: number; offence: Text }[]
  readonly liens?: readonly { lienNo: string; kind: string; daysAgo: number; authority: Text }[]
}

export const VEHICLES: readonly Vehicle[] = register.vehicles

export const vehicleOf = (plateNo: unknown): Vehicle | undefined => VEHICLES.find((it) => it.plateNo === plateNo)

export const PLATE = { type: 'string', pattern: '^[0-9]-[0-9]{4}-[0-9]{2}$' } satisfies JsonObject
export const DAY_TEXT = { type: 'string', format: 'date' } satisfies JsonObject
export const BY_PLATE = {
  type: 'object',
  required: ['plateNo'],
  additionalProperties: false,
  properties: { plateNo: PLATE },
} satisfies JsonObject

const DAY = 86_400_000
/** Close enough to the agency's zone for a day. */
const ZONE = 2 * 3_600_000

/** The day so many days from `now`. */
export const dayFrom = (now: number, days: number): string =>
  new Date(now + ZONE + days * DAY).toISOString().slice(0, 10)

export function ownerOf({ owner }: Vehicle): JsonObject {
  const company = companies.companies.find((it) => it.companyNo === owner)
  if (company !== undefined) return { companyNo: owner, name: { ...company.name } }
  const person = people.people.find((it) => it.nationalId === owner)
  if (person === undefined) throw new Error(`Expected the owner ${owner} in the civil registry`)
  const { ar, en } = person.name
  const full = (name: typeof ar): string => [name.first, name.father, name.grandfather, name.family].join(' ')
  return { nationalId: owner, name: { ar: full(ar), en: full(en) } }
}
