/**
 * What a service task asks of another agency, read from the task's inputs and made safe to send.
 *
 * Inputs: `service`, `method` (GET), `path` (text, or a list of segments), `query` (context of scalars or lists), `body`
 * (JSON; POST, PUT, PATCH), `headers`, `idempotent` (the provider keeps to the Idempotency-Key), `userId`, `timeout`
 * (seconds or "PT20S"; may only shorten the operator's), `statusService` (see status-query.ts). Path and query are plain
 * text: whatever a citizen wrote is encoded here and can neither leave the service's path nor add a header.
 */
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts'
import { parseServiceId, type ServiceId } from './service-id.ts'

export const METHODS = ['GET', 'HEAD', 'PUT', 'DELETE', 'POST', 'PATCH'] as const
export type Method = (typeof METHODS)[number]

export interface BusCall {
  readonly service: ServiceId
  readonly method: Method
  /** Encoded: "" or "/persons/42". */
  readonly path: string
  /** Encoded, without the question mark. */
  readonly query: string
  readonly body?: string
  readonly headers: Readonly<Record<string, string>>
  /** Carrying it out twice does no harm. */
  readonly repeatable: boolean
  readonly userId?: string
  readonly timeoutMs?: number
  readonly statusService?: ServiceId
}

const REPEATABLE: readonly Method[] = ['GET', 'HEAD', 'PUT', 'DELETE']
const WITH_BODY: readonly Method[] = ['POST', 'PUT', 'PATCH']
/** A security server refuses to log, and so to carry, more than this. */
const BODY_BYTES = 10 * 1024 * 1024
const USER_ID = /^[A-Z]{2}[A-Za-z0-9._-]{1,62}$/
const QUERY_NAME = /^[A-Za-z0-9._~[\]-]{1,100}$/
const HEADER_NAME = /^[A-Za-z0-9-]{1,80}$/
const HEADER_VALUE = /^[\x20-\x7e]{0,1000}$/
const SECONDS = /^PT([0-9]{1,5})S$/

export function readCall(inputs: JsonObject, headerPrefix: string): BusCall | Problem {
  const service =
    typeof inputs['service'] === 'string' ? parseServiceId(inputs['service']) : wrong('service', 'text', '')
  if (isProblem(service)) return service
  const method = readMethod(inputs['method'] ?? 'GET')
  if (isProblem(method)) return method
  const path = readPath(inputs['path'] ?? '')
  if (isProblem(path)) return path
  const query = readQuery(inputs['query'] ?? {})
  if (isProblem(query)) return query
  const body = readBody(inputs['body'] ?? null, method)
  if (isProblem(body)) return body
  const headers = readHeaders(inputs['headers'] ?? {}, headerPrefix)
  if (isProblem(headers)) return headers
  const options = readOptions(inputs)
  if (isProblem(options)) return options
  const { idempotent, ...rest } = options
  return {
    service,
    method,
    path: path.text,
    query: query.text,
    ...body,
    headers: headers.values,
    repeatable: idempotent || REPEATABLE.includes(method),
    ...rest,
  }
}

function readMethod(value: JsonValue): Method | Problem {
  const method = METHODS.find((it) => typeof value === 'string' && it === value.toUpperCase())
  return method ?? wrong('method', `one of ${METHODS.join(', ')}`, kindOf(value))
}

