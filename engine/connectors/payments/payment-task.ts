/**
 * The payment task as the engine runs it: opens the charge of this job once, then looks how it stands each time it is
 * asked. It ends when the charge ends; a charge of zero ends at once, with a receipt of zero and without the switch.
 */
import type { Charge } from '../../core/charge.ts'
import type { Connector, ConnectorJob, JobOutcome } from '../../core/connector.ts'
import { isZero } from '../../core/money.ts'
import { isProblem } from '../../core/problem.ts'
import type { PaymentContext } from './context.ts'
import { doubtful, outcomeOf } from './outcome.ts'
import { pursue } from './pursuit/pursuit.ts'
import { incidentOf, sendRequest } from './pursuit/requesting.ts'
import { newCharge, reportsUnknown } from './task-input.ts'
import { dateTime } from './wire/fields.ts'

export function paymentTask(ctx: PaymentContext): Connector {
  return {
    type: 'masar:payment',
    async run(job, signal) {
      const charge = await chargeOf(ctx, job)
      if ('kind' in charge) return charge
      const after = await look(ctx, charge, signal)
      return outcomeOf(after) ?? incidentOf(after) ?? open(ctx, after, job)
    },
  }
}

/** The charge this job has, opened now if it has none; or how the task ends without one. */
async function chargeOf(ctx: PaymentContext, job: ConnectorJob): Promise<Charge | JobOutcome> {
  const known = await ctx.book.store.ofJob(job.key)
  if (known !== undefined) return known
  const now = ctx.clock.now()
  const fresh = newCharge(job, ctx.account.config, now)
  if (isProblem(fresh)) return { kind: 'incident', reason: fresh.detail }
  if (isZero(fresh.money)) return { kind: 'completed', variables: { receipt: nothingToPay(fresh, now) } }
  const charge = await ctx.book.store.open({ ...fresh, checkAt: now + ctx.account.timing.answer })
  ctx.failpoint('payments.opened')
  return charge
}

/** A charge the switch has not taken is sent at every look: the first time, after a crash, after an operator's retry. */
function look(ctx: PaymentContext, charge: Charge, signal: AbortSignal): Promise<Charge> {
  if (charge.state === 'created' || incidentOf(charge) !== undefined) return sendRequest(ctx, charge, signal)
  return charge.checkAt <= ctx.clock.now() ? pursue(ctx, charge, signal) : Promise.resolve(charge)
}

function open(ctx: PaymentContext, charge: Charge, job: ConnectorJob): JobOutcome {
  if (charge.state === 'unknown' && reportsUnknown(job)) return doubtful(charge)
  const now = ctx.clock.now()
  const next = Math.max(charge.checkAt, now + ctx.account.timing.answer)
  return { kind: 'waiting', check: Math.min(next, now + ctx.account.timing.recheck) }
}

const nothingToPay = (charge: Charge, now: number) => ({
  receiptNo: null,
  amount: charge.money.amount,
  currency: charge.money.currency,
  paidAt: dateTime(now),
  transferId: null,
  billNo: charge.billNo,
})
