/**
 * Money given back to the citizen who paid it: the whole of one charge, and never twice.
 *
 * A transfer is irrevocable, so a refund is a new transaction in the other direction. Its one id is quote, transaction
 * and transfer at once and follows from the charge, so that a crash or a second task finds the same refund. created: the
 * bank of the citizen is asked; quoted: the transfer is ordered, and only the switch or that bank says how it ended;
 * rejected: certainly nothing moved, and only then may another attempt be opened.
 */
import type { AgencyId, GlobalId, InstanceId, Reference } from './ids.ts'
import type { Money } from './money.ts'

export type RefundState = 'created' | 'quoted' | 'committed' | 'rejected'

export const REFUND_MOVES: Readonly<Record<RefundState, readonly RefundState[]>> = {
  created: ['quoted', 'rejected'],
  quoted: ['committed', 'rejected'],
  committed: [],
  rejected: [],
}

export interface Refund {
  /** UUID: quoteId, transactionId and transferId. */
  readonly id: string
  /** The charge whose money goes back. */
  readonly charge: string
  /** 1 for the first; a further one only where every earlier one was rejected. */
  readonly attempt: number
  readonly agency: AgencyId
  readonly instance: InstanceId
  /** The job that asked first. */
  readonly job: GlobalId
  readonly reference: Reference
  readonly billNo: string
  readonly money: Money
  /** Why, as the citizen reads it. */
  readonly note: string
  readonly state: RefundState
  /** Why it did not go on: code and words of the peer. */
  readonly reason?: string
  readonly createdAt: number
  readonly changedAt: number
  /** When the connector looks at it again. */
  readonly checkAt: number
  /** Sends of the message of this state so far. */
  readonly tries: number
  /** The answer to our quote: what we order the transfer with, to the byte. */
  readonly ilpPacket?: string
  readonly condition?: string
  /** End of the transfer's life at the switch. */
  readonly expires?: number
  readonly completedAt?: number
}

export interface RefundStore {
  /** Inserts where every earlier refund of the charge was rejected; the newest refund of the charge in any case. */
  open(refund: Refund): Promise<Refund>
  get(id: string): Promise<Refund | undefined>
  /** The newest of the charge. */
  ofCharge(charge: string): Promise<Refund | undefined>
  /** The newest this job opened. */
  ofJob(job: GlobalId): Promise<Refund | undefined>
  ofInstance(instance: InstanceId): Promise<readonly Refund[]>
  /** Replaces the row only if it is still in state `from`; false otherwise. */
  move(from: RefundState, refund: Refund): Promise<boolean>
  /** Open refunds whose checkAt is due, earliest first. */
  due(now: number, limit: number): Promise<readonly Refund[]>
}
