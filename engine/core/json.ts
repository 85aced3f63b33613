/**
 * The answers of a citizen, the reply of a registry, a variable of a case: all of them are JSON, and this is what JSON means here.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Keys that reach a prototype when a careless reader copies them; no value of ours carries one. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Deeper data than this is refused where it enters, so that no reader has to guard its own stack. */
export const maxJsonDepth = 64

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export interface JsonFault {
  /** JSON pointer (RFC 6901) to the place. */
  readonly path: string
  readonly reason: string
}

/** What stops `value` from being JSON of ours, or null; the first place found, never deeper than `maxDepth`. */
export function jsonFault(value: unknown, maxDepth: number = maxJsonDepth): JsonFault | null {
  return faultAt(value, '', maxDepth, maxDepth)
}

function faultAt(value: unknown, path: string, depthLeft: number, maxDepth: number): JsonFault | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return null
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : { path, reason: `Expected a finite number, but found ${String(value)}` }
  if (typeof value !== 'object') return { path, reason: `Expected a JSON value, but found ${typeof value}` }
  if (depthLeft === 0) return { path, reason: `Expected data nested at most ${String(maxDepth)} levels deep` }
  return Array.isArray(value)
    ? listFault(value, path, depthLeft, maxDepth)
    : objectFault(value, path, depthLeft, maxDepth)
}

function listFault(list: readonly unknown[], path: string, depthLeft: number, maxDepth: number): JsonFault | null {
  for (const [index, item] of list.entries()) {
    const fault = faultAt(item, `${path}/${String(index)}`, depthLeft - 1, maxDepth)
    if (fault !== null) return fault
  }
  return null
}

function objectFault(object: object, path: string, depthLeft: number, maxDepth: number): JsonFault | null {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== null && prototype !== Object.prototype)
    return { path, reason: 'Expected a plain JSON object, but found an object with behaviour' }
  for (const [key, item] of Object.entries(object)) {
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (forbiddenKeys.has(key)) return { path: at, reason: `Expected another key than "${key}"` }
    const fault = faultAt(item, at, depthLeft - 1, maxDepth)
    if (fault !== null) return fault
  }
  return null
}
