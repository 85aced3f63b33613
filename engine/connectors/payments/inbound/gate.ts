/**
 * The guard at the door for messages of the switch: nothing is read or changed before the signature holds.
 *
 * In this order: size; a known source with a key; the seal over the bytes received, then over their sorted form; the
 * sealed URI, method, source, destination and Date equal to the real request; the Date within five minutes of our clock;
 * only then content type and shape. What fails up to the Date is 3105, whatever the cause, and says nothing more.
 */
import { createHash } from 'node:crypto'
import { isJsonObject, jsonFault, type JsonObject } from '../../../core/json.ts'
import type { Account } from '../config.ts'
import { refusal, isRefusal, type Refusal } from '../wire/error-codes.ts'
import { isUuid } from '../wire/fields.ts'
import { isSealed, protectedFields, readSeal, type Seal } from '../wire/jws.ts'
import { checkContentType, type Resource } from '../wire/media-type.ts'
import { sortedJson } from '../wire/sorted-json.ts'
import type { SwitchRequest, VerifiedMessage } from './exchange.ts'

const MAX_BODY = 5 * 1024 * 1024
const PATH = /^\/(transactionRequests|quotes|transfers)(?:\/([^/?#]+))?(\/error)?$/
const IMF_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

export function pass(request: SwitchRequest, account: Account, now: number): VerifiedMessage | Refusal {
  if (request.body.length > MAX_BODY) return refusal('tooLarge', 'Expected a body of at most 5 MB')
  const source = header(request, 'fspiop-source') ?? ''
  const place = PATH.exec(request.path)
  const isQuery = request.method === 'GET'
  const unsigned =
    isQuery && account.config.unsignedQueries === true && header(request, 'fspiop-signature') === undefined
  if (!unsigned && !isGenuine(request, source, account, now))
    return refusal('signature', 'Expected a signature of the source over this request, dated within five minutes')
  if (place === null) return refusal('uri', 'Expected a resource this address serves')
  const resource = place[1] as Resource
  if (place[2] !== undefined && !isUuid(place[2])) return refusal('syntax', 'Expected a UUID in the address')
  const type = checkContentType(header(request, 'content-type'), resource)
  if (type === 'version') return refusal('version', 'Expected version 1 of the API')
  if (type === 'wrong' && !isQuery) return refusal('syntax', `Expected ${resource} as JSON of the API, version 1.1`)
  const body = isQuery ? {} : readBody(request.body)
  if (isRefusal(body)) return body
  return {
    method: request.method,
    resource,
    ...(place[2] === undefined ? {} : { id: place[2] }),
    isError: place[3] !== undefined,
    source,
    body: body as JsonObject,
    digest: createHash('sha256').update(request.body).digest('hex'),
  }
}

function isGenuine(request: SwitchRequest, source: string, account: Account, now: number): boolean {
  const key = account.keys.get(source)
  const read = readSeal(header(request, 'fspiop-signature') ?? '')
  if (key === undefined || read === undefined) return false
  if (!isSealed(read, request.body, key)) {
    const sorted = sortedForm(request.body)
    if (sorted === undefined || !isSealed(read, sorted, key)) return false
  }
  return bindsRequest(read, request, source, account) && isRecent(request, account, now)
}

function bindsRequest(read: Seal, request: SwitchRequest, source: string, account: Account): boolean {
  const fields = protectedFields(read)
  if (fields === undefined || fields['alg'] !== 'RS256' || Object.hasOwn(fields, 'crit')) return false
  return (
    same(fields['FSPIOP-URI'], header(request, 'fspiop-uri'), request.path) &&
    same(fields['FSPIOP-HTTP-Method'], header(request, 'fspiop-http-method'), request.method) &&
    same(fields['FSPIOP-Source'], source) &&
    same(fields['FSPIOP-Destination'], header(request, 'fspiop-destination'), account.config.fspId) &&
    same(fields['Date'], header(request, 'date'))
  )
}

function isRecent(request: SwitchRequest, account: Account, now: number): boolean {
  const date = header(request, 'date') ?? ''
  return IMF_DATE.test(date) && Math.abs(Date.parse(date) - now) <= account.timing.skew
}

const same = (sealed: unknown, ...real: readonly (string | undefined)[]): boolean =>
  typeof sealed === 'string' && sealed !== '' && real.every((value) => value === sealed)

/** A header sent twice counts as absent: which of the two was meant is not for us to guess. */
function header(request: SwitchRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

function sortedForm(body: Uint8Array): Buffer | undefined {
  const value = readBody(body)
  return isRefusal(value) ? undefined : Buffer.from(sortedJson(value))
}

function readBody(body: Uint8Array): JsonObject | Refusal {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (!isJsonObject(value)) return refusal('syntax', 'Expected a JSON object')
    const fault = jsonFault(value)
    return fault === null ? value : refusal('syntax', `${fault.reason} at ${fault.path}`)
  } catch {
    return refusal('syntax', 'Expected a JSON object in UTF-8')
  }
}
