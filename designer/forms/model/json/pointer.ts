/** Parts of a JSON value by their pointer (RFC 6901), read and replaced; everything else stays the very same object, in the same order. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/core/json.ts'

/** "/ui/elements/0" */
export type Pointer = string

export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
export const plain = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')

export const partsOf = (pointer: Pointer): readonly string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(plain)

export const parentOf = (pointer: Pointer): Pointer => pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0))
export const lastOf = (pointer: Pointer): string => plain(pointer.slice(pointer.lastIndexOf('/') + 1))

export function valueAt(value: JsonValue | undefined, pointer: Pointer): JsonValue | undefined {
  return partsOf(pointer).reduce<JsonValue | undefined>((at, part) => childOf(at, part), value)
}

function childOf(at: JsonValue | undefined, part: string): JsonValue | undefined {
  if (Array.isArray(at)) {
    const items: readonly JsonValue[] = at
    return items[Number(part)]
  }
  return isJsonObject(at) && Object.hasOwn(at, part) ? at[part] : undefined
}

export function objectAt(value: JsonValue | undefined, pointer: Pointer): JsonObject {
  const found = valueAt(value, pointer)
  return isJsonObject(found) ? found : {}
}

export function listAt(value: JsonValue | undefined, pointer: Pointer): readonly JsonValue[] {
  const found = valueAt(value, pointer)
  return Array.isArray(found) ? found : []
}

/** undefined takes it away; objects on the way are made where they are missing. */
export function withValue(root: JsonObject, pointer: Pointer, value: JsonValue | undefined): JsonObject {
  const changed = put(root, partsOf(pointer), value)
  return isJsonObject(changed) ? changed : root
}

function put(at: JsonValue | undefined, parts: readonly string[], value: JsonValue | undefined): JsonValue | undefined {
  const [part, ...rest] = parts
  if (part === undefined) return value
  if (at === undefined && value === undefined) return undefined
  if (Array.isArray(at)) {
    const items: readonly JsonValue[] = at
    const inner = put(items[Number(part)], rest, value)
    return inner === undefined ? items.filter((_, index) => index !== Number(part)) : items.with(Number(part), inner)
  }
  const object = isJsonObject(at) ? at : {}
  const inner = put(Object.hasOwn(object, part) ? object[part] : undefined, rest, value)
  if (inner !== undefined) return { ...object, [part]: inner }
  const { [part]: _, ...others } = object
  return others
}

export function inserted(root: JsonObject, list: Pointer, index: number, item: JsonValue): JsonObject {
  return withValue(root, list, listAt(root, list).toSpliced(index, 0, item))
}

/** Under another name at the same place among the others. */
export function renamedKey(object: JsonObject, from: string, to: string): JsonObject {
  return Object.hasOwn(object, from)
    ? Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]))
    : object
}

export const isSame = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
