/** The types of JSON Schema. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'

export const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'] as const
export type TypeName = (typeof TYPES)[number]

export const isTypeName = (value: JsonValue | undefined): value is TypeName => TYPES.some((it) => it === value)

const IS: Readonly<Record<TypeName, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => typeof value === 'number' && Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  object: isJsonObject,
  array: Array.isArray,
}

export const isOfType = (type: TypeName, value: unknown): boolean => IS[type](value)

export function typesOf(schema: JsonObject): readonly TypeName[] {
  const { type, nullable } = schema
  const types = (Array.isArray(type) ? (type as readonly JsonValue[]) : [type]).filter(isTypeName)
  if (nullable !== undefined && typeof nullable !== 'boolean') throw new Error('nullable value must be ["boolean"]')
  if (types.includes('null')) {
    if (nullable === false) throw new Error('type: null contradicts nullable: false')
    return types
  }
  if (types.length === 0 && nullable !== undefined) throw new Error('"nullable" cannot be used without "type"')
  return nullable === true ? [...types, 'null'] : types
}
