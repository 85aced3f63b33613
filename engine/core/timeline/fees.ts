/** Money that was asked of the citizen, that came, and that went back; told by what the switch has said, no more. */
import type { Charge, ChargeState } from '../charge.ts'
import type { Refund, RefundState } from '../refund.ts'
import type { FeeEntry, RefundEntry, Told } from './timeline.ts'

const OUTCOME: Readonly<Record<ChargeState, Exclude<FeeEntry['change'], 'asked'> | undefined>> = {
  created: undefined,
  requested: undefined,
  accepted: undefined,
  quoted: undefined,
  reserved: undefined,
  committed: 'paid',
  rejected: 'notPaid',
  expired: 'notPaid',
  aborted: undefined,
  unknown: 'unknown',
}

const GIVEN: Readonly<Record<RefundState, Exclude<RefundEntry['change'], 'asked'> | undefined>> = {
  created: undefined,
  quoted: undefined,
  committed: 'given',
  rejected: 'notTaken',
}

export const fees = ({ charges, refunds }: Told): readonly (FeeEntry | RefundEntry)[] => [
  ...charges.flatMap(ofCharge),
  ...refunds.flatMap(ofRefund),
]

function ofCharge(charge: Charge): readonly FeeEntry[] {
  const { id, money, billNo, expires, receiptNo, state, createdAt, changedAt, completedAt } = charge
  const entry = { kind: 'fee', charge: id, money, billNo, expires } as const
  const change = OUTCOME[state]
  const asked: FeeEntry = { ...entry, change: 'asked', at: createdAt }
  if (!change) return [asked]
  const at = change === 'paid' ? (completedAt ?? changedAt) : changedAt
  return [asked, { ...entry, change, at, ...(receiptNo === undefined ? {} : { receiptNo }) }]
}

function ofRefund({ money, state, createdAt, changedAt, completedAt }: Refund): readonly RefundEntry[] {
  const asked: RefundEntry = { kind: 'refund', change: 'asked', money, at: createdAt }
  const change = GIVEN[state]
  return change ? [asked, { kind: 'refund', change, money, at: completedAt ?? changedAt }] : [asked]
}
