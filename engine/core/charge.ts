/**
 * Money asked of a citizen, once. One job makes one charge, one charge is paid by at most one committed transfer.
 *
 * created -> requested -> accepted -> quoted -> reserved -> committed; rejected, expired, aborted and unknown are told
 * apart. Only `committed` completes the payment task; unknown stays unknown until the switch says otherwise, and is
 * never charged again under a new id. The table of allowed moves is CHARGE_MOVES; a move it does not list is late or
 * out of order and only logged.
 */
import type { AgencyId, GlobalId, InstanceId, Reference } from './ids.ts'
import type { Money } from './money.ts'

export type ChargeState =
  | 'created'
  | 'requested'
  | 'accepted'
  | 'quoted'
  | 'reserved'
  | 'committed'
  | 'rejected'
  | 'expired'
  | 'aborted'
  | 'unknown'

export const CHARGE_MOVES: Readonly<Record<ChargeState, readonly ChargeState[]>> = {
  created: ['requested', 'accepted', 'quoted', 'rejected', 'expired', 'unknown'],
  requested: ['accepted', 'quoted', 'rejected', 'expired', 'unknown'],
  accepted: ['quoted', 'rejected', 'expired', 'unknown'],
  quoted: ['quoted', 'reserved', 'rejected', 'expired', 'unknown'],
  reserved: ['committed', 'aborted', 'unknown'],
  unknown: ['accepted', 'quoted', 'reserved', 'committed', 'rejected', 'expired', 'aborted'],
  aborted: ['quoted', 'expired', 'rejected'],
  committed: [],
  rejected: [],
  expired: [],
}

export interface Charge {
  /** UUID: the transactionRequestId, and the idempotency key on every resend. */
  readonly id: string
  readonly agency: AgencyId
  /** Whose money it is, where it is not the agency's own: fines belong to the police. */
  readonly payee?: AgencyId
  readonly instance: InstanceId
  /** The payment job that asked; unique: asking twice finds the same charge. */
  readonly job: GlobalId
  readonly reference: Reference
  /** Bill number the payer sees. */
  readonly billNo: string
  readonly money: Money
  /** FSPIOP PartyIdInfo of the payer as JSON. */
  readonly payer: string
  readonly note: string
  readonly state: ChargeState
  readonly reason?: string
  readonly createdAt: number
  readonly changedAt: number
  readonly expires: number
  /** When the connector looks at it again: resend, query, expiry. */
  readonly checkAt: number
  readonly attempts: number
  readonly transactionId?: string
  readonly quoteId?: string
  /** Body of the quote answer with packet and condition, to repeat it exactly. */
  readonly quote?: string
  readonly transferId?: string
  readonly fulfilment?: string
  readonly completedAt?: number
  readonly receiptNo?: string
}

/** An inbound POST of the switch, remembered by its id so that the same id with another body is refused (3106). */
export interface InboundMessage {
  readonly resource: 'quotes' | 'transfers'
  readonly id: string
  /** sha-256 of the body as received. */
  readonly digest: string
  readonly charge?: string
  readonly at: number
}

export interface ChargeStore {
  /** Inserts, or returns the charge this job already has. Durable when it resolves. */
  open(charge: Charge): Promise<Charge>
  get(id: string): Promise<Charge | undefined>
  ofJob(job: GlobalId): Promise<Charge | undefined>
  byTransfer(transferId: string): Promise<Charge | undefined>
  byTransaction(transactionId: string): Promise<Charge | undefined>
  ofInstance(instance: InstanceId): Promise<readonly Charge[]>
  /** Replaces the row only if it is still in state `from` and no other charge has its transferId; false otherwise. */
  move(from: ChargeState, charge: Charge): Promise<boolean>
  /** first: new. same: seen with this digest. modified: seen with another. */
  receive(message: InboundMessage): Promise<'first' | 'same' | 'modified'>
  /** Open charges whose checkAt is due, earliest first. */
  due(now: number, limit: number): Promise<readonly Charge[]>
  /** Committed charges whose job is still open: completes what a crash cut off. */
  uncompleted(limit: number): Promise<readonly Charge[]>
}
