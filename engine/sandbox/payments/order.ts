/** A bill as the payer's wallet in the double sees it: asked for, approved or not, paid at most once. */
import type { JsonObject } from '../../core/json.ts'

export type Stage = 'pending' | 'quoting' | 'transferring' | 'paid' | 'rejected' | 'expired'

const STAGE_MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  pending: ['quoting', 'rejected', 'expired'],
  quoting: ['transferring', 'pending', 'expired'],
  transferring: ['paid', 'pending', 'expired'],
  paid: [],
  rejected: [],
  expired: [],
}

export interface Order {
  /** The transactionRequestId. */
  readonly id: string
  /** sha-256 of the request as received: the same id with another body is refused (3106). */
  readonly digest: string
  readonly source: string
  readonly body: JsonObject
  readonly amount: string
  readonly currency: string
  readonly receivedAt: number
  readonly expires: number
  readonly stage: Stage
  readonly transactionId?: string
  readonly quoteId?: string
  readonly condition?: string
  readonly transferId?: string
  readonly transferExpires?: number
  readonly fulfilment?: string
  readonly endedAt?: number
  /** The commit is only told when asked for. */
  readonly mute?: boolean
  /** Why the last attempt to pay did not succeed. */
  readonly failure?: string
}

export function staged(order: Order, stage: Stage, more: Partial<Order> = {}): Order {
  if (!STAGE_MOVES[order.stage].includes(stage))
    throw new Error(`Expected a move that STAGE_MOVES lists, but found ${order.stage} to ${stage}`)
  return { ...order, ...more, stage }
}
