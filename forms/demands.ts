/** Which answers the schema asks for as things stand: "required", also where it hangs on another answer by "if", "then", "else" or "dependentRequired". */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import { linearRegExp } from '../engine/core/schema/regexp.ts'
import { escaped, type Place } from './place.ts'
import { follow } from '../engine/core/schema/reference.ts'
import { listAt, objectAt, textsIn } from './schema.ts'

export function demandedIn(schema: JsonObject, answers: JsonObject): ReadonlySet<Place> {
  const places = new Set<Place>()
  visit({ root: schema, places }, schema, answers, '', 0)
  return places
}

interface Visit {
  readonly root: JsonObject
  readonly places: Set<Place>
}

const DEEPEST = 64

function visit(
  it: Visit,
  schema: JsonValue | undefined,
  value: JsonValue | undefined,
  place: Place,
  depth: number,
): void {
  if (!isJsonObject(schema) || depth > DEEPEST) return
  const deeper = (inner: JsonValue | undefined, at = value, where = place): void =>
    visit(it, inner, at, where, depth + 1)
  if (typeof schema['$ref'] === 'string') deeper(follow(it.root, schema['$ref']))
  for (const name of textsIn(schema['required'])) it.places.add(`${place}/${escaped(name)}`)
  for (const [name, names] of Object.entries(objectAt(schema, 'dependentRequired')))
    if (isJsonObject(value) && Object.hasOwn(value, name))
      for (const other of textsIn(names)) it.places.add(`${place}/${escaped(other)}`)
  for (const part of listAt(schema, 'allOf')) deeper(part)
  if (schema['if'] !== undefined) deeper(holds(it.root, schema['if'], value) ? schema['then'] : schema['else'])
  for (const [name, property] of Object.entries(objectAt(schema, 'properties'))) {
    const where = `${place}/${escaped(name)}`
    const inner = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
    if (inner !== undefined || it.places.has(where)) deeper(property, inner, where)
  }
  if (Array.isArray(value))
    for (const [index, entry] of value.entries()) deeper(schema['items'], entry, `${place}/${String(index)}`)
}

/** The keywords that conditions are written with; others hold. What decides in the end is the judge. */
function holds(root: JsonObject, schema: JsonValue, value: JsonValue | undefined): boolean {
  if (typeof schema === 'boolean') return schema
  if (!isJsonObject(schema)) return true
  return Object.entries(schema).every(([keyword, asked]) => KEYWORDS[keyword]?.(asked, value, root) ?? true)
}

type Keyword = (asked: JsonValue, value: JsonValue | undefined, root: JsonObject) => boolean

const list = (value: JsonValue): readonly JsonValue[] => (Array.isArray(value) ? value : [])
const compared =
  (fits: (value: number, limit: number) => boolean): Keyword =>
  (limit, value) =>
    typeof value !== 'number' || typeof limit !== 'number' || fits(value, limit)

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $ref: (reference, value, root) => holds(root, follow(root, String(reference)) ?? true, value),
  const: (asked, value) => JSON.stringify(asked) === JSON.stringify(value),
  enum: (asked, value) => list(asked).some((it) => JSON.stringify(it) === JSON.stringify(value)),
  required: (names, value) => !isJsonObject(value) || textsIn(names).every((it) => Object.hasOwn(value, it)),
  properties: (properties, value, root) =>
    !isJsonObject(value) ||
    !isJsonObject(properties) ||
    Object.entries(properties).every(([name, inner]) => !Object.hasOwn(value, name) || holds(root, inner, value[name])),
  not: (inner, value, root) => !holds(root, inner, value),
  allOf: (parts, value, root) => list(parts).every((it) => holds(root, it, value)),
  anyOf: (parts, value, root) => list(parts).some((it) => holds(root, it, value)),
  oneOf: (parts, value, root) => list(parts).filter((it) => holds(root, it, value)).length === 1,
  minimum: compared((value, limit) => value >= limit),
  maximum: compared((value, limit) => value <= limit),
  exclusiveMinimum: compared((value, limit) => value > limit),
  exclusiveMaximum: compared((value, limit) => value < limit),
  minLength: (limit, value) => typeof value !== 'string' || [...value].length >= Number(limit),
  maxLength: (limit, value) => typeof value !== 'string' || [...value].length <= Number(limit),
  minItems: (limit, value) => !Array.isArray(value) || value.length >= Number(limit),
  maxItems: (limit, value) => !Array.isArray(value) || value.length <= Number(limit),
  contains: (inner, value, root) => !Array.isArray(value) || value.some((it: JsonValue) => holds(root, inner, it)),
  pattern: (pattern, value) => typeof value !== 'string' || linearRegExp(String(pattern), 'u').test(value),
  type: (asked, value) => (Array.isArray(asked) ? asked : [asked]).some((it) => isOf(String(it), value)),
}

function isOf(type: string, value: JsonValue | undefined): boolean {
  if (value === undefined) return true
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isJsonObject(value)
  return type === 'null' ? value === null : typeof value === type
}
