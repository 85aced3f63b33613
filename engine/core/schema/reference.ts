/** What a reference within a schema leads to. */
import type { JsonObject, JsonValue } from '../json.ts'

/** @param reference "#/$defs/nationalId". undefined: there is nothing. */
export function follow(root: JsonObject, reference: string): JsonValue | undefined {
  let at: JsonValue | undefined = root
  for (const part of reference.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    at = at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as JsonObject)[key] : undefined
  }
  return at
}
