/** One of several answers that are offered: which it is, and its words. */
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import type { Choice, Field } from '../form.ts'
import type { Asked } from './kind.ts'

/** The value that was chosen; a text the schema does not list stays itself, to be judged. */
export function chosen(text: string | undefined, field: Field): JsonValue | undefined {
  if (text === undefined) return undefined
  const choice = field.choices.find((it) => String(it.value) === text)
  if (choice !== undefined) return choice.value
  const type = field.schema['type']
  const isNumber = (type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)
  return isNumber ? Number(text) : text
}

export function choiceViews(
  isChosen: (value: JsonValue) => boolean,
  { choices, language }: Asked,
): readonly JsonObject[] {
  return choices.map(({ value, label }, index) => ({
    value: String(value),
    label: label[language],
    chosen: isChosen(value),
    number: index + 1,
  }))
}

export function wordsOf(value: JsonValue, choices: readonly Choice[], { language }: Pick<Asked, 'language'>): string {
  return choices.find((it) => it.value === value)?.label[language] ?? String(value)
}
