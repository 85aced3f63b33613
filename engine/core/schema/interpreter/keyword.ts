/** A keyword of JSON Schema as this house reads it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'
import type { Rule } from './rule.ts'

export interface Keyword {
  readonly name: string
  /** undefined: the keyword asks nothing of a value where it stands like this. Throws where it makes no sense. */
  read(value: JsonValue, beside: JsonObject, reader: Reader): Rule | undefined
}

/** Reads the schemas inside a keyword. */
export interface Reader {
  /** The rule of a schema inside this one; true and {} ask nothing. */
  rule(schema: JsonValue): Rule
  /** What "#/$defs/address" leads to. */
  referred(reference: string): { readonly rule: Rule; readonly isApart: boolean }
  /** Nothing is asked; an unknown keyword is refused all the same. */
  asksNothing(schema: JsonValue): boolean
}

/** The keyword would be passed over without a word: its author meant something else. */
export function strict(reason: string): never {
  throw new Error(`strict mode: ${reason}`)
}

/** Schemas in a row, as in "anyOf". */
export const schemasIn = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : []

/** Schemas by name, as in "properties". */
export const named = (value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] =>
  value !== undefined && isJsonObject(value) ? Object.entries(value).filter(([name]) => name !== '__proto__') : []
