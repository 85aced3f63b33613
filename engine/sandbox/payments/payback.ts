/** Money an agency gives back, as the switch and the payer's bank in the double see it: quoted, then carried out once or not at all. */
import type { JsonObject } from '../../core/json.ts'

export interface Payback {
  /** The quote's id, and the key of everything about it. */
  readonly id: string
  /** sha-256 of the quote as received: the same id with another body is refused (3106). */
  readonly digest: string
  /** The bill whose money goes back. */
  readonly order: string
  readonly body: JsonObject
  readonly amount: string
  readonly currency: string
  /** quoted: the key is promised. paid: the citizen has the money. refused: nothing moved. */
  readonly stage: 'quoted' | 'paid' | 'refused'
  readonly ilpPacket: string
  readonly fulfilment: string
  readonly condition: string
  readonly transferId?: string
  /** sha-256 of the transfer as received. */
  readonly transferDigest?: string
  readonly endedAt?: number
}
