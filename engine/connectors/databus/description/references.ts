/**
 * References within a description, followed, and its schemas as JSON Schema 2020-12, so that what an analyst sees of a service stands by itself.
 *
 * A schema that holds itself ends at its first return, and a description that unfolds beyond all measure ends where the measure is full: both as "anything".
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts'

export interface References {
  /** What is meant, where it is meant by `$ref`. */
  follow(value: JsonValue): JsonObject
  schema(value: JsonValue): JsonObject
}

const MOST_SCHEMAS = 20_000
const MOST_HOPS = 10

export function references(document: JsonObject): References {
  let left = MOST_SCHEMAS
  const follow = (value: JsonValue): JsonObject => {
    let at = value
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      if (!isJsonObject(at)) return {}
      const target = at['$ref']
      if (typeof target !== 'string') return at
      at = find(document, target)
    }
    return {}
  }
  const plain = (value: JsonValue, above: readonly JsonObject[]): JsonObject => {
    const schema = follow(value)
    if (left-- <= 0 || above.includes(schema)) return {}
    const inside = [...above, schema]
    const entries = Object.entries(schema).flatMap(([key, it]): [string, JsonValue][] => {
      if (LEFT_OUT.has(key)) return []
      if (SINGLE.has(key) && isJsonObject(it)) return [[key, plain(it, inside)]]
      if (LISTS.has(key) && Array.isArray(it)) return [[key, it.map((one) => plain(one, inside))]]
      if (MAPS.has(key) && isJsonObject(it))
        return [[key, Object.fromEntries(Object.entries(it).map(([name, one]) => [name, plain(one, inside)]))]]
      return [[key, it]]
    })
    return modern(Object.fromEntries(entries), schema)
  }
  return { follow, schema: (value) => plain(value, []) }
}

const SINGLE = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'])
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'])
const LEFT_OUT = new Set(['nullable', 'discriminator', 'xml', 'externalDocs', 'example'])

/** What OpenAPI 3.0 says in ways of its own. */
function modern(schema: JsonObject, said: JsonObject): JsonObject {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  const nullable = said['nullable'] === true && typeof type === 'string'
  return {
    ...(type === undefined ? {} : { type: nullable ? [type, 'null'] : type }),
    ...rest,
    ...(nullable && Array.isArray(rest['enum']) ? { enum: [...rest['enum'], null] } : {}),
    ...bound('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...bound('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
  }
}

function bound(name: string, exclusive: string, value: JsonValue | undefined, open: JsonValue | undefined): JsonObject {
  if (open === true) return value === undefined ? {} : { [exclusive]: value }
  return {
    ...(value === undefined ? {} : { [name]: value }),
    ...(open === undefined || open === false ? {} : { [exclusive]: open }),
  }
}

function find(document: JsonObject, pointer: string): JsonValue {
  if (!pointer.startsWith('#/')) return {}
  let at: JsonValue = document
  for (const part of pointer.slice(2).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!isJsonObject(at) || !Object.hasOwn(at, name)) return {}
    at = at[name] ?? {}
  }
  return at
}
