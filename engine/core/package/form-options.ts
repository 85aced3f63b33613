/** What a layout says of a field beside where it stands: its widget, what it depends on, who may see and change it. Each option is checked here. */
import { feelInArabic } from '../feel/arabic.ts'
import { parseExpression } from '../bpmn/expression.ts'
import { isFeel } from '../feel/feel.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Text } from '../text.ts'
import { callFault } from './form-calls.ts'
import { isWidget, WIDGETS, widgetFits } from './widgets.ts'

export interface OptionFault {
  /** Name of the option. */
  readonly option: string
  readonly expected: Text
}

/** @param schema of the field, references followed @param name of the field in the answers */
export function optionFaults(options: JsonObject, schema: JsonObject, name: string): readonly OptionFault[] {
  return Object.entries(options).flatMap(([option, value]) => {
    const check = Object.hasOwn(OPTIONS, option) ? OPTIONS[option] : undefined
    const expected = check === undefined ? UNKNOWN : check(value, schema, name)
    return expected === undefined ? [] : [{ option, expected }]
  })
}

/** undefined: it is as it should be. */
type Check = (value: JsonValue, schema: JsonObject, name: string) => Text | undefined

const unless =
  (fits: (value: JsonValue) => boolean, expected: Text): Check =>
  (value) =>
    fits(value) ? undefined : expected

const oneOf = (...values: readonly JsonValue[]): Check =>
  unless((it) => values.includes(it), {
    en: `one of ${values.map((it) => JSON.stringify(it)).join(', ')}`,
    ar: `واحدًا من ${values.map((it) => JSON.stringify(it)).join('، ')}`,
  })

const flag = oneOf(true, false)
const count = (least: number, most: number): Check =>
  unless((it) => typeof it === 'number' && Number.isInteger(it) && it >= least && it <= most, {
    en: `a whole number from ${String(least)} to ${String(most)}`,
    ar: `عددًا صحيحًا من ${String(least)} إلى ${String(most)}`,
  })

const feel: Check = (value) => {
  if (typeof value !== 'string' || !isFeel(value)) return { en: 'FEEL after "="', ar: 'تعبير FEEL بعد "="' }
  const parsed = parseExpression(value)
  if (parsed.ok) return undefined
  const at = String(parsed.at + 1)
  return {
    en: `FEEL (${parsed.reason}, at character ${at})`,
    ar: `تعبير FEEL سليمًا (${feelInArabic(parsed.reason)}، عند المحرف ${at})`,
  }
}

const condition: Check = (value, schema, name) => (typeof value === 'boolean' ? undefined : feel(value, schema, name))

/** A value computed from itself would never come to rest. */
const computed: Check = (value, schema, name) => {
  const wrong = feel(value, schema, name)
  const parsed = wrong === undefined && typeof value === 'string' ? parseExpression(value) : undefined
  if (parsed?.ok === true && parsed.expression.names.includes(name))
    return { en: `FEEL over other fields than "${name}" itself`, ar: `تعبير FEEL على حقول غير "${name}" نفسه` }
  return wrong
}

/** A first or last day limits days alone. */
const bound: Check = (value, schema, name) =>
  schema['type'] === 'string' && schema['format'] === 'date'
    ? feel(value, schema, name)
    : { en: 'it at a date (a text of the format "date") alone', ar: 'إياه عند تاريخ وحده (نص صيغته "date")' }

const people = unless(
  (it) => Array.isArray(it) && it.every((one: JsonValue) => typeof one === 'string' && /^[A-Za-z_][\w.-]*$/.test(one)),
  {
    en: 'a list of "applicant", "staff" and ids of user tasks',
    ar: 'قائمة من "applicant" و"staff" ومعرّفات مهام المستخدم',
  },
)

const widget: Check = (value, schema) => {
  const names = Object.keys(WIDGETS)
  if (!isWidget(value)) return { en: `one of ${names.join(', ')}`, ar: `واحدًا من ${names.join('، ')}` }
  if (widgetFits(value, schema)) return undefined
  const { asks } = WIDGETS[value]
  return {
    en: `a widget for this field, since "${value}" asks for ${asks.en}`,
    ar: `أداة تناسب الحقل، فالأداة "${value}" تتطلب ${asks.ar}`,
  }
}

/** Answers that stand out at the desk: values of the question, under what they mean. */
const outcomes: Check = (value, schema) => {
  const known = Array.isArray(schema['enum']) ? schema['enum'] : []
  const isListed = (it: JsonValue | undefined): boolean =>
    it === undefined || (Array.isArray(it) && it.every((one) => known.includes(one)))
  const fits =
    isJsonObject(value) &&
    Object.keys(value).every((key) => key === 'return' || key === 'refuse') &&
    isListed(value['return']) &&
    isListed(value['refuse'])
  if (fits) return undefined
  return {
    en: '"return" and "refuse", each a list of values of the field’s enum',
    ar: '"return" و"refuse"، كل منهما قائمة من قيم enum للحقل',
  }
}

const CHECKS = {
  widget,
  format: oneOf('radio', 'checkbox', 'select'),
  multi: flag,
  dir: oneOf('ltr', 'rtl', 'auto'),
  width: count(1, 100),
  rows: count(1, 40),
  autocomplete: unless((it) => typeof it === 'string' && /^[a-z][a-z0-9 -]{0,40}$/.test(it), {
    en: 'a word of HTML autocomplete, such as "tel"',
    ar: 'كلمة من كلمات autocomplete في HTML مثل "tel"',
  }),
  accept: unless(
    (it) =>
      Array.isArray(it) && it.every((one: JsonValue) => typeof one === 'string' && /^[a-z]+\/[a-z0-9.+*-]+$/.test(one)),
    { en: 'a list of media types such as "application/pdf"', ar: 'قائمة أنواع مثل "application/pdf"' },
  ),
  check: oneOf('luhn'),
  detail: unless(isJsonObject, { en: 'a layout', ar: 'تخطيطًا' }),
  visible: condition,
  required: condition,
  readonly: condition,
  computed,
  prefill: feel,
  earliest: bound,
  latest: bound,
  choices: (value, schema, name) => (isJsonObject(value) ? callFault(value) : feel(value, schema, name)),
  writable: people,
  readable: people,
  outcomes,
} satisfies Readonly<Record<string, Check>>

export type FormOption = keyof typeof CHECKS

const OPTIONS: Readonly<Record<string, Check>> = CHECKS
const names = Object.keys(CHECKS)
const UNKNOWN: Text = {
  en: `one of the options ${names.join(', ')}`,
  ar: `أحد الخيارات ${names.join('، ')}`,
}
