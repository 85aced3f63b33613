/** Calls a field otherwise: schema, what is required, conditions, scopes, texts and every expression of the form follow. */
import { forbiddenKeys, isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/core/json.ts'
import { lies, type Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { withRenamed } from '../expressions.ts'
import { aroundOf, nameOf, namesIn, ownedAt } from '../fields.ts'
import type { FormJson } from '../form-file.ts'
import { escaped, objectAt, renamedKey, withValue } from '../json/pointer.ts'
import { elementsOf, scopeOf } from '../layout.ts'

export interface RenameField {
  readonly place: Pattern
  readonly name: string
}

export const renameField: Command<RenameField> = {
  label: { ar: 'تغيير اسم الحقل', en: 'Rename the field' },
  does(form, { place, name }) {
    const around = aroundOf(place)
    const names = namesIn(form, around)
    const from = nameOf(place)
    if (!names.includes(from)) return NO_FIELD
    if (name === from) return changed(form, { place })
    if (!isName(name))
      return refused(
        'الاسم البرمجي حروف لاتينية وأرقام تبدأ بحرف، مثل birthDate',
        'Expected a name of Latin letters and digits that begins with a letter, such as birthDate',
      )
    if (names.includes(name))
      return refused(`في النموذج حقل آخر اسمه ${name}`, `Another field is called ${name} already`)
    const to = `${around}/${escaped(name)}`
    const owned = ownedAt(withRenamed(form, place, name), around)
    if (owned === undefined) return NO_FIELD
    const declared = withValue(owned.form, owned.at, inSchema(objectAt(owned.form, owned.at), from, name))
    return changed(withTexts(withScopes(form, declared, place, to), place, to), { place: to })
  },
}

/** What FEEL reads as one word. */
export const isName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]{0,59}$/.test(name) && !forbiddenKeys.has(name)

const SAME_OBJECT = ['if', 'then', 'else', 'not'] as const
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const

/** An object's schema and everything that speaks of the same object. */
function inSchema(schema: JsonObject, from: string, to: string): JsonObject {
  const name = (it: JsonValue): JsonValue => (it === from ? to : it)
  const inner = (it: JsonValue): JsonValue => (isJsonObject(it) ? inSchema(it, from, to) : it)
  const change = (key: string, it: JsonValue): JsonValue => {
    if (key === 'properties' && isJsonObject(it)) return keptIfSame(it, renamedKey(it, from, to))
    if (key === 'required' && Array.isArray(it))
      return keptIfSame(
        it,
        it.map((one: JsonValue) => name(one)),
      )
    if (key === 'dependentRequired' && isJsonObject(it))
      return keptIfSame(it, dependent(renamedKey(it, from, to), name))
    if (SAME_OBJECT.some((one) => one === key)) return inner(it)
    if (LISTS.some((one) => one === key) && Array.isArray(it))
      return keptIfSame(
        it,
        it.map((one: JsonValue) => inner(one)),
      )
    return it
  }
  return Object.fromEntries(Object.entries(schema).map(([key, it]) => [key, change(key, it)]))
}

const dependent = (object: JsonObject, name: (it: JsonValue) => JsonValue): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([key, it]) => [key, Array.isArray(it) ? it.map((one: JsonValue) => name(one)) : it]),
  )

const keptIfSame = (before: JsonValue, after: JsonValue): JsonValue =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after

const moved = (place: Pattern, from: Pattern, to: Pattern): Pattern =>
  lies(from, place) ? to + place.slice(from.length) : place

/** @param before the form in which the places are those of before */
function withScopes(before: FormJson, form: FormJson, from: Pattern, to: Pattern): FormJson {
  return elementsOf(before).reduce<FormJson>((sum, { at, place, within }) => {
    if (place === undefined || !lies(from, place) || place === within) return sum
    return withValue(sum, `${at}/scope`, scopeOf(moved(place, from, to), moved(within, from, to)))
  }, form)
}

function withTexts(form: FormJson, from: Pattern, to: Pattern): FormJson {
  const texts = objectAt(form, '/texts')
  const renamed = Object.entries(texts).map(([place, it]): [string, JsonValue] => [moved(place, from, to), it])
  return renamed.every(([place], index) => place === Object.keys(texts)[index])
    ? form
    : withValue(form, '/texts', Object.fromEntries(renamed))
}
