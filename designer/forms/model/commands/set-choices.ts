/** What is offered to choose from, with words in both languages, in the order in which it is shown. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/core/json.ts'
import type { Choice } from '../../../../forms/form.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { isField, ownedAt } from '../fields.ts'
import type { FormJson } from '../form-file.ts'
import { escaped, listAt, objectAt, withValue } from '../json/pointer.ts'
import { withOption } from '../options.ts'
import { entryOf, optionsOf } from '../layout.ts'
import { spokenChoices } from '../spoken-choices.ts'

export interface SetChoices {
  readonly place: Pattern
  readonly choices: readonly Choice[]
}

export const setChoices: Command<SetChoices> = {
  label: { ar: 'تغيير الخيارات', en: 'Change the choices' },
  does(form, { place, choices }) {
    if (!isField(form, place)) return NO_FIELD
    const values = choices.map((it) => it.value)
    if (choices.length === 0) return refused('للسؤال خيار واحد على الأقل', 'A question has at least one choice')
    if (new Set(values.map(String)).size < values.length)
      return refused('لكل خيار قيمة غير قيم غيره', 'Every choice has a value of its own')
    const owned = ownedAt(form, entryOf(form, place))
    if (owned === undefined) return NO_FIELD
    const listed = withValues(owned.form, owned.at, values)
    const words: JsonObject = Object.fromEntries(choices.map(({ value, label }) => [String(value), { ...label }]))
    const told = withValue(
      listed,
      `/texts/${escaped(place)}/choices`,
      keptWords(form, place, words, spokenChoices(listed, place)),
    )
    return changed(withoutGone(told, place, values), { place })
  },
}

/** Written as it was: "enum", or constants under "oneOf". */
function withValues(form: FormJson, at: string, values: readonly JsonValue[]): FormJson {
  const constants = listAt(form, `${at}/oneOf`)
  if (constants.length === 0) return withValue(withValue(form, `${at}/const`, undefined), `${at}/enum`, values)
  const known = new Map(constants.map((it) => [isJsonObject(it) ? it['const'] : undefined, it]))
  return withValue(
    form,
    `${at}/oneOf`,
    values.map((value) => known.get(value) ?? { const: value }),
  )
}

/** Words nobody changed are the very ones that stood there; what a condition still speaks of keeps its own. */
function keptWords(form: FormJson, place: Pattern, words: JsonObject, spoken: readonly string[]): JsonObject {
  const before = objectAt(form, `/texts/${escaped(place)}/choices`)
  const left = spoken.filter((value) => !Object.hasOwn(words, value) && Object.hasOwn(before, value))
  const all: readonly (readonly [string, JsonValue])[] = [
    ...Object.entries(words),
    ...left.map((value) => [value, before[value] ?? {}] as const),
  ]
  return Object.fromEntries(
    all.map(([key, it]) => [key, JSON.stringify(before[key]) === JSON.stringify(it) ? (before[key] ?? it) : it]),
  )
}

/** What is no longer offered stands for no outcome either. */
function withoutGone(form: FormJson, place: Pattern, values: readonly JsonValue[]): FormJson {
  const { outcomes } = optionsOf(form, place)
  if (!isJsonObject(outcomes)) return form
  const left = Object.keys(outcomes).flatMap((meaning): [string, JsonValue][] => {
    const meant = listAt(outcomes, `/${meaning}`)
    const kept = meant.filter((it) => values.includes(it))
    return kept.length === 0 ? [] : [[meaning, kept.length === meant.length ? meant : kept]]
  })
  return withOption(form, place, 'outcomes', left.length === 0 ? undefined : Object.fromEntries(left))
}
