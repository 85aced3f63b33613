/** What a reference within a schema leads to, as Ajv finds it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'

export function pointed(root: JsonObject, reference: string): JsonValue | undefined {
  if (reference === '#' || reference === '#/') return root
  if (!reference.startsWith('#/')) return undefined
  let at: JsonValue = root
  for (const part of reference.slice(2).split('/')) {
    const key = decoded(part)
    const inner: JsonValue | undefined =
      key !== undefined && isJsonObject(at)
        ? at[key]
        : key !== undefined && Array.isArray(at)
          ? (at as readonly JsonValue[])[Number(key)]
          : undefined
    if (inner === undefined) return undefined
    at = inner
  }
  return at
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return undefined
  }
}