function readPath(value: JsonValue): { text: string } | Problem {
  const segments = typeof value === 'string' ? value.replace(/^\//, '').split('/') : value
  if (!Array.isArray(segments)) return wrong('path', 'text or a list of segments', kindOf(value))
  if (segments.length === 1 && segments[0] === '') return { text: '' }
  let text = ''
  for (const segment of segments) {
    const plain = scalarText(segment)
    if (plain === undefined || plain === '' || /^\.+$/.test(plain) || hasControl(plain))
      return wrong('path', 'segments that are neither empty nor dots', kindOf(segment))
    text += `/${encodeURIComponent(plain)}`
  }
  return { text }
}

function readQuery(value: JsonValue): { text: string } | Problem {
  if (!isJsonObject(value)) return wrong('query', 'a context of names and values', kindOf(value))
  const pairs: string[] = []
  for (const [name, given] of Object.entries(value)) {
    if (!QUERY_NAME.test(name)) return wrong('query', 'names of letters, digits and . _ ~ [ ] -', 'another name')
    for (const item of Array.isArray(given) ? given : [given]) {
      if (item === null) continue
      const plain = scalarText(item)
      if (plain === undefined)
        return wrong(`query.${name}`, 'text, a number, true or false, or a list of these', kindOf(item))
      pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(plain)}`)
    }
  }
  return { text: pairs.join('&') }
}

function readBody(value: JsonValue, method: Method): { body?: string } | Problem {
  if (value === null) return {}
  if (!WITH_BODY.includes(method)) return wrong('body', `no body with ${method}`, kindOf(value))
  const body = JSON.stringify(value)
  if (Buffer.byteLength(body) > BODY_BYTES)
    return wrong('body', 'at most 10 MiB (send large files by reference)', `${Buffer.byteLength(body)} bytes`)
  return { body }
}

function readHeaders(value: JsonValue, prefix: string): { values: Record<string, string> } | Problem {
  if (!isJsonObject(value)) return wrong('headers', 'a context of header names and texts', kindOf(value))
  const values: Record<string, string> = {}
  for (const [name, given] of Object.entries(value)) {
    if (!HEADER_NAME.test(name) || !name.toLowerCase().startsWith(prefix.toLowerCase()))
      return wrong(
        'headers',
        `names that begin with ${prefix}`,
        `"${name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 40)}"`,
      )
    const plain = scalarText(given)
    if (plain === undefined || !HEADER_VALUE.test(plain))
      return wrong(`headers.${name}`, 'printable ASCII text of at most 1,000 characters', kindOf(given))
    values[name] = plain
  }
  return { values }
}

interface Options {
  readonly idempotent: boolean
  readonly userId?: string
  readonly timeoutMs?: number
  readonly statusService?: ServiceId
}

function readOptions(inputs: JsonObject): Options | Problem {
  const idempotent = inputs['idempotent'] ?? false
  if (typeof idempotent !== 'boolean') return wrong('idempotent', 'true or false', kindOf(idempotent))
  const userId = inputs['userId'] ?? null
  if (userId !== null && !(typeof userId === 'string' && USER_ID.test(userId)))
    return wrong('userId', 'a country code and an id like "PS123456789"', kindOf(userId))
  const timeoutMs = readTimeout(inputs['timeout'] ?? null)
  if (timeoutMs !== undefined && typeof timeoutMs !== 'number') return timeoutMs
  const named = inputs['statusService'] ?? null
  const statusService =
    named === null
      ? undefined
      : typeof named === 'string'
        ? parseServiceId(named)
        : wrong('statusService', 'text', kindOf(named))
  if (isProblem(statusService)) return statusService
  return {
    idempotent,
    ...(userId === null ? {} : { userId }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(statusService === undefined ? {} : { statusService }),
  }
}

function readTimeout(value: JsonValue): number | undefined | Problem {
  if (value === null) return undefined
  const seconds = typeof value === 'string' ? Number(SECONDS.exec(value)?.[1]) : value
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0) return Math.ceil(seconds * 1000)
  return wrong('timeout', 'seconds, or a duration like "PT20S"', kindOf(value))
}

/** Text that UTF-8 can carry; undefined for lists, contexts and half characters. */
function scalarText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.isWellFormed() ? value : undefined
}

function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || code === 0x7f || code === 0x200b || code === 0xfeff) return true
  }
  return false
}

/** Says what kind of value was found, never the value: it may be a citizen's. */
function kindOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return isJsonObject(value) ? 'a context' : `a ${typeof value} of another form`
}

const wrong = (input: string, expected: string, found: string): Problem =>
  invalid(
    'databus.input',
    `Expected ${expected} in the input "${input}", but found ${found === '' ? 'nothing' : found}; ` +
      'correct the input mapping of the task',
  )
