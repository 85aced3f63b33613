/** Calls an answer otherwise where procedures and tables read it: its words, what it means at the desk and the conditions of the form follow. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/core/json.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { seenFrom, speakingOf } from '../expressions.ts'
import { isField, ownedAt } from '../fields.ts'
import type { FormJson } from '../form-file.ts'
import { escaped, objectAt, partsOf, renamedKey, withValue } from '../json/pointer.ts'
import { choicesAt } from '../kind-at.ts'
import { entryOf, optionsOf } from '../layout.ts'
import { comparedIn, revaluedIn } from '../mentions.ts'
import { withOption } from '../options.ts'
import { spokenChoices } from '../spoken-choices.ts'

export interface RenameChoice {
  readonly place: Pattern
  readonly from: string
  readonly to: string
}

export const renameChoice: Command<RenameChoice> = {
  label: { ar: 'تغيير قيمة الخيار', en: 'Change the value of the choice' },
  does(form, { place, from, to }) {
    const values = choicesAt(form, place).map(({ value }) => value)
    if (!values.includes(from)) return NO_FIELD
    if (to === from) return changed(form, { place })
    if (!/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u.test(to))
      return refused(
        'القيمة حروف وأرقام بلا مسافات، مثل food',
        'Expected a value of letters and digits without spaces, such as food',
      )
    if (values.map(String).includes(to)) return refused(`قيمة خيار آخر ${to}`, `Another choice has the value ${to}`)
    const answer = entryOf(form, place)
    const owned = ownedAt(form, answer)
    if (owned === undefined) return NO_FIELD
    const schema = inSchema(objectAt(owned.form, '/schema'), partsOf(answer), from, to)
    const listed = withValue(owned.form, '/schema', schema)
    if (spokenChoices(listed, place).includes(from))
      return refused(
        'قاعدة في مخطط النموذج تذكر هذه القيمة',
        'A rule of the schema speaks of this value; change it there first',
      )
    return changed(withMeaning(withConditions(withWords(listed, place, from, to), place, from, to), place, from, to), {
      place,
    })
  },
}

const SAME_VALUE: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not']

/** Wherever the schema speaks of the answer: where it is declared, and in conditions. @param names that lead to it */
function inSchema(schema: JsonObject, names: readonly string[], from: string, to: string): JsonObject {
  const [name, ...rest] = names
  const other = (it: JsonValue): JsonValue => (it === from ? to : it)
  const within = (it: JsonValue, left: readonly string[]): JsonValue => {
    if (Array.isArray(it)) return it.map((one: JsonValue) => within(one, left))
    return isJsonObject(it) ? inSchema(it, left, from, to) : it
  }
  const change = (key: string, it: JsonValue): JsonValue => {
    if (SAME_VALUE.includes(key)) return within(it, names)
    if (name === undefined && key === 'const') return other(it)
    if (name === undefined && key === 'enum' && Array.isArray(it)) return it.map(other)
    if (name === '*' && key === 'items') return within(it, rest)
    if (name === undefined || key !== 'properties' || !isJsonObject(it)) return it
    return Object.fromEntries(
      Object.entries(it).map(([own, inner]) => [own, own === name ? within(inner, rest) : inner]),
    )
  }
  return Object.fromEntries(Object.entries(schema).map(([key, it]) => [key, change(key, it)]))
}

function withWords(form: FormJson, place: Pattern, from: string, to: string): FormJson {
  const at = `/texts/${escaped(place)}/choices`
  return withValue(form, at, renamedKey(objectAt(form, at), from, to))
}

function withConditions(form: FormJson, place: Pattern, from: string, to: string): FormJson {
  return speakingOf(form, place).reduce<FormJson>((sum, { at, element, source }) => {
    const compared = comparedIn(source, seenFrom(element.within), (it) => isField(form, it))
    return withValue(sum, at, `=${revaluedIn(source, compared, place, from, to)}`)
  }, form)
}

function withMeaning(form: FormJson, place: Pattern, from: string, to: string): FormJson {
  const { outcomes } = optionsOf(form, place)
  if (!isJsonObject(outcomes)) return form
  const renamed = Object.entries(outcomes).map(([meaning, values]): [string, JsonValue] => [
    meaning,
    Array.isArray(values) ? values.map((it: JsonValue) => (it === from ? to : it)) : values,
  ])
  return withOption(form, place, 'outcomes', Object.fromEntries(renamed))
}
