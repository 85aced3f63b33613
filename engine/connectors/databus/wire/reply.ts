/** The JSON another agency answered, read with care: it is foreign data and will become variables of a case. */
import type { IncomingHttpHeaders } from 'node:http'
import { jsonFault, type JsonValue } from '../../../core/json.ts'

export type ReplyBody =
  | { readonly kind: 'read'; readonly body: JsonValue }
  | { readonly kind: 'unreadable'; readonly reason: string }

const JSON_TYPE = /^application\/(?:[A-Za-z0-9.+-]+\+)?json\s*(?:;|$)/i

/** No body reads as null, text of another type as text. */
export function readReply(headers: IncomingHttpHeaders, bytes: Buffer): ReplyBody {
  if (bytes.length === 0) return { kind: 'read', body: null }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return unreadable('an answer without compression')
  const text = utf8(bytes)
  if (text === undefined) return unreadable('UTF-8 text')
  const type = headers['content-type'] ?? 'application/json'
  if (/^text\//i.test(type)) return { kind: 'read', body: text }
  return JSON_TYPE.test(type) ? readJson(text) : unreadable('JSON or text')
}

function readJson(text: string): ReplyBody {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return unreadable('well-formed JSON')
  }
  const fault = jsonFault(value)
  return fault === null
    ? { kind: 'read', body: value as JsonValue }
    : unreadable(`JSON a case can hold (${fault.reason})`)
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const unreadable = (expected: string): ReplyBody => ({
  kind: 'unreadable',
  reason: `Expected ${expected}, but found something else`,
})
