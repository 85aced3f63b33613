/**
 * The seal on a payment message: proves who wrote it and that nobody changed a byte (FSPIOP Signature v1.1).
 *
 * A JWS over the body, RS256, carried in the header FSPIOP-Signature as {"protectedHeader","signature"}. The protected
 * header repeats URI, method, source, destination and date, so that a seal cannot be moved to another request. A request
 * without a body is sealed over the empty payload. Answers to requests are never sealed.
 */
import { sign, verify, type KeyObject } from 'node:crypto'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'

/** What the seal binds besides the body. */
export interface Envelope {
  /** Resource path without the peer's base path: "/quotes/{id}". */
  readonly uri: string
  readonly method: string
  readonly source: string
  readonly destination: string
  /** As in the Date header, RFC 7231. */
  readonly date: string
}

export interface Seal {
  readonly protectedHeader: string
  readonly signature: string
}

const BASE64URL = /^[A-Za-z0-9_-]+$/

export function seal(envelope: Envelope, body: string, key: KeyObject): string {
  const fields = {
    alg: 'RS256',
    'FSPIOP-URI': envelope.uri,
    'FSPIOP-HTTP-Method': envelope.method,
    'FSPIOP-Source': envelope.source,
    'FSPIOP-Destination': envelope.destination,
    Date: envelope.date,
  }
  const protectedHeader = Buffer.from(JSON.stringify(fields)).toString('base64url')
  const signature = sign('RSA-SHA256', signed(protectedHeader, Buffer.from(body)), key).toString('base64url')
  return JSON.stringify({ signature, protectedHeader })
}

/** The header's two parts, or undefined where it is anything but exactly those two in canonical base64url. */
export function readSeal(header: string): Seal | undefined {
  const value = parsed(header)
  if (value === undefined || Object.keys(value).length !== 2) return undefined
  const { signature, protectedHeader } = value
  if (!isCanonical(signature) || !isCanonical(protectedHeader)) return undefined
  return { signature, protectedHeader }
}

export function protectedFields(seal: Seal): JsonObject | undefined {
  return parsed(Buffer.from(seal.protectedHeader, 'base64url').toString('utf8'))
}

export function isSealed(seal: Seal, body: Uint8Array, key: KeyObject): boolean {
  return verify('RSA-SHA256', signed(seal.protectedHeader, body), key, Buffer.from(seal.signature, 'base64url'))
}

const signed = (protectedHeader: string, body: Uint8Array): Buffer =>
  Buffer.from(`${protectedHeader}.${Buffer.from(body).toString('base64url')}`)

/** One spelling only: decoders forgive padding, spaces and stray bits, which would let altered copies pass. */
function isCanonical(text: unknown): text is string {
  return (
    typeof text === 'string' && BASE64URL.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text
  )
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
