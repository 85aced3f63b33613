/** How a refund task ends, told by the state of its refund; and what the citizen keeps as proof. */
import type { JobOutcome } from '../../../core/connector.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Refund } from '../../../core/refund.ts'
import { errorClass } from '../wire/error-codes.ts'
import { dateTime } from '../wire/fields.ts'

/** Undefined while the refund is open: only a committed transfer or a certain refusal ends the task. */
export function refundOutcome(refund: Refund): JobOutcome | undefined {
  switch (refund.state) {
    case 'committed':
      return { kind: 'completed', variables: { refund: proof(refund) } }
    case 'rejected':
      return {
        kind: 'error',
        code: 'REFUND_REJECTED',
        message: `Expected ${refund.money.amount} ${refund.money.currency} of bill ${refund.billNo} to go back, but the bank of the citizen does not take it (${refund.reason ?? 'no reason given'})`,
        variables: { refundFailure: { billNo: refund.billNo, reason: refund.reason ?? null } },
      }
    case 'created':
    case 'quoted':
      return undefined
  }
}

/** The switch refuses the message itself and would refuse it again: a person must look. */
export function refundIncident(refund: Refund): JobOutcome | undefined {
  if (refund.reason === undefined || errorClass(refund.reason.slice(0, 4)) === 'retry') return undefined
  return {
    kind: 'incident',
    reason: `Expected the switch to take the refund ${refund.id}, but it refused: ${refund.reason}; correct the cause and retry, the same refund is sent again`,
  }
}

function proof(refund: Refund): JsonObject {
  return {
    refundNo: `${refund.billNo}/R${refund.id.replaceAll('-', '').slice(-8).toUpperCase()}`,
    amount: refund.money.amount,
    currency: refund.money.currency,
    refundedAt: dateTime(refund.completedAt ?? refund.changedAt),
    transferId: refund.id,
    billNo: refund.billNo,
  }
}
