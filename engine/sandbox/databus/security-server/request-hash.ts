/**
 * X-Road-Request-Hash: the fingerprint of the request as the security server saw it, which its signature covers.
 *
 * base64 SHA512(SHA512(head) + SHA512(body)), without a body SHA512(head); the head is method, address and headers, one
 * per line. Headers of the connection itself are no part of the message.
 */
import { createHash } from 'node:crypto'

const OF_THE_CONNECTION = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
])
/** Made by the security server; what a client sends under these names is dropped. */
const OF_THE_SERVER = new Set(['x-road-request-id', 'x-road-request-hash'])

export type HeaderPair = readonly [name: string, value: string]

export const messageHeaders = (pairs: readonly HeaderPair[], requestId: string): readonly HeaderPair[] => [
  ...pairs.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase()) && !OF_THE_SERVER.has(name.toLowerCase())),
  ['X-Road-Request-Id', requestId],
]

export function requestHash(method: string, address: string, headers: readonly HeaderPair[], body: Buffer): string {
  const head = `${method}\r\n${address}\r\n${headers.map(([name, value]) => `${name}:${value}\r\n`).join('')}`
  const digest = sha512(Buffer.from(head, 'utf8'))
  const whole = body.length === 0 ? digest : sha512(Buffer.concat([digest, sha512(body)]))
  return whole.toString('base64')
}

const sha512 = (bytes: Buffer): Buffer => createHash('sha512').update(bytes).digest()
