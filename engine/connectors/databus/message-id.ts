/**
 * The X-Road-Id of a call: the number both security servers write in their logs, by which a clerk can ask "did it arrive?".
 *
 * It is a UUID (RFC 9562, version 5) made from the job's key: the same on every attempt of one piece of work, another for
 * the next.
 */
import { createHash } from 'node:crypto'

/** Names of Masar's data bus messages; fixed for ever, since a retry after an upgrade must find the same id. */
const NAMESPACE = Buffer.from('9d0f4c1ea3b25d6f8a7b1c2d3e4f5061', 'hex')

export function messageIdOf(key: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(key, 'utf8').digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Asking for the state of a message is a message of its own. */
export const statusIdOf = (key: string, attempt: number): string => messageIdOf(`${key}/status/${attempt}`)
