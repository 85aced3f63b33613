/** Of what kind answers and constants are: read from the schema of a form, or from a value itself. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'
import { follow } from '../../schema/reference.ts'
import type { FormTexts } from '../form-texts.ts'
import {
  ANY,
  DATE,
  NULL,
  NUMBER,
  TEXT,
  TRUTH,
  either,
  listOf,
  together,
  type Origin,
  type Variable,
  type VariableType,
} from './variable.ts'

interface Reading {
  readonly root: JsonObject
  readonly texts: FormTexts
  readonly origin: Origin
}

/** The questions of a form, each a variable of its own. */
export function answersOf(schema: JsonObject, texts: FormTexts, origin: Origin): readonly Variable[] {
  const type = typeOfSchema(schema, '', { root: schema, texts, origin })
  return type.kind === 'object' ? type.fields : []
}

const COMBINERS = ['allOf', 'anyOf', 'oneOf'] as const
const BRANCHES = ['then', 'else'] as const

/** Of a value that a schema of somebody else describes: the answer of a service. */
export const typeOfDescribed = (schema: JsonObject, origin: Origin): VariableType =>
  typeOfSchema(schema, '', { root: schema, texts: {}, origin })

/** The schema passed the limits, so its references end. */
function typeOfSchema(schema: JsonValue | undefined, place: string, reading: Reading): VariableType {
  if (schema === undefined || !isJsonObject(schema)) return ANY
  const own = ownType(schema, place, reading)
  const reference = schema['$ref']
  const parts = [
    ...(typeof reference === 'string' ? [follow(reading.root, reference)] : []),
    ...COMBINERS.flatMap((it) => listIn(schema[it])),
    ...BRANCHES.map((it) => schema[it]),
  ]
  return parts.reduce<VariableType>((type, it) => together(type, typeOfSchema(it, place, reading)), own)
}

function ownType(schema: JsonObject, place: string, reading: Reading): VariableType {
  const { type, properties, items, format } = schema
  const types = (Array.isArray(type) ? (type as readonly JsonValue[]) : [type]).filter((it) => it !== 'null')
  const only = types.length === 1 ? types[0] : undefined
  if (properties !== undefined && isJsonObject(properties)) return objectIn(properties, place, reading)
  if (only === 'array') return listOf(typeOfSchema(items, `${place}/*`, reading))
  if (only === 'string') return format === 'date' || format === 'date-time' ? DATE : textIn(schema)
  if (only === 'number' || only === 'integer') return NUMBER
  if (only === 'boolean') return TRUTH
  return only === 'object' ? { kind: 'object', fields: [] } : ANY
}

function objectIn(properties: JsonObject, place: string, reading: Reading): VariableType {
  const fields = Object.entries(properties).map(([name, inner]): Variable => {
    const at = `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const title = reading.texts[at]?.label
    return { name, type: typeOfSchema(inner, at, reading), origin: reading.origin, ...(title && { title }) }
  })
  return { kind: 'object', fields }
}

function textIn(schema: JsonObject): VariableType {
  const constants = listIn(schema['oneOf']).map((it) => (isJsonObject(it) ? it['const'] : undefined))
  const choices = [...listIn(schema['enum']), ...constants].filter((it) => typeof it === 'string')
  return choices.length > 0 ? { kind: 'text', choices } : TEXT
}

const listIn = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : []

/** Of a constant of the title page. */
export function typeOfValue(value: JsonValue, origin: Origin): VariableType {
  if (typeof value === 'string') return TEXT
  if (typeof value === 'number') return NUMBER
  if (typeof value === 'boolean') return TRUTH
  if (Array.isArray(value)) {
    const [first, ...more] = (value as readonly JsonValue[]).map((it) => typeOfValue(it, origin))
    return listOf(more.reduce<VariableType>(either, first ?? NULL))
  }
  if (!isJsonObject(value)) return NULL
  const fields = Object.entries(value).map(([name, inner]) => ({ name, type: typeOfValue(inner, origin), origin }))
  return { kind: 'object', fields, closed: true }
}
