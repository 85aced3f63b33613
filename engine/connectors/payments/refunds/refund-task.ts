/**
 * The refund task as the engine runs it: opens the refund of one paid charge, or finds the one that is open, and looks how
 * it stands each time it is asked. A receipt of zero is given back at once, without the switch.
 */
import type { Connector, ConnectorJob, JobOutcome } from '../../../core/connector.ts'
import { isProblem } from '../../../core/problem.ts'
import type { Refund } from '../../../core/refund.ts'
import type { PaymentContext } from '../context.ts'
import { newRefund, readOrder } from './refund-input.ts'
import { refundIncident, refundOutcome } from './refund-outcome.ts'
import { pursueRefund } from './refund-pursuit.ts'

const NOTHING: JobOutcome = { kind: 'completed', variables: { refund: null } }

export function refundTask(ctx: PaymentContext): Connector {
  return {
    type: 'masar:refund',
    async run(job, signal) {
      const refund = await refundOf(ctx, job)
      if ('kind' in refund) return refund
      const due = refund.tries === 0 || refund.reason !== undefined || refund.checkAt <= ctx.clock.now()
      const after = due ? await pursueRefund(ctx, refund, signal) : refund
      return refundOutcome(after) ?? refundIncident(after) ?? waiting(ctx, after)
    },
  }
}

/** The refund this job has or shares; opened now if there is none that still counts. */
async function refundOf(ctx: PaymentContext, job: ConnectorJob): Promise<Refund | JobOutcome> {
  const mine = await ctx.refunds.store.ofJob(job.key)
  if (mine !== undefined) return mine
  const order = await readOrder(job, ctx.book)
  if (isProblem(order)) return { kind: 'incident', reason: order.detail }
  if (order.kind === 'nothing') return NOTHING
  const before = await ctx.refunds.store.ofCharge(order.charge.id)
  const attempt = (before?.attempt ?? 0) + 1
  if (before !== undefined && before.state !== 'rejected') return before
  const now = ctx.clock.now()
  const checkAt = now + ctx.account.timing.answer
  return ctx.refunds.store.open(newRefund(job, order, { attempt, now, checkAt }))
}

function waiting(ctx: PaymentContext, refund: Refund): JobOutcome {
  const { answer, recheck } = ctx.account.timing
  const now = ctx.clock.now()
  return { kind: 'waiting', check: Math.min(Math.max(refund.checkAt, now + answer), now + recheck) }
}
