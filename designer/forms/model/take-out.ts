/** Takes fields out of a form: of the schema and its conditions, the texts and the layout; definitions nobody refers to any more go along. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { lies, type Pattern } from '../../../forms/place.ts'
import { aroundOf, nameOf, namesIn, ownedAt, withoutOrphans } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { objectAt, withValue } from './json/pointer.ts'
import { controlsOf, elementsOf } from './layout.ts'
import { standing } from './room.ts'

/** An object that has no field left goes with its last one. */
export function withoutField(form: FormJson, place: Pattern): FormJson {
  const around = aroundOf(place)
  const owned = ownedAt(form, around)
  if (owned === undefined || !namesIn(form, around).includes(nameOf(place))) return form
  const isLast = around !== '' && !around.endsWith('/*') && namesIn(form, around).length === 1
  if (isLast) return withoutField(form, around)
  const declared = withValue(owned.form, owned.at, without(objectAt(owned.form, owned.at), nameOf(place)))
  return withoutOrphans(form, withoutTexts(withoutControls(declared, place), place))
}

/** What is no longer asked for by any control. */
export function withoutUnasked(form: FormJson, places: readonly Pattern[]): FormJson {
  return places.reduce<FormJson>(
    (sum, place) => (controlsOf(sum, place).length === 0 ? withoutField(sum, place) : sum),
    form,
  )
}

export function withoutTexts(form: FormJson, place: Pattern, keep?: Pattern): FormJson {
  return Object.keys(objectAt(form, '/texts'))
    .filter((it) => lies(place, it) && it !== keep)
    .reduce<FormJson>(
      (sum, it) => withValue(sum, `/texts/${it.replaceAll('~', '~0').replaceAll('/', '~1')}`, undefined),
      form,
    )
}

/** From the last to the first, so that those before keep their places. */
export function withoutControls(form: FormJson, place: Pattern, keep?: Pattern): FormJson {
  const found = elementsOf(form).filter((it) => it.place !== undefined && lies(place, it.place) && it.place !== keep)
  return found.toReversed().reduce<FormJson>((sum, { at }) => withoutElement(sum, at), form)
}

/** A section around it that is empty then goes too, a page stays. */
export function withoutElement(form: FormJson, at: string): FormJson {
  return standing(at) === undefined ? form : withValue(form, at, undefined)
}

const SAME_OBJECT = ['if', 'then', 'else', 'not'] as const

function without(schema: JsonObject, name: string): JsonObject {
  const rest = (it: readonly JsonValue[]): readonly JsonValue[] =>
    it.includes(name) ? it.filter((one) => one !== name) : it
  const change = (key: string, it: JsonValue): JsonValue | undefined => {
    if (key === 'properties' && isJsonObject(it))
      return withValue(it, `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, undefined)
    if (key === 'required' && Array.isArray(it)) return emptyGone(it, rest(it))
    if (key === 'dependentRequired' && isJsonObject(it)) return dependent(it, name, rest)
    if (SAME_OBJECT.some((one) => one === key) && isJsonObject(it)) return without(it, name)
    if (key === 'allOf' && Array.isArray(it)) {
      const parts: readonly JsonValue[] = it
      return emptyGone(
        it,
        parts
          .filter((one) => !hangsOn(one, name))
          .map((one) => (isJsonObject(one) && speaks(one, name) ? without(one, name) : one)),
      )
    }
    return it
  }
  // A condition on what is not asked any more would always hold, or never.
  const gone = hangsOn(schema, name) ? ['if', 'then', 'else'] : []
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, it]): [string, JsonValue][] => {
      const left = gone.includes(key) ? undefined : change(key, it)
      return left === undefined ? [] : [[key, left]]
    }),
  )
}

const hangsOn = (schema: JsonValue, name: string): boolean =>
  isJsonObject(schema) && isJsonObject(schema['if']) && speaks(schema['if'], name)

function speaks(schema: JsonObject, name: string): boolean {
  const { properties, required } = schema
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) return true
  if (Array.isArray(required) && required.includes(name)) return true
  return Object.entries(schema).some(([key, it]) => {
    if (SAME_OBJECT.some((one) => one === key)) return isJsonObject(it) && speaks(it, name)
    const parts: readonly JsonValue[] = Array.isArray(it) ? it : []
    return key.endsWith('Of') && parts.some((one) => isJsonObject(one) && speaks(one, name))
  })
}

const emptyGone = (before: JsonValue, after: readonly JsonValue[]): JsonValue | undefined =>
  after.length === 0 && Array.isArray(before) && before.length > 0 ? undefined : after

function dependent(
  object: JsonObject,
  name: string,
  rest: (it: readonly JsonValue[]) => readonly JsonValue[],
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, it]): [string, JsonValue][] =>
      key === name ? [] : [[key, Array.isArray(it) ? rest(it) : it]],
    ),
  )
}
