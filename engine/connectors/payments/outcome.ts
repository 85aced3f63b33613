/** How a payment task ends, told by the state of its charge; and the receipt a citizen keeps. */
import type { Charge } from '../../core/charge.ts'
import type { JobOutcome } from '../../core/connector.ts'
import type { JsonObject } from '../../core/json.ts'
import { dateTime } from './wire/fields.ts'

/** Undefined while the charge is open: only a committed transfer, a refusal or the end of its time end the task. */
export function outcomeOf(charge: Charge): JobOutcome | undefined {
  switch (charge.state) {
    case 'committed':
      return { kind: 'completed', variables: { receipt: receipt(charge) } }
    case 'rejected':
      return failure('PAYMENT_REJECTED', charge, 'the payer or the payer’s bank refused it')
    case 'expired':
      return failure('PAYMENT_EXPIRED', charge, 'it was not paid in time')
    default:
      return undefined
  }
}

/** For procedures that ask to be told (input `reportUnknown`); everywhere else the task stays open. */
export const doubtful = (charge: Charge): JobOutcome =>
  failure('PAYMENT_UNKNOWN', charge, 'the switch does not say whether it was paid')

function failure(code: string, charge: Charge, why: string): JobOutcome {
  const reason = charge.reason === undefined ? '' : ` (${charge.reason})`
  return {
    kind: 'error',
    code,
    message: `Expected bill ${charge.billNo} of ${charge.money.amount} ${charge.money.currency} to be paid, but ${why}${reason}`,
    variables: { payment: { state: charge.state, billNo: charge.billNo, reason: charge.reason ?? null } },
  }
}

function receipt(charge: Charge): JsonObject {
  return {
    receiptNo: charge.receiptNo ?? receiptNo(charge),
    amount: charge.money.amount,
    currency: charge.money.currency,
    paidAt: dateTime(charge.completedAt ?? charge.changedAt),
    transferId: charge.transferId ?? null,
    billNo: charge.billNo,
  }
}

/** Follows from the charge: the bill's number and eight characters of the charge's id, "2026-7K3F-9QXM-4/1A2B3C4D". */
export const receiptNo = (charge: Charge): string =>
  `${charge.billNo}/${charge.id.replaceAll('-', '').slice(-8).toUpperCase()}`
