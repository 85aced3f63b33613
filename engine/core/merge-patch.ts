/** The difference between two JSON objects and how to apply it: JSON merge patch (RFC 7396). */
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'

/** The target is left as it was; a member that is null in the patch is removed. */
export function mergePatch(target: JsonObject | undefined, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(target ?? {}))
  for (const [key, value] of Object.entries(patch)) {
    const before = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isJsonObject(value) ? mergePatch(isJsonObject(before) ? before : undefined, value) : value)
  }
  return Object.fromEntries(merged)
}

/** What turns `before` into `after`; undefined where they are the same. Neither may hold null as a member. */
export function patchFor(before: JsonObject | undefined, after: JsonObject): JsonObject | undefined {
  const changes: [string, JsonValue][] = []
  for (const key of Object.keys(before ?? {})) if (!Object.hasOwn(after, key)) changes.push([key, null])
  for (const [key, value] of Object.entries(after)) {
    const old = before && Object.hasOwn(before, key) ? before[key] : undefined
    const change = isJsonObject(value) && isJsonObject(old) ? patchFor(old, value) : changed(old, value)
    if (change !== undefined) changes.push([key, change])
  }
  return changes.length === 0 ? undefined : Object.fromEntries(changes)
}

const changed = (old: JsonValue | undefined, value: JsonValue): JsonValue | undefined =>
  JSON.stringify(old) === JSON.stringify(value) ? undefined : value
