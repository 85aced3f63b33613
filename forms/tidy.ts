/** Answers as they are handed on: an empty part nobody asks for is left out, one the schema asks for is there, though empty. */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import type { CompiledForm, Field } from './form.ts'
import { isGroup, isList } from './kinds/kinds.ts'
import { type Place, partsOf } from './place.ts'

export function tidy(form: CompiledForm, answers: JsonObject, isVisible: (place: Place) => boolean): JsonObject {
  return inside(form.top, answers, '', isVisible)
}

function inside(
  fields: readonly Field[],
  object: JsonObject,
  place: Place,
  isVisible: (place: Place) => boolean,
): JsonObject {
  let result = object
  for (const field of fields) {
    if (field.inner.length === 0 && !isList(field.kind)) continue
    const name = partsOf(field.place).at(-1) ?? ''
    const at = `${place}${field.place.slice(field.place.lastIndexOf('/'))}`
    const before = Object.hasOwn(object, name) ? object[name] : undefined
    const after = tidied(field, before, at, isVisible)
    if (after === before) continue
    const { [name]: _, ...others } = result
    result = after === undefined ? others : { ...result, [name]: after }
  }
  return result
}

function tidied(
  field: Field,
  value: JsonValue | undefined,
  place: Place,
  isVisible: (place: Place) => boolean,
): JsonValue | undefined {
  if (isList(field.kind)) {
    if (!Array.isArray(value)) return value
    if (value.length === 0 && !field.required) return undefined
    if (field.inner.length === 0) return value
    const entries = value.map((entry: JsonValue, index) =>
      isJsonObject(entry) ? inside(field.inner, entry, `${place}/${String(index)}`, isVisible) : entry,
    )
    return entries.every((entry, index) => entry === value[index]) ? value : entries
  }
  const asked = field.required && isGroup(field.kind) && isVisible(place)
  if (value !== undefined && !isJsonObject(value)) return value
  if (value === undefined && !asked) return undefined
  const object = inside(field.inner, value ?? {}, place, isVisible)
  return Object.keys(object).length > 0 || asked ? object : undefined
}
