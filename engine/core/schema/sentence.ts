/** What is wrong with an answer or a setting, in a sentence a person can act on, in both languages. */
import type { Text } from '../text.ts'
import type { SchemaError } from './judgement.ts'

type Sentence = (params: Readonly<Record<string, unknown>>) => Text

/** Our own schemas' commonest patterns, in words. */
const PATTERNS: Readonly<Record<string, Text>> = {
  '\\S': { en: 'Expected text, but found none', ar: 'النص مطلوب، لكنه فارغ' },
  '^(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})$': {
    en: 'Expected a version of three numbers like 1.0.0, but found other text',
    ar: 'يجب أن يكون الإصدار ثلاثة أعداد مثل 1.0.0',
  },
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: ({ missingProperty: name }) => ({
    en: `Expected "${String(name)}", but it is missing`,
    ar: `"${String(name)}" مطلوب، لكنه ناقص`,
  }),
  dependentRequired: ({ missingProperty: name }) => ({
    en: `Expected "${String(name)}" as well, but it is missing`,
    ar: `"${String(name)}" مطلوب أيضًا، لكنه ناقص`,
  }),
  additionalProperties: ({ additionalProperty: name }) => ({
    en: `Expected no key "${shown(name)}", but found it`,
    ar: `المفتاح "${shown(name)}" غير معروف`,
  }),
  unevaluatedProperties: ({ unevaluatedProperty: name }) => ({
    en: `Expected no key "${shown(name)}", but found it`,
    ar: `المفتاح "${shown(name)}" غير معروف`,
  }),
  propertyNames: ({ propertyName: name }) => ({
    en: `Expected another key than "${shown(name)}"`,
    ar: `لا يصلح "${shown(name)}" اسمًا لمفتاح`,
  }),
  type: ({ type }) => ({
    en: `Expected a value of type ${shown(type)}, but found another`,
    ar: `يجب أن تكون القيمة من النوع ${shown(type)}`,
  }),
  enum: ({ allowedValues: values }) => ({
    en: `Expected one of ${list(values)}, but found another value`,
    ar: `يجب أن تكون القيمة واحدة من: ${list(values)}`,
  }),
  const: ({ allowedValue: value }) => ({
    en: `Expected ${shown(JSON.stringify(value))}, but found another value`,
    ar: `يجب أن تكون القيمة ${shown(JSON.stringify(value))}`,
  }),
  minLength: ({ limit }) => ({
    en: `Expected at least ${String(limit)} characters, but found fewer`,
    ar: `يجب ألا يقل النص عن ${String(limit)} محرف`,
  }),
  maxLength: ({ limit }) => ({
    en: `Expected at most ${String(limit)} characters, but found more`,
    ar: `يجب ألا يزيد النص على ${String(limit)} محرف`,
  }),
  pattern: ({ pattern }) =>
    PATTERNS[String(pattern)] ?? {
      en: `Expected text of the form ${shown(pattern)}, but found other text`,
      ar: `النص ليس بالصيغة المطلوبة ‎${shown(pattern)}‎`,
    },
  format: ({ format }) => ({
    en: `Expected a valid ${shown(format)}, but found other text`,
    ar: `القيمة ليست ${shown(format)} صحيحة`,
  }),
  minimum: ({ limit }) => ({
    en: `Expected at least ${String(limit)}, but found less`,
    ar: `يجب ألا تقل القيمة عن ${String(limit)}`,
  }),
  maximum: ({ limit }) => ({
    en: `Expected at most ${String(limit)}, but found more`,
    ar: `يجب ألا تزيد القيمة على ${String(limit)}`,
  }),
  exclusiveMinimum: ({ limit }) => ({
    en: `Expected more than ${String(limit)}, but found less`,
    ar: `يجب أن تزيد القيمة على ${String(limit)}`,
  }),
  exclusiveMaximum: ({ limit }) => ({
    en: `Expected less than ${String(limit)}, but found more`,
    ar: `يجب أن تقل القيمة عن ${String(limit)}`,
  }),
  multipleOf: ({ multipleOf }) => ({
    en: `Expected a multiple of ${String(multipleOf)}, but found another number`,
    ar: `يجب أن تكون القيمة من مضاعفات ${String(multipleOf)}`,
  }),
  minItems: ({ limit }) => ({
    en: `Expected at least ${String(limit)} entries, but found fewer`,
    ar: `يجب ألا يقل عدد العناصر عن ${String(limit)}`,
  }),
  maxItems: ({ limit }) => ({
    en: `Expected at most ${String(limit)} entries, but found more`,
    ar: `يجب ألا يزيد عدد العناصر على ${String(limit)}`,
  }),
  minProperties: ({ limit }) => ({
    en: `Expected at least ${String(limit)} keys, but found fewer`,
    ar: `يجب ألا يقل عدد المفاتيح عن ${String(limit)}`,
  }),
  maxProperties: ({ limit }) => ({
    en: `Expected at most ${String(limit)} keys, but found more`,
    ar: `يجب ألا يزيد عدد المفاتيح على ${String(limit)}`,
  }),
  uniqueItems: () => ({ en: 'Expected every entry once, but one stands twice', ar: 'يجب ألا يتكرر أي عنصر' }),
  depth: () => ({ en: 'Expected data that is less deeply nested', ar: 'البيانات متداخلة أكثر مما يجوز' }),
}

export function sentenceOf(error: SchemaError): Text {
  const sentence = Object.hasOwn(SENTENCES, error.keyword) ? SENTENCES[error.keyword] : undefined
  return (
    sentence?.(error.params) ?? {
      en: `Expected another value: it ${error.message}`,
      ar: `القيمة لا تستوفي الشرط ${error.keyword}`,
    }
  )
}

/** Parameters may quote what a stranger sent. */
const shown = (value: unknown): string => String(value).slice(0, 80)

const list = (values: unknown): string =>
  Array.isArray(values)
    ? values
        .slice(0, 20)
        .map((it) => shown(JSON.stringify(it)))
        .join(', ')
    : ''
