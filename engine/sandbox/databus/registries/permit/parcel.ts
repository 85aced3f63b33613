/** The made-up parcels that the registers asked for a building permit know, and the words in which they speak of them. */
import type { JsonObject } from '../../../../core/json.ts'
import people from '../people.json' with { type: 'json' }
import register from './parcels.json' with { type: 'json' }

export interface Parcel {
  readonly parcel: string
  readonly areaM2: number
  readonly owners: readonly string[]
  readonly status?: string
  readonly arrears?: string
}

export const BASIN = '14'
export const BLOCK = '3'
export const PARCELS: readonly Parcel[] = register.parcels
export const UNKNOWN_PARCEL = register.unknownParcel
export const TAX_OWING: Readonly<Record<string, string>> = register.taxOwing

export const NUMBER = { type: 'string', pattern: '^[0-9]{1,6}$' } satisfies JsonObject
export const ILS = { type: 'string', enum: ['ILS'] } satisfies JsonObject
export const AMOUNT = { type: 'string', pattern: '^[0-9]+\\.[0-9]{2}$' } satisfies JsonObject
export const STANDING = { type: 'string', enum: ['clear', 'owing'] } satisfies JsonObject

/** Who is asked about: by identity number, or by passport and nationality. */
export const PERSON = {
  nationalId: { type: 'string', pattern: '^[0-9]{9}$' },
  passportNo: { type: 'string', pattern: '^[A-Z0-9]{5,20}$' },
  nationality: { type: 'string', pattern: '^[A-Z]{2}$' },
} satisfies JsonObject

export const parcelOf = (basin: unknown, block: unknown, parcel: unknown): Parcel | undefined =>
  basin === BASIN && block === BLOCK ? PARCELS.find((it) => it.parcel === parcel) : undefined

export const isKnown = ({ nationalId, passportNo, nationality }: JsonObject): boolean =>
  people.people.some((it) =>
    nationalId === undefined
      ? passportNo !== undefined && it.passportNo === passportNo && it.nationality === nationality
      : it.nationalId === nationalId,
  )

export function ownersOf({ owners }: Parcel): readonly JsonObject[] {
  return owners.map((nationalId) => {
    const person = people.people.find((it) => it.nationalId === nationalId)
    if (person === undefined) throw new Error(`Expected the owner ${nationalId} in the civil registry`)
    const { ar, en } = person.name
    const full = (name: typeof ar): string => [name.first, name.father, name.grandfather, name.family].join(' ')
    return { nationalId, name: { ar: full(ar), en: full(en) }, share: `1/${String(owners.length)}` }
  })
}
