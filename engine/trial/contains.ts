/** Whether a value contains what is expected: objects may have more keys, lists and scalars must be the same. */
import type { JsonValue } from '../core/json.ts'

export function contains(actual: JsonValue | undefined, expected: JsonValue): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, i) => contains(actual[i] as JsonValue, item as JsonValue))
    )
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return false
    const found = actual as Readonly<Record<string, JsonValue>>
    return Object.entries(expected).every(
      ([key, value]) => Object.hasOwn(found, key) && contains(found[key], value as JsonValue),
    )
  }
  return actual === expected
}
