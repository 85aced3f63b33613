/** A field that is not in a form yet: its schema, the definitions it stands on, its words and how it is laid out. Put in, it gets a name that is free. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { freeName, namesIn, ownedAt, referencesIn } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { escaped, isSame, listAt, objectAt, valueAt, withValue } from './json/pointer.ts'
import { controlOf } from './layout.ts'
import { put, type Room } from './room.ts'

export interface Part {
  readonly name: string
  readonly schema: JsonObject
  readonly defs: JsonObject
  /** By what comes after its own place: "" for itself, "/first" for a field inside. */
  readonly texts: Readonly<Record<string, JsonObject>>
  readonly options: JsonObject
  /** Its own layout, with the scope of a field called as it is. */
  readonly elements?: readonly JsonObject[]
  readonly required: boolean
}

export interface PutIn {
  readonly form: FormJson
  readonly place: Pattern
}

/** undefined: the object it should stand in is not there. */
export function withPart(form: FormJson, part: Part, room: Room, index: number | undefined): PutIn | undefined {
  const around = ownedAt(form, room.within)
  if (around === undefined) return undefined
  const name = freeName(part.name, namesIn(form, room.within))
  const place = `${room.within}/${escaped(name)}`
  const { defs, schema } = withFreeDefinitions(around.form, part)
  const declared = withValue(around.form, `${around.at}/properties/${escaped(name)}`, schema)
  const asked = part.required ? withRequired(declared, around.at, name) : declared
  const defined = Object.entries(defs).reduce(
    (sum, [key, it]) => withValue(sum, `/schema/$defs/${escaped(key)}`, it),
    asked,
  )
  const told = Object.entries(part.texts).reduce(
    (sum, [suffix, it]) => withValue(sum, `/texts/${escaped(place + suffix)}`, it),
    defined,
  )
  if (room.list === undefined) return { form: told, place }
  const elements = part.elements?.map((it) => called(it, part.name, name)) ?? [
    controlOf(place, room.within, part.options),
  ]
  return { form: put(told, room.list, index, elements), place }
}

export function withRequired(form: FormJson, object: string, name: string): FormJson {
  const now = listAt(form, `${object}/required`)
  if (now.includes(name)) return form
  const list = [...now, name]
  if (now.length > 0 || valueAt(form, `${object}/required`) !== undefined)
    return withValue(form, `${object}/required`, list)
  // Where the library and the packages have it: before the properties.
  const { properties, ...others } = objectAt(form, object)
  const made = properties === undefined ? { ...others, required: list } : insertedBefore(objectAt(form, object), list)
  return withValue(form, object, made)
}

const insertedBefore = (schema: JsonObject, required: readonly JsonValue[]): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([key, it]): [string, JsonValue][] =>
      key === 'properties'
        ? [
            ['required', required],
            [key, it],
          ]
        : [[key, it]],
    ),
  )

/** Its own scopes, where the field is called otherwise. */
function called(element: JsonObject, from: string, to: string): JsonObject {
  if (from === to) return element
  const own = `#/properties/${escaped(from)}`
  const value = (key: string, it: JsonValue): JsonValue => {
    if (key === 'scope' && typeof it === 'string' && (it === own || it.startsWith(`${own}/`)))
      return `#/properties/${escaped(to)}${it.slice(own.length)}`
    if (key !== 'elements' || !Array.isArray(it)) return it
    const inner: readonly JsonValue[] = it
    return inner.map((one) => (isJsonObject(one) ? called(one, from, to) : one))
  }
  return Object.fromEntries(Object.entries(element).map(([key, it]) => [key, value(key, it)]))
}

/** A definition the form has already is used; one it has otherwise under that name gets another. */
function withFreeDefinitions(
  form: FormJson,
  { defs, schema }: Part,
): { readonly defs: JsonObject; readonly schema: JsonObject } {
  const known = objectAt(form, '/schema/$defs')
  const others = otherwiseThere(known, defs)
  const names = new Map(
    Object.keys(defs).map((name) => [
      name,
      others.has(name) ? freeName(name, [...Object.keys(known), ...Object.keys(defs)]) : name,
    ]),
  )
  const repointed = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map((it: JsonValue) => repointed(it))
    if (!isJsonObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, it]) => {
        const name = key === '$ref' && typeof it === 'string' ? /^#\/\$defs\/([^/]+)$/.exec(it)?.[1] : undefined
        return [key, name === undefined ? repointed(it) : `#/$defs/${names.get(name) ?? name}`]
      }),
    )
  }
  const own = repointed(schema)
  return {
    defs: Object.fromEntries(
      Object.entries(defs)
        .filter(([name]) => names.get(name) !== name || !Object.hasOwn(known, name))
        .map(([name, it]) => [names.get(name) ?? name, repointed(it)]),
    ),
    schema: isJsonObject(own) ? own : schema,
  }
}

/** Those the form has in other words, and those that lead to such a one: the same letters would mean something else there. */
function otherwiseThere(known: JsonObject, defs: JsonObject): ReadonlySet<string> {
  const found = new Set(Object.keys(defs).filter((it) => Object.hasOwn(known, it) && !isSame(known[it], defs[it])))
  const leads = (name: string): boolean =>
    referencesIn(defs[name] ?? {}).some((it) => found.has(it.slice('#/$defs/'.length)))
  for (;;) {
    const more = Object.keys(defs).filter((it) => !found.has(it) && Object.hasOwn(known, it) && leads(it))
    if (more.length === 0) return found
    for (const name of more) found.add(name)
  }
}
