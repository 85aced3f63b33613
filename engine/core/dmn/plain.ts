/** Values as the record keeps them: JSON. */
import { FeelFunction, toJson, type FeelValue } from '../feel/feel.ts'
import type { JsonValue } from '../json.ts'

/** A function has no JSON; the record names it. */
export function plain(value: FeelValue): JsonValue {
  if (value === null || typeof value !== 'object') return value
  return value instanceof FeelFunction ? `function ${value.name}` : toJson(value)
}
