/** What the register of companies writes down of a company, as JSON Schema. */
import type { JsonObject } from '../../../../core/json.ts'
import { record } from '../described.ts'
import { ACTIVITIES, COMPANY_TYPE, GOVERNORATE, LOCALITY, MONEY, TEXT } from './words.ts'

const FOUNDER = {
  ...record(
    {
      name: TEXT,
      nationalId: { type: 'string', pattern: '^[0-9]{9}$' },
      passportNo: { type: 'string', pattern: '^[A-Z0-9]{5,20}$' },
      nationality: { type: 'string', pattern: '^[A-Z]{2}$' },
      shares: { type: 'integer', minimum: 1 },
      role: { type: 'string', enum: ['partner', 'manager', 'signatory'] },
    },
    ['nationalId', 'passportNo', 'nationality'],
  ),
  anyOf: [{ required: ['nationalId'] }, { required: ['passportNo', 'nationality'] }],
} satisfies JsonObject

export const entry = (reservationNo: JsonObject): JsonObject =>
  record({
    reservationNo,
    name: TEXT,
    type: COMPANY_TYPE,
    capital: MONEY,
    totalShares: { type: 'integer', minimum: 1 },
    activities: ACTIVITIES,
    address: record({ governorate: GOVERNORATE, locality: LOCALITY, street: { type: 'string', maxLength: 120 } }, [
      'street',
    ]),
    founders: { type: 'array', minItems: 1, maxItems: 50, items: FOUNDER },
    signing: { type: 'string', enum: ['jointly', 'severally'] },
    attorneyBarNo: { type: 'string', pattern: '^BAR-[0-9]{4}$' },
    decidedBy: { type: 'string', minLength: 1, maxLength: 200 },
  })
