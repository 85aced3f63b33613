/** Carries out what is due for a charge: one action per step of schedule.ts. */
import type { Charge } from '../../../core/charge.ts'
import { FINAL, mayMove, moved } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { sendQuote, sendTransfer } from './promising.ts'
import { askRequest, sendRequest } from './requesting.ts'
import { askAgainAt, dueStep, endOf, type Step } from './schedule.ts'

type Action = (ctx: PaymentContext, charge: Charge, signal?: AbortSignal) => Promise<Charge>

const ACTIONS: Readonly<Record<Step, Action>> = {
  request: sendRequest,
  quote: sendQuote,
  transfer: sendTransfer,
  ask: askRequest,
  doubt: doubt,
  none: rest,
}

/** Does what is due now; the charge as it stands afterwards. */
export function pursue(ctx: PaymentContext, charge: Charge, signal?: AbortSignal): Promise<Charge> {
  return ACTIONS[dueStep(charge, ctx.clock.now(), ctx.account.timing)](ctx, charge, signal)
}

async function doubt(ctx: PaymentContext, charge: Charge): Promise<Charge> {
  const now = ctx.clock.now()
  const { charge: after, changed } = await ctx.book.amend(charge.id, (it) => {
    if (it.state !== charge.state || !mayMove(it, 'unknown')) return undefined
    const unknown = moved(it, 'unknown', now, { reason: it.reason ?? 'the switch does not answer' })
    return { ...unknown, checkAt: askAgainAt(unknown, now, ctx.account.timing) }
  })
  if (changed) ctx.log({ code: 'payment.unknown', charge: charge.id, detail: after.reason ?? '' })
  return after
}

async function rest(ctx: PaymentContext, charge: Charge): Promise<Charge> {
  const { charge: after } = await ctx.book.amend(charge.id, (it) =>
    it.state === charge.state && !FINAL.has(it.state) && it.checkAt <= ctx.clock.now()
      ? { ...it, checkAt: Math.max(endOf(it, ctx.account.timing), ctx.clock.now() + ctx.account.timing.grace) }
      : undefined,
  )
  return after
}
