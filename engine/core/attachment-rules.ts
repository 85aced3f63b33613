/** Reads what files an installation takes, where it says otherwise than ATTACHMENT_RULES. */
import { ATTACHMENT_RULES, type AttachmentRules } from './attachment.ts'
import { MEDIA_TYPES } from './file/file-type.ts'
import { isJsonObject, type JsonValue } from './json.ts'
import { invalid, type Problem } from './problem.ts'

/** One request takes no more. */
const MOST_BYTES = 50_000_000

const count = (value: JsonValue | undefined, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= most

const CHECKS: { readonly [K in keyof AttachmentRules]: (value: JsonValue) => string | undefined } = {
  maxBytes: (value) => (count(value, MOST_BYTES) ? undefined : `a whole number from 1 to ${MOST_BYTES}`),
  perForm: (value) => (count(value, 100) ? undefined : 'a whole number from 1 to 100'),
  perDay: (value) =>
    isJsonObject(value) && Object.keys(value).length === 2 && count(value['files']) && count(value['bytes'])
      ? undefined
      : '{ "files": …, "bytes": … }, whole numbers from 1',
  mediaTypes: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((it) => MEDIA_TYPES.some((type) => type === it))
      ? undefined
      : `a list of ${MEDIA_TYPES.join(', ')}`,
  keepDays: (value) => (count(value, 3_650) ? undefined : 'a whole number from 1 to 3650'),
}

/** { "maxBytes": 20000000, "mediaTypes": ["application/pdf"] }: what is left out stays as it is. */
export function readAttachmentRules(value: JsonValue): AttachmentRules | Problem {
  if (!isJsonObject(value)) return invalid('config.invalid', 'an object of limits for files')
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(CHECKS, key))
      return invalid('config.invalid', `one of ${Object.keys(CHECKS).join(', ')} instead of "${key}"`)
    const expected = CHECKS[key as keyof AttachmentRules](item)
    if (expected !== undefined) return invalid('config.invalid', `${expected} as "${key}"`)
  }
  return { ...ATTACHMENT_RULES, ...(value as unknown as Partial<AttachmentRules>) }
}
