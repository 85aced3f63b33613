/** The double's strict reading of a request: headers, signature, then every field of the body, as a real switch would refuse it. */
import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'
import { canonical, sealFault } from '../canonical.ts'

/** Error code of the API and why. */
export interface Objection {
  readonly code: string
  readonly description: string
}

export interface Participant {
  readonly fspId: string
  readonly publicKey: string
}

export interface IncomingMessage {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Admitted {
  readonly body: JsonObject
  readonly digest: string
}

const MAX_BODY = 5 * 1024 * 1024
const SKEW = 5 * 60 * 1000
const AMOUNT = /^([0]|([1-9][0-9]{0,17}))([.][0-9]{0,3}[1-9])?$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-7][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/

const no = (code: string, description: string): Objection => ({ code, description })
export const isObjection = (value: object): value is Objection => 'code' in value && 'description' in value

/** @param resource of the address; the message has been routed already. */
export function admit(
  message: IncomingMessage,
  resource: string,
  self: string,
  peer: Participant,
  now: number,
): Admitted | Objection {
  if (message.body.length > MAX_BODY) return no('3104', 'Too large payload')
  const { headers } = message
  const read = readBody(message)
  const sealed = {
    method: message.method,
    uri: message.path,
    source: peer.fspId,
    destination: self,
    date: headers.date ?? '',
  }
  const fault =
    headerFault(message, self, peer) ??
    sealFault(String(headers['fspiop-signature']), sealed, read === undefined ? '' : canonical(read), peer.publicKey)
  if (fault !== undefined) return no('3105', fault)
  if (!(Math.abs(Date.parse(sealed.date) - now) <= SKEW)) return no('3105', 'Date is off by more than five minutes')
  const type = `application/vnd.interoperability.${resource}+json;version=1.1`
  if (headers['content-type'] !== type) return no('3001', `Content-Type is not ${type}`)
  const accept = `application/vnd.interoperability.${resource}+json;version=1`
  if (message.method !== 'PUT' && headers.accept !== accept) return no('3001', `Accept is not ${accept}`)
  if (message.method !== 'GET' && read === undefined) return no('3101', 'The body is not a JSON object')
  return { body: read ?? {}, digest: createHash('sha256').update(message.body).digest('hex') }
}

function headerFault({ headers, method, path }: IncomingMessage, self: string, peer: Participant): string | undefined {
  if (headers['fspiop-source'] !== peer.fspId) return 'FSPIOP-Source is not a participant'
  if (headers['fspiop-destination'] !== self) return 'FSPIOP-Destination is not this switch'
  if (headers['fspiop-uri'] !== path) return 'FSPIOP-URI is not the address'
  if (headers['fspiop-http-method'] !== method) return 'FSPIOP-HTTP-Method is not the method'
  return undefined
}

function readBody({ body }: IncomingMessage): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

type Check = (value: unknown) => boolean
const text: Check = (value) => typeof value === 'string' && value !== '' && value.length <= 32_768
const uuid: Check = (value) => typeof value === 'string' && UUID.test(value)
const time: Check = (value) => typeof value === 'string' && DATE_TIME.test(value)
const one =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value)
const amount: Check = (value) =>
  fits(value as JsonObject, {
    currency: one('ILS', 'USD', 'EUR', 'JOD'),
    amount: (it) => typeof it === 'string' && AMOUNT.test(it),
  })
const party: Check = (value) =>
  fits(
    value as JsonObject,
    { partyIdType: one('BUSINESS', 'PERSONAL_ID', 'MSISDN', 'ALIAS', 'IBAN'), partyIdentifier: text },
    { fspId: text, partySubIdOrType: text },
  )
const named: Check = (value) => fits(value as JsonObject, { partyIdInfo: party }, { name: text })
const refund: Check = (value) =>
  fits(value as JsonObject, {
    scenario: one('REFUND'),
    initiator: one('PAYER'),
    initiatorType: one('BUSINESS'),
    refundInfo: (info) => fits(info as JsonObject, { originalTransactionId: uuid }, { refundReason: note }),
  })
const note: Check = (value) => text(value) && String(value).length <= 128
const base64url: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value)

/** Message -> its fields: required, optional. Anything else is refused. */
const SHAPES: Readonly<Record<string, readonly [Record<string, Check>, Record<string, Check>]>> = {
  'POST /transactionRequests': [
    {
      transactionRequestId: uuid,
      payee: (value) => fits(value as JsonObject, { partyIdInfo: party, name: text }),
      payer: party,
      amount,
      transactionType: (value) =>
        fits(value as JsonObject, {
          scenario: one('PAYMENT'),
          initiator: one('PAYEE'),
          initiatorType: one('BUSINESS'),
        }),
    },
    { note, expiration: time },
  ],
  'POST /quotes': [
    {
      quoteId: uuid,
      transactionId: uuid,
      payee: named,
      payer: named,
      amountType: one('SEND', 'RECEIVE'),
      amount,
      transactionType: refund,
    },
    { note, expiration: time },
  ],
  'POST /transfers': [
    {
      transferId: uuid,
      payeeFsp: text,
      payerFsp: text,
      amount,
      ilpPacket: text,
      condition: base64url,
      expiration: time,
    },
    {},
  ],
  'PUT /quotes/{id}': [
    { transferAmount: amount, expiration: time, ilpPacket: text, condition: base64url },
    { payeeReceiveAmount: amount },
  ],
  'PUT /transfers/{id}': [
    { transferState: one('RESERVED', 'COMMITTED') },
    { fulfilment: base64url, completedTimestamp: time },
  ],
  error: [{ errorInformation: (value) => fits(value as JsonObject, { errorCode: text, errorDescription: text }) }, {}],
}

/** The first field that is missing, malformed or unknown. */
export function shapeFault(shape: string, body: JsonObject): Objection | undefined {
  const [required, optional] = SHAPES[shape] ?? [{}, {}]
  const missing = Object.keys(required).find((key) => !Object.hasOwn(body, key))
  if (missing !== undefined) return no('3102', `Missing element ${missing}`)
  const wrong = Object.entries(body).find(([key, value]) => !(required[key] ?? optional[key])?.(value))
  return wrong && no('3101', `Malformed or unknown element ${wrong[0]}`)
}

function fits(value: JsonObject, required: Record<string, Check>, optional: Record<string, Check> = {}): boolean {
  return (
    isJsonObject(value) &&
    Object.keys(required).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, item]) => (required[key] ?? optional[key])?.(item) === true)
  )
}
