/** How the double writes and reads signed messages; its own hand, so that a slip of the connector does not cancel itself out. */
import { constants, createSign, createVerify } from 'node:crypto'

/** As the switch's own validator writes a parsed body again before it checks the signature. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

export interface Sealed {
  readonly method: string
  readonly uri: string
  readonly source: string
  readonly destination: string
  readonly date: string
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')

export function sealHeader(sealed: Sealed, body: string, privateKey: string): string {
  const protectedHeader = base64url(
    JSON.stringify({
      alg: 'RS256',
      'FSPIOP-URI': sealed.uri,
      'FSPIOP-HTTP-Method': sealed.method,
      'FSPIOP-Source': sealed.source,
      'FSPIOP-Destination': sealed.destination,
      Date: sealed.date,
    }),
  )
  const signature = createSign('sha256')
    .update(`${protectedHeader}.${base64url(body)}`)
    .sign(rsa(privateKey))
  return JSON.stringify({ protectedHeader, signature: signature.toString('base64url') })
}

/** What is wrong with the seal on a request, or undefined. `body` is the canonical form, "" for a request without one. */
export function sealFault(header: string, sealed: Sealed, body: string, publicKey: string): string | undefined {
  const parts = parse(header)
  const { protectedHeader, signature } = parts
  if (typeof protectedHeader !== 'string' || typeof signature !== 'string') return 'FSPIOP-Signature is malformed'
  const check = createVerify('sha256').update(`${protectedHeader}.${base64url(body)}`)
  if (!check.verify(rsa(publicKey), signature, 'base64url')) return 'the signature does not fit the body'
  const fields = parse(Buffer.from(protectedHeader, 'base64url').toString('utf8'))
  const expected = {
    alg: 'RS256',
    'FSPIOP-URI': sealed.uri,
    'FSPIOP-HTTP-Method': sealed.method,
    'FSPIOP-Source': sealed.source,
    'FSPIOP-Destination': sealed.destination,
    Date: sealed.date,
  }
  const wrong = Object.entries(expected).find(([name, value]) => fields[name] !== value)
  return wrong && `the protected header does not repeat ${wrong[0]}`
}

const rsa = (key: string) => ({ key, padding: constants.RSA_PKCS1_PADDING })

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
