/** What is offered to choose from: what the schema lists, or what a FEEL expression gives from variables, a list of the package, or other answers. */
import type { FeelScope } from '../engine/core/feel/feel.ts'
import { isJsonObject, type JsonValue } from '../engine/core/json.ts'
import { jsonOf } from './expression.ts'
import type { Choice, Field } from './form.ts'

export function choicesOf(field: Field, scope: FeelScope): readonly Choice[] {
  const { choices } = field.when
  if (choices === undefined) return field.choices
  return choicesIn(jsonOf(choices, scope))
}

export const choicesIn = (offered: JsonValue | undefined): readonly Choice[] =>
  Array.isArray(offered) ? offered.flatMap((it: JsonValue) => choiceOf(it) ?? []) : []

/** A value that is its own words, or { value, label } with the words { ar, en } under "label" or beside the value. */
function choiceOf(offered: JsonValue): Choice | undefined {
  if (!isJsonObject(offered)) return { value: offered, label: { ar: String(offered), en: String(offered) } }
  const { value, label = offered } = offered
  if (value === undefined || value === null || typeof value === 'object') return undefined
  const word = (language: 'ar' | 'en'): string => {
    const text = isJsonObject(label) ? label[language] : label
    return typeof text === 'string' ? text : String(value)
  }
  return { value, label: { ar: word('ar'), en: word('en') } }
}
