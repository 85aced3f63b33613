/**
 * Brings a refund to its end: sends what is due, the same to the byte, and asks how it ended when its time is over.
 *
 * Nothing is sent under a second id. A switch that does not know the transfer after its end will never carry it out: that
 * and ABORTED are the only ways in which silence becomes `rejected`.
 */
import type { Refund } from '../../../core/refund.ts'
import type { Charge } from '../../../core/charge.ts'
import type { PaymentContext } from '../context.ts'
import { spread } from '../pursuit/schedule.ts'
import { errorClass } from '../wire/error-codes.ts'
import type { Delivery, SwitchMessage } from '../wire/switch-client.ts'
import { isEnded, turned } from './refund-book.ts'
import { payingFsp, refundQuote, refundTransfer } from './refund-messages.ts'

export async function pursueRefund(ctx: PaymentContext, refund: Refund, signal?: AbortSignal): Promise<Refund> {
  if (isEnded(refund)) return refund
  const charge = await ctx.book.store.get(refund.charge)
  if (charge === undefined) throw new Error(`Expected the charge ${refund.charge} of a refund, but it is not there`)
  const delivery = await ctx.client.send(messageOf(ctx, refund, charge), signal)
  if (delivery.kind === 'refused') return refusedRefund(ctx, refund, delivery.code, delivery.description)
  return ctx.refunds.amend(refund.id, (it) => (it.state === refund.state ? sent(ctx, it, delivery) : undefined))
}

/** While the transfer may still be carried out it is ordered; afterwards we ask. */
function messageOf(ctx: PaymentContext, refund: Refund, charge: Charge): SwitchMessage {
  const { config } = ctx.account
  const destination = payingFsp(charge, config)
  if (refund.state === 'created')
    return { method: 'POST', resource: 'quotes', rest: '', destination, body: refundQuote(refund, charge, config) }
  if (isOver(ctx, refund)) return { method: 'GET', resource: 'transfers', rest: `/${refund.id}`, destination }
  return { method: 'POST', resource: 'transfers', rest: '', destination, body: refundTransfer(refund, charge, config) }
}

function sent(ctx: PaymentContext, refund: Refund, delivery: Delivery): Refund {
  if (delivery.kind === 'silent') ctx.log({ code: 'refund.silent', charge: refund.charge, detail: delivery.reason })
  return { ...refund, tries: refund.tries + 1, checkAt: ctx.clock.now() + pauseOf(ctx, refund) }
}

/** As listed for the resends of a charge; when the list is at its end, always as long as before the first question about one in doubt. */
function pauseOf(ctx: PaymentContext, refund: Refund): number {
  const { resend, slow, slowest } = ctx.account.timing
  return spread(resend[refund.tries] ?? Math.min(slowest, slow), ctx.ids.fraction())
}

export const isOver = (ctx: PaymentContext, refund: Refund): boolean =>
  refund.expires !== undefined && ctx.clock.now() >= refund.expires + ctx.account.timing.grace

/** The peer said no, at once or by callback. */
export function refusedRefund(ctx: PaymentContext, refund: Refund, code: string, description: string): Promise<Refund> {
  const reason = `${code} ${description}`.trim().slice(0, 200)
  const now = ctx.clock.now()
  return ctx.refunds.amend(refund.id, (it) => {
    if (isEnded(it)) return undefined
    if (endsIt(ctx, it, code)) return turned(it, 'rejected', now, { reason, checkAt: now })
    return { ...it, reason, tries: it.tries + 1, checkAt: now + pauseOf(ctx, it) }
  })
}

const PARTY_NOT_FOUND = '3204'

/** 5xxx: the bank of the citizen does not take it. 33xx, and 32xx after the end: nothing moved, and nothing will. */
function endsIt(ctx: PaymentContext, refund: Refund, code: string): boolean {
  if (code.startsWith('5') || code === PARTY_NOT_FOUND) return true
  const family = errorClass(code)
  if (family === 'expired') return true
  return family === 'missing' && isOver(ctx, refund)
}
