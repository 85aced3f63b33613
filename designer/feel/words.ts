/** What the field for expressions says. */
import type { Text } from '../../engine/core/text.ts'
import type { VariableType } from '../../engine/core/package/variables/variable.ts'

export const FEEL_WORDS = {
  offers: { ar: 'ما يمكن كتابته هنا', en: 'What can be written here' },
  count: {
    ar: '{suggestions}؛ تنقّل بالأسهم واختر بمفتاح Enter',
    en: '{suggestions}; move by arrows, choose by Enter',
  },
  wrong: { ar: 'عند الحرف {at}: {reason}', en: 'At character {at}: {reason}' },
  unknown: { ar: 'لا شيء يعطي {name} هنا.', en: 'Nothing gives {name} here.' },
  meant: { ar: 'لا شيء يعطي {name} هنا. هل المقصود {near}؟', en: 'Nothing gives {name} here. Did you mean {near}?' },
  value: { ar: 'القيمة: {value}', en: 'Value: {value}' },
  noValue: { ar: 'لا قيمة بهذه البيانات: {reason}', en: 'No value with this data: {reason}' },
  misfit: { ar: 'المتوقع {wanted}، لكن هذا {found}.', en: 'Expected {wanted}, but this is {found}.' },
  noChoice: { ar: 'المتوقع واحد من: {choices}', en: 'Expected one of: {choices}' },
  missing: { ar: 'تنقص: {names}', en: 'Missing: {names}' },
  expected: { ar: 'المتوقع: {kind}', en: 'Expected: {kind}' },
} as const satisfies Readonly<Record<string, Text>>

const KINDS: Readonly<Record<Exclude<VariableType['kind'], 'list' | 'text'>, Text>> = {
  number: { ar: 'عدد', en: 'number' },
  truth: { ar: 'نعم أو لا', en: 'yes or no' },
  date: { ar: 'تاريخ', en: 'date' },
  object: { ar: 'مجموعة قيم', en: 'several values' },
  any: { ar: 'قيمة', en: 'value' },
}

export function kindWords(type: VariableType): Text {
  if (type.kind === 'list') {
    const of = kindWords(type.of)
    return { ar: `قائمة (${of.ar})`, en: `list (${of.en})` }
  }
  if (type.kind !== 'text') return KINDS[type.kind]
  const choices = type.choices?.slice(0, 4).join(', ')
  return choices ? { ar: `نص: ${choices}`, en: `text: ${choices}` } : { ar: 'نص', en: 'text' }
}
