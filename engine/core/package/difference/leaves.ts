/** Data taken apart for comparison: what stands where, texts in two languages and plain lists in one piece. */
import { isText } from '../../text.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'

/** "stop/longest" -> "P10D". Entries of a list that have a name or title are found by it, not by their number. */
export function leavesOf(value: JsonValue, without: readonly string[] = []): ReadonlyMap<string, JsonValue> {
  const found = new Map<string, JsonValue>()
  if (isJsonObject(value) && Object.keys(value).length === 0) return found
  take(value, '', found, new Set(without))
  return found
}

function take(value: JsonValue, at: string, found: Map<string, JsonValue>, without: ReadonlySet<string>): void {
  if (isJsonObject(value) && !isText(value) && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value))
      if (!without.has(join(at, key))) take(inner, join(at, key), found, without)
  } else if (Array.isArray(value) && value.some((it: JsonValue) => typeof it === 'object' && it !== null)) {
    const names = new Set<string>()
    for (const [index, inner] of value.entries()) {
      const name = nameOf(inner) ?? String(index + 1)
      take(inner, join(at, names.has(name) ? `${name}#${String(index + 1)}` : name), found, without)
      names.add(name)
    }
  } else found.set(at, value)
}

const join = (at: string, key: string): string => (at === '' ? key : `${at}/${key}`)

function nameOf(value: JsonValue): string | undefined {
  if (value === null || !isJsonObject(value)) return undefined
  const name = value['id'] ?? value['name'] ?? (isText(value['title']) ? value['title'].en : undefined)
  return typeof name === 'string' ? name : undefined
}

export const objectAt = (value: JsonValue | undefined, key: string): JsonObject => {
  const inner = value !== undefined && isJsonObject(value) ? value[key] : undefined
  return inner !== undefined && isJsonObject(inner) ? inner : {}
}

export const listAt = (value: JsonValue | undefined, key: string): readonly JsonValue[] => {
  const inner = value !== undefined && isJsonObject(value) ? value[key] : undefined
  return Array.isArray(inner) ? inner : []
}
