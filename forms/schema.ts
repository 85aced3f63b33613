/** The fields of a JSON Schema: references followed, what "allOf" adds put together, each with its kind and words. */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import type { Choice, Field, FieldText, FormSource } from './form.ts'
import { callOf } from './asking.ts'
import { whenOf } from './expression.ts'
import { isGroup, isList, kindOf } from './kinds/kinds.ts'
import { escaped, type Pattern } from './place.ts'
import { follow } from '../engine/core/schema/reference.ts'

/** What the layout says of each field; known before the fields are read, since a widget may choose the kind. */
export type OptionsAt = (place: Pattern) => JsonObject

export function fieldsOf(source: FormSource, optionsAt: OptionsAt): readonly Field[] {
  return fieldsIn({ source, optionsAt }, merged(source.schema, source.schema), '')
}

interface Reading {
  readonly source: FormSource
  readonly optionsAt: OptionsAt
}

function fieldsIn(reading: Reading, schema: JsonObject, within: Pattern): readonly Field[] {
  const required = textsIn(schema['required'])
  return Object.entries(objectAt(schema, 'properties')).map(([name, property]) =>
    fieldOf(reading, property, `${within}/${escaped(name)}`, required.includes(name)),
  )
}

function fieldOf(reading: Reading, property: JsonValue, place: Pattern, required: boolean): Field {
  const { source, optionsAt } = reading
  const schema = merged(source.schema, isJsonObject(property) ? property : {})
  const options = optionsAt(place)
  const text = source.texts[place] ?? { label: { ar: place, en: place } }
  const items = merged(source.schema, objectAt(schema, 'items'))
  const choices = choicesOf(Array.isArray(schema['items']) || schema['type'] !== 'array' ? schema : items, text)
  const kind = kindOf({ schema, items, options, choices })
  const base = {
    place,
    kind,
    schema,
    text,
    choices,
    required,
    options,
    when: whenOf(options),
    ...callIn(options),
    ...peopleOf(options),
  }
  if (schema['type'] === 'object' || isGroup(kind)) return { ...base, inner: fieldsIn(reading, schema, place) }
  if (kind === 'files') return { ...base, schema: { ...schema, items }, inner: [] }
  if (!isList(kind)) return { ...base, inner: [] }
  if (items['type'] === 'object' || isJsonObject(items['properties']))
    return { ...base, inner: fieldsIn(reading, items, `${place}/*`) }
  return { ...base, inner: [], entry: entryOf(reading, items, place, text) }
}

function callIn({ choices }: JsonObject): Pick<Field, 'call'> {
  const call = callOf(choices)
  return call === undefined ? {} : { call }
}

function peopleOf(options: JsonObject): Pick<Field, 'writable' | 'readable'> {
  const { writable, readable } = options
  return {
    ...(Array.isArray(writable) ? { writable: textsIn(writable) } : {}),
    ...(Array.isArray(readable) ? { readable: textsIn(readable) } : {}),
  }
}

/** An entry of a list of texts is labelled like the list, whose hint is not repeated. */
function entryOf({ source, optionsAt }: Reading, items: JsonObject, list: Pattern, text: FieldText): Field {
  const place = `${list}/*`
  const { label, choices = {}, errors = {} } = text
  return fieldOf(
    { source: { ...source, texts: { [place]: { label, choices, errors } } }, optionsAt },
    items,
    place,
    true,
  )
}

const MOST_REFERENCES = 32

/** The schema with its reference and its "allOf" written out, one level deep; conditions stay where they are. */
export function merged(root: JsonObject, schema: JsonObject, depth = 0): JsonObject {
  if (depth > MOST_REFERENCES) return schema
  const { $ref: reference, ...own } = schema
  const target = typeof reference === 'string' ? follow(root, reference) : undefined
  const start = isJsonObject(target) ? both(merged(root, target, depth + 1), own) : own
  return listAt(start, 'allOf')
    .filter(isJsonObject)
    .filter((part) => part['if'] === undefined)
    .reduce<JsonObject>((sum, part) => both(sum, merged(root, part, depth + 1)), start)
}

function both(one: JsonObject, other: JsonObject): JsonObject {
  const sum: Record<string, JsonValue> = { ...one, ...other }
  if (one['properties'] !== undefined || other['properties'] !== undefined)
    sum['properties'] = { ...objectAt(one, 'properties'), ...objectAt(other, 'properties') }
  if (one['required'] !== undefined && other['required'] !== undefined)
    sum['required'] = [...new Set([...textsIn(one['required']), ...textsIn(other['required'])])]
  if (one['allOf'] !== undefined && other['allOf'] !== undefined)
    sum['allOf'] = [...listAt(one, 'allOf'), ...listAt(other, 'allOf')]
  return sum
}

/** "enum" in its order, or "oneOf" of constants. */
function choicesOf(schema: JsonObject, text: FieldText): readonly Choice[] {
  const constants = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')].flatMap((it) =>
    isJsonObject(it) && it['const'] !== undefined ? [it['const']] : [],
  )
  return [...listAt(schema, 'enum'), ...constants].map((value) => ({
    value,
    label: text.choices?.[String(value)] ?? { ar: String(value), en: String(value) },
  }))
}

export const textsIn = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((it) => typeof it === 'string') : []

export function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key]
  return isJsonObject(value) ? value : {}
}

export function listAt(schema: JsonObject, key: string): readonly JsonValue[] {
  const value = schema[key]
  return Array.isArray(value) ? value : []
}
