/**
 * What the bank of the citizen answers to a refund: PUT /quotes/{id} with packet and condition, then PUT or PATCH
 * /transfers/{id} with the end of the transfer, or an error in their place.
 *
 * Only the switch or that bank may speak. The money counts as given back when COMMITTED comes with the key that fits the
 * condition, or from the switch itself; what was written down is told to the task afterwards.
 */
import { createHash } from 'node:crypto'
import { sameMoney } from '../../../core/money.ts'
import type { Refund } from '../../../core/refund.ts'
import type { PaymentContext } from '../context.ts'
import { RECEIVED, refused, type SwitchResponse, type VerifiedMessage } from '../inbound/exchange.ts'
import { refusal } from '../wire/error-codes.ts'
import { moneyAt, objectAt, textAt, timeAt } from '../wire/fields.ts'
import { turned } from './refund-book.ts'
import { payingFsp } from './refund-messages.ts'
import { pursueRefund, refusedRefund } from './refund-pursuit.ts'
import { refundOutcome } from './refund-outcome.ts'

/** How long the switch may take to carry out a transfer once it is ordered. */
const LIFE = 60 * 60_000
const CONDITION = /^[A-Za-z0-9_-]{43}$/
const STATES: readonly unknown[] = ['COMMITTED', 'ABORTED', 'RESERVED', 'RECEIVED']

export async function refundQuoteDesk(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const refund = await ctx.refunds.store.get(message.id ?? '')
  if (refund === undefined) return refused(refusal('unknownQuote', 'Expected a quote we asked for'), 404)
  if (!(await maySpeak(ctx, refund, message.source))) return refused(STRANGER)
  if (message.isError) return errorAnswer(ctx, refund, message)
  const { body } = message
  const amount = moneyAt(body, 'transferAmount')
  const [ilpPacket, condition] = [textAt(body, 'ilpPacket'), textAt(body, 'condition')]
  if (amount === undefined || ilpPacket === undefined || condition === undefined || !CONDITION.test(condition))
    return refused(refusal('missingElement', 'Expected transferAmount, ilpPacket and condition'))
  if (!sameMoney(amount, refund.money))
    return refused(refusal('validation', `Expected ${refund.money.amount} ${refund.money.currency} as transferAmount`))
  const now = ctx.clock.now()
  const checkAt = now + ctx.account.timing.answer
  const expires = Math.min(timeAt(body, 'expiration') ?? Infinity, now + LIFE)
  const after = await ctx.refunds.amend(refund.id, (it) =>
    it.state === 'created' ? turned(it, 'quoted', now, { ilpPacket, condition, expires, checkAt }) : undefined,
  )
  if (after.state === 'quoted' && after.tries === 0) ctx.later(async () => void (await pursueRefund(ctx, after)))
  return RECEIVED
}

/** For a transfer that is a refund of ours; any other is the commit desk's. */
export async function refundEndDesk(
  ctx: PaymentContext,
  refund: Refund,
  message: VerifiedMessage,
): Promise<SwitchResponse> {
  if (!(await maySpeak(ctx, refund, message.source))) return refused(STRANGER)
  if (message.isError) return errorAnswer(ctx, refund, message)
  const state = message.body['transferState']
  if (!STATES.includes(state))
    return refused(refusal('missingElement', `Expected transferState of ${STATES.join(', ')}`))
  if (state === 'COMMITTED') return committed(ctx, refund, message)
  if (state === 'ABORTED') return aborted(ctx, refund)
  return RECEIVED
}

const STRANGER = refusal('validation', 'Expected the switch or the bank of the payee as source')

async function maySpeak(ctx: PaymentContext, refund: Refund, source: string): Promise<boolean> {
  if (source === ctx.account.config.switchId) return true
  const charge = await ctx.book.store.get(refund.charge)
  return charge !== undefined && payingFsp(charge, ctx.account.config) === source
}

async function committed(
  ctx: PaymentContext,
  refund: Refund,
  { body, source }: VerifiedMessage,
): Promise<SwitchResponse> {
  const key = textAt(body, 'fulfilment')
  const fits = key !== undefined && lockOf(key) === refund.condition
  if (!fits && (key !== undefined || source !== ctx.account.config.switchId))
    return refused(refusal('validation', 'Expected the fulfilment of the condition of the quote'))
  const now = ctx.clock.now()
  const completedAt = timeAt(body, 'completedTimestamp') ?? now
  const after = await ctx.refunds.amend(refund.id, (it) =>
    it.state === 'quoted' ? turned(it, 'committed', now, { completedAt, checkAt: now }) : undefined,
  )
  if (after.state !== 'committed')
    ctx.log({ code: 'refund.reconcile', charge: refund.charge, detail: `COMMITTED while ${after.state}` })
  await tell(ctx, after)
  return RECEIVED
}

async function aborted(ctx: PaymentContext, refund: Refund): Promise<SwitchResponse> {
  const now = ctx.clock.now()
  const after = await ctx.refunds.amend(refund.id, (it) =>
    it.state === 'quoted' ? turned(it, 'rejected', now, { reason: 'ABORTED', checkAt: now }) : undefined,
  )
  await tell(ctx, after)
  return RECEIVED
}

async function errorAnswer(ctx: PaymentContext, refund: Refund, { body }: VerifiedMessage): Promise<SwitchResponse> {
  const error = objectAt(body, 'errorInformation')
  const code = error && textAt(error, 'errorCode')
  if (error === undefined || code === undefined || !/^[1-9]\d{3}$/.test(code))
    return refused(refusal('missingElement', 'Expected errorInformation with a four-digit errorCode'))
  await tell(ctx, await refusedRefund(ctx, refund, code, textAt(error, 'errorDescription') ?? ''))
  return RECEIVED
}

/** What is written down stands; a task that was not told now finds it at its next look. */
async function tell(ctx: PaymentContext, refund: Refund): Promise<void> {
  const outcome = refundOutcome(refund)
  if (outcome === undefined) return
  await ctx
    .conclude(refund.job, outcome)
    .catch((error: unknown) => ctx.log({ code: 'refund.notTold', charge: refund.charge, detail: String(error) }))
}

const lockOf = (fulfilment: string): string =>
  createHash('sha256').update(Buffer.from(fulfilment, 'base64url')).digest('base64url')
