/** What is wrong with one answer to a template, said beside its field before any check runs. */
import { bilingual } from '../../../engine/core/bilingual.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { Property } from './template.ts'

/** Longer texts are no names, and a pattern over them could take its time. */
const LONGEST = 500

export function faultOf(property: Property, value: string | boolean): Text | undefined {
  const { constraints, optional, feel } = property
  const text = String(value).trim()
  if (text === '' || text === '=') return optional === true || !constraints?.notEmpty ? undefined : MISSING
  if (feel !== undefined && feel !== 'static' && text.startsWith('=')) return undefined
  const { pattern } = constraints ?? {}
  if (pattern === undefined) return undefined
  return text.length <= LONGEST && new RegExp(pattern.value, 'u').test(text) ? undefined : bilingual(pattern.message)
}

export const MISSING: Text = {
  ar: 'المتوقع قيمة هنا، لكن الخانة فارغة',
  en: 'Expected a value here, but the field is empty',
}
