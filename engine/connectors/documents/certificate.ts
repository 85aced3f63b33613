/**
 * The signed mark on a certificate: whoever scans it can see what was certified, by whom and until when, without asking us.
 *
 * A compact JWS (RFC 7515, ES256) of a few short claims, small enough for a QR code that a cheap telephone reads. The
 * QR holds `<publicUrl>/verify#<jws>`: a telephone opens the page, and as the mark follows "#" it is not sent to any
 * server; an offline verifier reads the fragment and checks it with the published key set (RFC 7517).
 * Whether a certificate was revoked since is not in the mark: that is asked of the register, by serial.
 */
import * as jose from 'jose'

/** Short names, because every letter makes the squares smaller. */
export interface CertificateClaims {
  /** Agency that certifies, e.g. "moj". */
  readonly iss: string
  /** Serial number in the register. */
  readonly sub: string
  /** Kind of paper, e.g. "non-conviction". */
  readonly doc: string
  /** Holder's name as printed. */
  readonly name: string
  /** Last four characters of the holder's id or passport; "" where there is none. */
  readonly id4: string
  /** Issued at, epoch seconds. */
  readonly iat: number
  /** Valid until, epoch seconds; absent when it has no end. */
  readonly exp?: number
  /** sha-256 of the data printed (canonical JSON), base64url. */
  readonly dig: string
}

export type CertificateKeys = jose.JSONWebKeySet

export interface SigningConfig {
  /** Private P-256 key: PKCS #8 PEM, or a JWK as JSON text. */
  readonly key: string
  /** Name of the key; without it the first 8 letters of its RFC 7638 thumbprint. */
  readonly keyId?: string
  /** Public JWKs of earlier keys, so that certificates they signed stay verifiable. */
  readonly earlierKeys?: readonly jose.JWK[]
}

export interface CertificateSigner {
  sign(claims: CertificateClaims): Promise<string>
  /** What is published, at `/.well-known/jwks.json`. */
  readonly keys: CertificateKeys
}

export type Verification =
  | { readonly ok: true; readonly claims: CertificateClaims }
  | { readonly ok: false; readonly reason: 'malformed' | 'unknown-key' | 'bad-signature' | 'expired' }

const algorithm = 'ES256'

/** Rejects when the operator's key is not a private P-256 key. */
export async function certificateSigner(config: SigningConfig): Promise<CertificateSigner> {
  const key = await privateKey(config.key)
  const { kty, crv, x, y } = await jose.exportJWK(key)
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) throw keyExpected(`${kty} ${crv ?? ''}`)
  const open: jose.JWK = { kty, crv, x, y }
  const kid = config.keyId ?? (await jose.calculateJwkThumbprint(open)).slice(0, 8)
  const keys = { keys: [{ ...open, kid, alg: algorithm, use: 'sig' }, ...(config.earlierKeys ?? [])] }
  return { keys, sign: (claims) => signWith(key, kid, claims) }
}

/** @returns the compact JWS */
export async function signCertificate(claims: CertificateClaims, config: SigningConfig): Promise<string> {
  return (await certificateSigner(config)).sign(claims)
}

/**
 * @param token the JWS, or the whole address from the QR
 * @param now epoch milliseconds; with it a certificate past its validity is refused as expired
 */
export async function verifyCertificate(token: string, keys: CertificateKeys, now?: number): Promise<Verification> {
  try {
    const jws = token.slice(token.indexOf('#') + 1)
    const { payload } = await jose.compactVerify(jws, jose.createLocalJWKSet(keys), { algorithms: [algorithm] })
    const claims = readClaims(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (claims === undefined) return { ok: false, reason: 'malformed' }
    if (now !== undefined && claims.exp !== undefined && now > claims.exp * 1000)
      return { ok: false, reason: 'expired' }
    return { ok: true, claims }
  } catch (error) {
    if (error instanceof jose.errors.JWSSignatureVerificationFailed) return { ok: false, reason: 'bad-signature' }
    if (error instanceof jose.errors.JWKSNoMatchingKey) return { ok: false, reason: 'unknown-key' }
    return { ok: false, reason: 'malformed' }
  }
}

/** A fresh private key as PKCS #8 PEM, for an operator who begins or changes keys. */
export async function newCertificateKey(): Promise<string> {
  const { privateKey } = await jose.generateKeyPair(algorithm, { extractable: true })
  return jose.exportPKCS8(privateKey)
}

export const verifyUrl = (publicUrl: string, jws: string): string => `${publicUrl.replace(/\/+$/, '')}/verify#${jws}`

function signWith(key: jose.CryptoKey | Uint8Array, kid: string, claims: CertificateClaims): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(claims))
  return new jose.CompactSign(payload).setProtectedHeader({ alg: algorithm, kid }).sign(key)
}

async function privateKey(text: string): Promise<jose.CryptoKey | Uint8Array> {
  try {
    return text.trimStart().startsWith('{')
      ? await jose.importJWK({ ...(JSON.parse(text) as jose.JWK), ext: true }, algorithm, { extractable: true })
      : await jose.importPKCS8(text, algorithm, { extractable: true })
  } catch (error) {
    throw keyExpected(error instanceof Error ? error.message : String(error))
  }
}

const keyExpected = (found: string): Error =>
  new Error(`Expected a private P-256 key (PKCS #8 PEM or JWK) to sign certificates, but found ${found}`)

function readClaims(json: string): CertificateClaims | undefined {
  const it = JSON.parse(json) as Partial<Record<keyof CertificateClaims, unknown>> | null
  if (typeof it !== 'object' || it === null) return undefined
  const { iss, sub, doc, name, id4, iat, exp, dig } = it
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof doc !== 'string' || typeof name !== 'string') return
  if (typeof id4 !== 'string' || typeof iat !== 'number' || typeof dig !== 'string') return undefined
  if (exp !== undefined && typeof exp !== 'number') return undefined
  return { iss, sub, doc, name, id4, iat, dig, ...(exp === undefined ? {} : { exp }) }
}
