/** How a question can be asked: the kinds of fields, and which answers each can hold. `forms/kinds/` has one file for each. */
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

export const WIDGETS = {
  date: {
    holds: ['string'],
    fits: (schema) => schema['format'] === 'date',
    asks: { en: 'a text of format "date"', ar: 'نصًا بصيغة "date"' },
  },
  declaration: { holds: ['boolean'], asks: { en: 'a boolean', ar: 'قيمة منطقية' } },
  email: { holds: ['string'], asks: TEXT },
  group: { holds: ['object'], asks: { en: 'an object', ar: 'كائنًا' } },
  list: { holds: ['array'], asks: { en: 'a list', ar: 'قائمة' } },
  longText: { holds: ['string'], asks: TEXT },
  money: {
    holds: ['object'],
    fits: has('amount', 'currency'),
    asks: { en: 'an object of amount and currency', ar: 'كائنًا من amount وcurrency' },
  },
  nationalId: { holds: ['string'], asks: TEXT },
  number: { holds: ['number', 'integer'], asks: { en: 'a number', ar: 'عددًا' } },
  phone: { holds: ['string'], asks: TEXT },
  radio: { holds: ['string', 'number', 'integer'], asks: { en: 'a text or a number', ar: 'نصًا أو عددًا' } },
  select: { holds: ['string', 'number', 'integer'], asks: { en: 'a text or a number', ar: 'نصًا أو عددًا' } },
  severalOf: { holds: ['array'], asks: { en: 'a list', ar: 'قائمة' } },
  text: { holds: ['string'], asks: TEXT },
  yesNo: { holds: ['boolean'], asks: { en: 'a boolean', ar: 'قيمة منطقية' } },
} as const satisfies Readonly<Record<string, Widget>>

export type WidgetName = keyof typeof WIDGETS

export const isWidget = (name: unknown): name is WidgetName => typeof name === 'string' && Object.hasOwn(WIDGETS, name)

export function widgetFits(name: WidgetName, schema: JsonObject): boolean {
  const { holds, fits }: Widget = WIDGETS[name]
  const { type } = schema
  return typeof type === 'string' && holds.includes(type) && (fits?.(schema) ?? true)
}
