/** One of several answers that are offered: which it is, and its words. */
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import type { Choice, Field } from '../form.ts'
import type { Asked } from './kind.ts'

/** The value that was chosen; a text nobody offered stays itself and is refused. */
export function chosen(text: string | undefined, field: Field): JsonValue | undefined {
  if (text === undefined) return undefined
  const choice = field.choices.find((it) => String(it.value) === text)
  return choice === undefined ? text : choice.value
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
