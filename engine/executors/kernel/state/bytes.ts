/**
 * How much a case carries: the bytes its variables take as JSON, so that no instance grows without bound.
 *
 * Values are never changed in place, so a large one is measured once and remembered as long as it lives; a small one is
 * measured again faster than it is remembered.
 */
import type { JsonObject, JsonValue } from '../../../core/json.ts'

const measured = new WeakMap<object, number>()
const LARGE = 2_000

/** Bytes of all variables of one scope. */
export function scopeBytes(variables: JsonObject | undefined): number {
  if (!variables) return 0
  const known = measured.get(variables)
  if (known !== undefined) return known
  const bytes = contextBytes(variables)
  measured.set(variables, bytes)
  return bytes
}

/** Measures a scope's variables by what changed: `after` is `before` with `values` set. */
export function measureChange(before: JsonObject | undefined, values: JsonObject, after: JsonObject): void {
  let bytes = before ? scopeBytes(before) : 2
  let count = before ? Object.keys(before).length : 0
  for (const [key, value] of Object.entries(values)) {
    const old = before && Object.hasOwn(before, key) ? before[key] : undefined
    if (old !== undefined) bytes += bytesOf(value) - bytesOf(old)
    else bytes += textBytes(key) + bytesOf(value) + (count++ === 0 ? 1 : 2)
  }
  measured.set(after, bytes)
}

/** Length in bytes of the value's JSON in UTF-8. */
export function bytesOf(value: JsonValue): number {
  switch (typeof value) {
    case 'string':
      return textBytes(value)
    case 'number':
      return String(value).length
    case 'boolean':
      return value ? 4 : 5
    default:
      return value === null ? 4 : objectBytes(value)
  }
}

function objectBytes(value: readonly JsonValue[] | JsonObject): number {
  const known = measured.get(value)
  if (known !== undefined) return known
  const bytes = Array.isArray(value) ? listBytes(value) : contextBytes(value as JsonObject)
  if (bytes >= LARGE) measured.set(value, bytes)
  return bytes
}

function listBytes(list: readonly JsonValue[]): number {
  let bytes = list.length === 0 ? 2 : list.length + 1
  for (const item of list) bytes += bytesOf(item)
  return bytes
}

function contextBytes(context: JsonObject): number {
  let bytes = 1
  for (const key in context) {
    const value = Object.hasOwn(context, key) ? context[key] : undefined
    if (value !== undefined) bytes += textBytes(key) + bytesOf(value) + 2
  }
  return Math.max(bytes, 2)
}

function textBytes(text: string): number {
  let bytes = 2
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) bytes += code >= 0x20 && code !== 0x22 && code !== 0x5c ? 1 : escapeBytes(code)
    else if (code < 0x800) bytes += 2
    else if (code < 0xd800 || code > 0xdfff) bytes += 3
    else if (isPair(text, index)) {
      bytes += 4
      index++
    } else bytes += 6
  }
  return bytes
}

const isPair = (text: string, index: number): boolean => {
  const low = text.charCodeAt(index + 1)
  return text.charCodeAt(index) <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

/** Quotation mark, backslash and \b \t \n \f \r take two bytes, other control characters six. */
const SHORT = new Set([0x22, 0x5c, 0x08, 0x09, 0x0a, 0x0c, 0x0d])
const escapeBytes = (code: number): number => (SHORT.has(code) ? 2 : 6)
