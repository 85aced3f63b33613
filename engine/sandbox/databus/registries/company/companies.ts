/** The register of companies: names searched, reserved and released, companies entered and struck out. Made-up companies. */
import type { JsonObject } from '../../../../core/json.ts'
import type { Text } from '../../../../core/text.ts'
import { described, record } from '../described.ts'
import { conflicting, found, unknown, unprocessable, type Registry, type RegistryReply } from '../registry.ts'
import register from './companies.json' with { type: 'json' }
import { compareNames, plainName, type NameResult } from './company-name.ts'
import { entry } from './entry.ts'
import { digitsFrom, lettersFrom } from './number.ts'
import { COMPANY_NO, TEXT } from './words.ts'

const RESERVATION_NO = { type: 'string', pattern: '^RES-[0-9A-F]{8}$' } satisfies JsonObject
const DAY = 86_400_000

export const companies: Registry = {
  provider: 'PS/GOV/MNE/companies',
  title: { ar: 'سجل الشركات', en: 'Register of companies' },
  memberName: 'Ministry of National Economy',
  services: [
    described({
      code: 'searchName',
      title: { ar: 'البحث عن اسم', en: 'Search for a name' },
      method: 'POST',
      takes: record({ names: { type: 'array', minItems: 1, maxItems: 3, items: TEXT } }),
      gives: record({ results: { type: 'array', items: { type: 'object' } } }),
      answer: (asked) => found({ results: (asked['names'] as unknown as readonly Text[]).map(searched) }),
    }),
    described({
      code: 'reserveName',
      title: { ar: 'حجز اسم', en: 'Reserve a name' },
      method: 'POST',
      takes: record({
        name: TEXT,
        reference: { type: 'string', minLength: 1, maxLength: 40 },
        days: { type: 'integer', minimum: 1, maximum: 90 },
      }),
      gives: record({ reservationNo: RESERVATION_NO, name: TEXT, reservedUntil: { type: 'string', format: 'date' } }),
      answer: (asked, { now }) => reserve(asked['name'] as unknown as Text, Number(asked['days']), now),
    }),
    described({
      code: 'releaseName',
      title: { ar: 'إلغاء حجز اسم', en: 'Release a name' },
      method: 'POST',
      takes: record({ reservationNo: RESERVATION_NO, reason: { type: 'string', maxLength: 200 } }),
      gives: record({ reservationNo: RESERVATION_NO, released: { type: 'boolean', enum: [true] } }),
      answer: (asked) => found({ reservationNo: asked['reservationNo'] ?? null, released: true }),
    }),
    described({
      code: 'register',
      title: { ar: 'قيد شركة', en: 'Enter a company' },
      method: 'POST',
      takes: entry(RESERVATION_NO),
      gives: record({ companyNo: COMPANY_NO, name: TEXT, registeredOn: { type: 'string', format: 'date' } }),
      answer: (asked, { key, now }) => enter(asked, key, now),
    }),
    described({
      code: 'voidRegistration',
      title: { ar: 'إبطال قيد شركة', en: 'Void an entry' },
      method: 'POST',
      takes: record({
        companyNo: { type: 'string', pattern: '^[0-9]{9}$' },
        reason: { type: 'string', maxLength: 500 },
      }),
      gives: record({ companyNo: COMPANY_NO, voided: { type: 'boolean', enum: [true] } }),
      answer: ({ companyNo }) =>
        String(companyNo).startsWith('562')
          ? found({ companyNo: String(companyNo), voided: true })
          : unknown('company'),
    }),
  ],
}

const reservationOf = (name: Text): string => `RES-${lettersFrom(plainName(name.ar))}`

function searched(name: Text): JsonObject {
  const compared = register.companies.map((company) => ({ company, result: compareNames(name.ar, company.name.ar) }))
  const like = compared.filter(({ result }) => result !== 'free')
  const worst: NameResult = like.some(({ result }) => result === 'taken')
    ? 'taken'
    : like.length > 0
      ? 'similar'
      : 'free'
  return {
    name: { ...name },
    result: worst,
    similarTo: like.map(({ company: { companyNo, name: taken } }) => ({ companyNo, name: { ...taken } })),
  }
}

function reserve(name: Text, days: number, now: number): RegistryReply {
  if (register.companies.some((it) => compareNames(name.ar, it.name.ar) === 'taken'))
    return conflicting('NAME_TAKEN', 'Expected a free name, but a company of this name is registered')
  const reservedUntil = new Date(now + days * DAY).toISOString().slice(0, 10)
  return found({ reservationNo: reservationOf(name), name: { ...name }, reservedUntil })
}

function enter(asked: JsonObject, key: string, now: number): RegistryReply {
  const name = asked['name'] as unknown as Text
  if (asked['reservationNo'] !== reservationOf(name))
    return conflicting('NAME_NOT_RESERVED', 'Expected the reservation of this very name, but it belongs to another')
  const held = (asked['founders'] as readonly JsonObject[]).reduce((sum, it) => sum + Number(it['shares']), 0)
  if (held !== asked['totalShares'])
    return unprocessable('SHARES_DIFFER', `Expected ${String(asked['totalShares'])} shares in all, but found ${held}`)
  return found({
    companyNo: `562${digitsFrom(`${key} ${name.ar}`, 6)}`,
    name: { ...name },
    registeredOn: new Date(now).toISOString().slice(0, 10),
  })
}
