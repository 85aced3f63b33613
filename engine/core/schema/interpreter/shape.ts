/** Whether a schema is one: the value of every keyword of the kind that the standard's own schema asks for. */
import { isJsonObject, type JsonValue } from '../../json.ts'
import { below } from './rule.ts'
import { isTypeName } from './type.ts'

/** @returns the place and what was expected there; undefined where all is well */
export function shapeFault(schema: JsonValue, place = ''): string | undefined {
  if (typeof schema === 'boolean') return undefined
  if (!isJsonObject(schema)) return `data${place} must be object,boolean`
  const dialect = schema['$schema']
  if (place === '' && dialect !== undefined && !DIALECTS.some((it) => it === dialect))
    return `no schema with key or ref ${JSON.stringify(dialect)}`
  for (const [keyword, value] of Object.entries(schema)) {
    const fault = SHAPES.get(keyword)?.(value, below(place, keyword))
    if (fault !== undefined) return fault
  }
  return undefined
}

const DIALECTS = [
  'https://json-schema.org/draft/2020-12/schema',
  'https://json-schema.org/draft/2020-12/schema#',
  'http://json-schema.org/schema',
] as const

/** @returns the fault, if there is one */
type Shape = (value: JsonValue, place: string) => string | undefined

const shape =
  (wanted: string, isGood: (value: JsonValue) => boolean): Shape =>
  (value, place) =>
    isGood(value) ? undefined : `data${place} must be ${wanted}`

const text = shape('string', (value) => typeof value === 'string')
const flag = shape('boolean', (value) => typeof value === 'boolean')
const number = shape('number', (value) => typeof value === 'number')
const count = shape('integer >= 0', (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0)
const list = shape('array', Array.isArray)
const names = shape('array of different strings', isNames)

function isNames(value: JsonValue): boolean {
  if (!Array.isArray(value)) return false
  const found = value as readonly JsonValue[]
  return found.every((it) => typeof it === 'string') && new Set(found).size === found.length
}

const types = shape('a type or array of different types', (value) =>
  Array.isArray(value)
    ? value.length > 0 && new Set(value).size === value.length && (value as readonly JsonValue[]).every(isTypeName)
    : isTypeName(value),
)

const schemas: Shape = (value, place) => {
  if (!Array.isArray(value) || value.length === 0) return `data${place} must be array of schemas`
  return firstOf([...(value as readonly JsonValue[]).entries()], (it, index) => shapeFault(it, below(place, index)))
}

const byName =
  (inner: Shape): Shape =>
  (value, place) =>
    isJsonObject(value)
      ? firstOf(Object.entries(value), (it, name) => inner(it, below(place, name)))
      : `data${place} must be object`

function firstOf<Key>(
  entries: readonly (readonly [Key, JsonValue])[],
  faultOf: (value: JsonValue, key: Key) => string | undefined,
): string | undefined {
  for (const [key, value] of entries) {
    const fault = faultOf(value, key)
    if (fault !== undefined) return fault
  }
  return undefined
}

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['$id', text],
  ['$schema', text],
  ['$ref', text],
  ['$comment', text],
  ['$vocabulary', byName(flag)],
  ['$defs', byName(shapeFault)],
  ['definitions', byName(shapeFault)],
  ['type', types],
  ['enum', list],
  ['multipleOf', shape('number > 0', (value) => typeof value === 'number' && value > 0)],
  ['maximum', number],
  ['minimum', number],
  ['exclusiveMaximum', number],
  ['exclusiveMinimum', number],
  ['maxLength', count],
  ['minLength', count],
  ['pattern', text],
  ['format', text],
  ['maxItems', count],
  ['minItems', count],
  ['uniqueItems', flag],
  ['maxContains', count],
  ['minContains', count],
  ['maxProperties', count],
  ['minProperties', count],
  ['required', names],
  ['dependentRequired', byName(names)],
  ['dependentSchemas', byName(shapeFault)],
  ['dependencies', byName((value, place) => (isNames(value) ? undefined : shapeFault(value, place)))],
  ['prefixItems', schemas],
  ['items', shapeFault],
  ['contains', shapeFault],
  ['additionalProperties', shapeFault],
  ['properties', byName(shapeFault)],
  ['patternProperties', byName(shapeFault)],
  ['propertyNames', shapeFault],
  ['if', shapeFault],
  ['then', shapeFault],
  ['else', shapeFault],
  ['allOf', schemas],
  ['anyOf', schemas],
  ['oneOf', schemas],
  ['not', shapeFault],
  ['unevaluatedItems', shapeFault],
  ['unevaluatedProperties', shapeFault],
  ['title', text],
  ['description', text],
  ['deprecated', flag],
  ['readOnly', flag],
  ['writeOnly', flag],
  ['examples', list],
  ['contentEncoding', text],
  ['contentMediaType', text],
  ['contentSchema', shapeFault],
])
