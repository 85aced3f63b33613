/** The number under which the switch knows a charge: a UUID that follows from the job, so that asking again finds the same charge. */
import { createHash } from 'node:crypto'
import type { GlobalId } from '../../core/ids.ts'

const NAMESPACE = Buffer.from('5d1e0c5e6b0f4e6c9a3b1f7b6f1c2d90', 'hex')

export const chargeId = (job: GlobalId): string => nameUuid(job)

/** Name-based UUID (RFC 9562, version 5). */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
