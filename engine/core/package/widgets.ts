/** How a question can be asked: the kinds of fields, and which answers each can hold. `forms/kinds/` has one file for each. */
import { DIGEST_PATTERN } from '../attachment-field.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Text } from '../text.ts'

interface Widget {
  /** Of the answer. */
  readonly holds: readonly string[]
  /** Where one type is not enough. */
  readonly fits?: (schema: JsonObject) => boolean
  readonly asks: Text
}

const TEXT = { en: 'a text', ar: 'نصًا' }
const has =
  (...names: readonly string[]) =>
  (schema: JsonObject): boolean =>
    names.every((it) => isJsonObject(schema['properties']) && Object.hasOwn(schema['properties'], it))

const isFile = (schema: JsonObject): boolean => {
  const { properties } = schema
  const digest = schema['type'] === 'string' ? schema : isJsonObject(properties) ? properties['digest'] : undefined
  return isJsonObject(digest) && digest['pattern'] === DIGEST_PATTERN
}
const FILE = {
  en: `a digest of pattern "${DIGEST_PATTERN}", alone or in an attachment`,
  ar: `بصمة بالنمط "${DIGEST_PATTERN}" وحدها أو في مرفق`,
}
const CHOICE = { en: 'a text or a number', ar: 'نصًا أو عددًا' }
const LIST = { en: 'a list', ar: 'قائمة' }

export const WIDGETS = {
  address: {
    holds: ['object'],
    fits: has('governorate', 'locality'),
    asks: { en: 'an object with governorate and locality', ar: 'كائنًا فيه governorate وlocality' },
  },
  date: {
    holds: ['string'],
    fits: (schema) => schema['format'] === 'date',
    asks: { en: 'a text of format "date"', ar: 'نصًا بصيغة "date"' },
  },
  declaration: { holds: ['boolean'], asks: { en: 'a boolean', ar: 'قيمة منطقية' } },
  email: { holds: ['string'], asks: TEXT },
  file: { holds: ['string', 'object'], fits: isFile, asks: FILE },
  files: { holds: ['array'], asks: LIST },
  group: { holds: ['object'], asks: { en: 'an object', ar: 'كائنًا' } },
  iban: { holds: ['string'], asks: TEXT },
  list: { holds: ['array'], asks: LIST },
  location: { holds: ['string'], asks: TEXT },
  longText: { holds: ['string'], asks: TEXT },
  money: {
    holds: ['object'],
    fits: has('amount', 'currency'),
    asks: { en: 'an object of amount and currency', ar: 'كائنًا من amount وcurrency' },
  },
  nationalId: { holds: ['string'], asks: TEXT },
  number: { holds: ['number', 'integer'], asks: { en: 'a number', ar: 'عددًا' } },
  personName: {
    holds: ['object'],
    fits: has('ar'),
    asks: { en: 'an object of "ar" and "en"', ar: 'كائنًا من "ar" و"en"' },
  },
  phone: { holds: ['string'], asks: TEXT },
  radio: { holds: ['string', 'number', 'integer'], asks: CHOICE },
  search: { holds: ['string', 'number', 'integer'], asks: CHOICE },
  select: { holds: ['string', 'number', 'integer'], asks: CHOICE },
  severalOf: { holds: ['array'], asks: LIST },
  signature: {
    holds: ['object'],
    fits: has('by', 'at'),
    asks: { en: 'an object of "by" and "at"', ar: 'كائنًا من "by" و"at"' },
  },
  table: { holds: ['array'], asks: LIST },
  text: { holds: ['string'], asks: TEXT },
  time: { holds: ['string'], asks: TEXT },
  yesNo: { holds: ['boolean'], asks: { en: 'a boolean', ar: 'قيمة منطقية' } },
} as const satisfies Readonly<Record<string, Widget>>

export type WidgetName = keyof typeof WIDGETS

export const isWidget = (name: unknown): name is WidgetName => typeof name === 'string' && Object.hasOwn(WIDGETS, name)

export function widgetFits(name: WidgetName, schema: JsonObject): boolean {
  const { holds, fits }: Widget = WIDGETS[name]
  const { type } = schema
  return typeof type === 'string' && holds.includes(type) && (fits?.(schema) ?? true)
}
