/**
 * Asking the payer for the money: the payment request to the switch, sent again and asked about until it is answered.
 *
 * Sending happens with nothing held; what came of it is written to the charge as it stands by then, so an answer of the
 * switch that overtook us is never overwritten.
 */
import type { Charge } from '../../../core/charge.ts'
import type { JobOutcome } from '../../../core/connector.ts'
import { FINAL, isPromised, mayMove, moved } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { askAgainAt, endOf, resendAt } from './schedule.ts'
import { unanswered } from './silence.ts'
import { errorClass } from '../wire/error-codes.ts'
import { payerFsp, paymentRequest } from '../wire/messages.ts'

/** POST /transactionRequests under the charge's own id. */
export async function sendRequest(ctx: PaymentContext, charge: Charge, signal?: AbortSignal): Promise<Charge> {
  const { config, timing } = ctx.account
  const delivery = await ctx.client.send(
    {
      method: 'POST',
      resource: 'transactionRequests',
      rest: '',
      destination: payerFsp(charge, config),
      body: paymentRequest(charge, config),
    },
    signal,
  )
  ctx.failpoint('payments.requested')
  if (delivery.kind === 'refused') return refusedRequest(ctx, charge, delivery.code, delivery.description)
  const { charge: after } = await ctx.book.amend(charge.id, (now) => {
    if (now.state !== charge.state || FINAL.has(now.state) || isPromised(now)) return undefined
    if (delivery.kind === 'silent') return unanswered(ctx, now, delivery.reason)
    if (now.state === 'unknown') return undefined
    const state = now.state === 'created' ? 'requested' : now.state
    return moved(now, state, ctx.clock.now(), { checkAt: endOf(now, timing) })
  })
  return after
}

/** The switch said no to the request itself, at once or by callback. */
export async function refusedRequest(
  ctx: PaymentContext,
  charge: Charge,
  code: string,
  description: string,
): Promise<Charge> {
  const reason = `${code} ${description}`.trim().slice(0, 200)
  const now = ctx.clock.now()
  const { charge: after, changed } = await ctx.book.amend(charge.id, (it) => afterRefusal(ctx, it, code, reason, now))
  if (!changed) ctx.log({ code: 'payment.late', charge: charge.id, detail: `${reason} while ${after.state}` })
  return after
}

function afterRefusal(ctx: PaymentContext, it: Charge, code: string, reason: string, now: number): Charge | undefined {
  const { timing } = ctx.account
  if (FINAL.has(it.state) || isPromised(it)) return undefined
  switch (errorClass(code)) {
    case 'payer':
      return mayMove(it, 'rejected') ? moved(it, 'rejected', now, { reason }) : undefined
    case 'expired':
      return mayMove(it, 'expired') ? moved(it, 'expired', now, { reason }) : undefined
    case 'missing':
      // Not there after its end: never asked of the payer, so nothing was paid. Before: it was lost on the way.
      if (now >= it.expires) return mayMove(it, 'expired') ? moved(it, 'expired', now, { reason }) : undefined
      return { ...it, reason, attempts: it.attempts + 1, checkAt: resendAt(it, now, timing, ctx.ids.fraction()) }
    case 'retry':
      return { ...it, reason, attempts: it.attempts + 1, checkAt: resendAt(it, now, timing, ctx.ids.fraction()) }
    case 'incident':
      return { ...it, reason, checkAt: endOf(it, timing) }
  }
}

/** What a person must look at, or undefined: the switch refused the request and would refuse it again. */
export function incidentOf(charge: Charge): JobOutcome | undefined {
  if (charge.state !== 'created' && charge.state !== 'requested') return undefined
  if (charge.reason === undefined || errorClass(charge.reason.slice(0, 4)) !== 'incident') return undefined
  return {
    kind: 'incident',
    reason: `Expected the switch to take the payment request ${charge.id}, but it refused: ${charge.reason}; correct the cause and retry, the same charge is sent again`,
  }
}

/** GET /transactionRequests/{id}: how did it end? The answer comes as a callback. */
export async function askRequest(ctx: PaymentContext, charge: Charge): Promise<Charge> {
  const delivery = await ctx.client.send({
    method: 'GET',
    resource: 'transactionRequests',
    rest: `/${charge.id}`,
    destination: payerFsp(charge, ctx.account.config),
  })
  if (delivery.kind === 'refused' && errorClass(delivery.code) === 'missing')
    return lost(ctx, charge, delivery.code, delivery.description)
  const now = ctx.clock.now()
  const { charge: after } = await ctx.book.amend(charge.id, (it) =>
    it.state === charge.state
      ? { ...it, attempts: it.attempts + 1, checkAt: askAgainAt(it, now, ctx.account.timing) }
      : undefined,
  )
  return after
}

/** The switch does not know the charge: while there is time it is sent again, the same one. */
export async function lost(ctx: PaymentContext, charge: Charge, code: string, description: string): Promise<Charge> {
  const after = await refusedRequest(ctx, charge, code, description)
  const open = !FINAL.has(after.state) && !isPromised(after) && ctx.clock.now() < after.expires
  return open ? sendRequest(ctx, after) : after
}
