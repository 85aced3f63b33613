/**
 * The lock on a payment: the payer's bank may only take the money when we show the key that fits it.
 *
 * An Interledger payment packet says what is paid for; fulfilment = HMAC-SHA256(our secret, packet) and condition =
 * SHA-256(fulfilment), all base64url. A packet whose condition we can compute again was therefore written by us, for
 * exactly that charge and amount, and no other record of it is needed to trust it.
 *
 * Packet (ILP v1 payment, OER): type 1, length, amount as 64-bit count of minor units, account and data as
 * length-prefixed octets, zero extensions. Account: `<prefix>.<fsp>.<charge id>`; data: base64url of the transaction as JSON.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { isJsonObject, jsonFault, type JsonObject } from '../../../core/json.ts'
import { sortedJson } from './sorted-json.ts'

export interface Packet {
  /** In the currency's minor units. */
  readonly amount: bigint
  readonly account: string
  readonly transaction: JsonObject
}

export interface Lock {
  readonly condition: string
  readonly fulfilment: string
}

const PAYMENT = 1

/** base64url of the packet. */
export function writePacket(packet: Packet): string {
  const amount = Buffer.alloc(8)
  amount.writeBigUInt64BE(packet.amount)
  const data = Buffer.from(sortedJson(packet.transaction)).toString('base64url')
  const body = Buffer.concat([amount, octets(Buffer.from(packet.account)), octets(Buffer.from(data)), Buffer.of(0)])
  return Buffer.concat([Buffer.of(PAYMENT), octets(body)]).toString('base64url')
}

/** Undefined for anything we would not have written ourselves. */
export function readPacket(text: string): Packet | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 12 || bytes[0] !== PAYMENT) return undefined
  const body = octetsAt(bytes, 1)
  if (body === undefined || body.end !== bytes.length || body.value.length < 8) return undefined
  const account = octetsAt(body.value, 8)
  const data = account && octetsAt(body.value, account.end)
  if (account === undefined || data === undefined) return undefined
  const transaction = readJson(Buffer.from(data.value.toString('latin1'), 'base64url').toString('utf8'))
  if (transaction === undefined) return undefined
  return { amount: body.value.readBigUInt64BE(0), account: account.value.toString('latin1'), transaction }
}

export function lockOf(packet: string, secret: string): Lock {
  const fulfilment = createHmac('sha256', secret).update(packet).digest()
  return {
    fulfilment: fulfilment.toString('base64url'),
    condition: createHash('sha256').update(fulfilment).digest('base64url'),
  }
}

export function fits(lock: Lock, condition: string): boolean {
  const ours = Buffer.from(lock.condition)
  const theirs = Buffer.from(condition)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function octets(value: Buffer): Buffer {
  if (value.length < 128) return Buffer.concat([Buffer.of(value.length), value])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(value.length)
  const digits = length.subarray(length.findIndex((byte) => byte !== 0))
  return Buffer.concat([Buffer.of(0x80 | digits.length), digits, value])
}

function octetsAt(bytes: Buffer, at: number): { readonly value: Buffer; readonly end: number } | undefined {
  const first = bytes[at]
  if (first === undefined) return undefined
  const digits = first < 128 ? 0 : first & 0x7f
  if (digits > 4 || at + 1 + digits > bytes.length || (first >= 128 && digits === 0)) return undefined
  const length = digits === 0 ? first : bytes.readUIntBE(at + 1, digits)
  const start = at + 1 + digits
  if (start + length > bytes.length) return undefined
  return { value: bytes.subarray(start, start + length), end: start + length }
}

function readJson(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) && jsonFault(value) === null ? value : undefined
  } catch {
    return undefined
  }
}
