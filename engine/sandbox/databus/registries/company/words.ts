/** Words that several registers of companies use in the same meaning, as JSON Schema. */
import type { JsonObject } from '../../../../core/json.ts'

export const TEXT = {
  type: 'object',
  required: ['ar', 'en'],
  additionalProperties: false,
  properties: {
    ar: { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' },
    en: { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' },
  },
} satisfies JsonObject

export const COMPANY_NO = { type: 'string', pattern: '^562[0-9]{6}$' } satisfies JsonObject

export const COMPANY_TYPE = {
  type: 'string',
  enum: ['privateShareholding', 'limitedLiability', 'onePerson', 'generalPartnership', 'limitedPartnership'],
} satisfies JsonObject

export const MONEY = {
  type: 'object',
  required: ['amount', 'currency'],
  additionalProperties: false,
  properties: {
    amount: { type: 'string', pattern: '^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,3})?$' },
    currency: { type: 'string', enum: ['ILS', 'JOD', 'USD'] },
  },
} satisfies JsonObject

export const GOVERNORATE = { type: 'string', pattern: '^PS-[A-Z]{3}$' } satisfies JsonObject
export const LOCALITY = { type: 'string', minLength: 1, maxLength: 120, pattern: '\\S' } satisfies JsonObject

/** International standard industrial classification: 2 to 4 digits. */
export const ACTIVITIES = {
  type: 'array',
  minItems: 1,
  maxItems: 10,
  items: { type: 'string', pattern: '^[0-9]{2,4}$' },
} satisfies JsonObject
