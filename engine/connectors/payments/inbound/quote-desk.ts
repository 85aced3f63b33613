/**
 * The payer's bank asks what exactly is to be paid: POST /quotes. We answer with the charge's own amount, a packet that
 * says what it is for, and the condition under which we take it; or with the reason why nobody should pay it.
 */
import type { Charge } from '../../../core/charge.ts'
import type { JsonObject } from '../../../core/json.ts'
import { sameMoney } from '../../../core/money.ts'
import { FINAL, isPromised, mayMove, moved, needsReconciling } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { sendQuote } from '../pursuit/promising.ts'
import { isRefusal, refusal, type Refusal } from '../wire/error-codes.ts'
import { dateTime, moneyAt, objectAt, timeAt, uuidAt } from '../wire/fields.ts'
import { lockOf, writePacket } from '../wire/ilp.ts'
import { payeeId, payerOf, wireMoney } from '../wire/messages.ts'
import { sortedJson } from '../wire/sorted-json.ts'
import { ACCEPTED, refused, type SwitchResponse, type VerifiedMessage } from './exchange.ts'
import { replyError } from './reply.ts'

interface QuoteRequest {
  readonly quoteId: string
  readonly transactionId: string
  readonly message: VerifiedMessage
}

export async function quoteDesk(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const { body, digest } = message
  const quoteId = uuidAt(body, 'quoteId')
  const transactionId = uuidAt(body, 'transactionId')
  const chargeId = uuidAt(body, 'transactionRequestId')
  if (quoteId === undefined || transactionId === undefined || chargeId === undefined)
    return refused(refusal('missingElement', 'Expected quoteId, transactionId and transactionRequestId as UUIDs'))
  const seen = await ctx.book.store.receive({
    resource: 'quotes',
    id: quoteId,
    digest,
    charge: chargeId,
    at: ctx.clock.now(),
  })
  const verdict = seen === 'modified' ? MODIFIED : await judge(ctx, chargeId, { quoteId, transactionId, message })
  if (isRefusal(verdict)) replyError(ctx, message, quoteId, verdict)
  else ctx.later(async () => void (await sendQuote(ctx, verdict)))
  return ACCEPTED
}

const MODIFIED = refusal('modified', 'Expected the same message under the same id as before')

/** The charge with its quote durable, or why not. */
async function judge(ctx: PaymentContext, chargeId: string, request: QuoteRequest): Promise<Charge | Refusal> {
  const known = await ctx.book.store.get(chargeId)
  if (known === undefined) return refusal('unknownRequest', 'Expected a payment request of ours')
  const wanted = await ctx.stillWanted(known.job)
  let reason: Refusal | undefined
  const { charge } = await ctx.book.amend(chargeId, (it) => {
    if (it.quoteId === request.quoteId && (it.state === 'quoted' || FINAL.has(it.state) || isPromised(it)))
      return undefined
    reason = objection(ctx, it, request, wanted)
    return reason === undefined ? quoted(ctx, it, request) : undefined
  })
  if (reason === undefined && charge.quoteId !== request.quoteId) reason = refusal('quoteRejected', 'Try again later')
  if (reason === undefined) ctx.failpoint('payments.quoted')
  return reason ?? charge
}

function objection(
  ctx: PaymentContext,
  charge: Charge,
  { message }: QuoteRequest,
  wanted: boolean,
): Refusal | undefined {
  const { body, source } = message
  const now = ctx.clock.now()
  const asked = moneyAt(body, 'amount')
  const bank = payerOf(charge)['fspId']
  const expiration = timeAt(body, 'expiration')
  if (asked === undefined || !sameMoney(asked, charge.money))
    return refusal('quoteRejected', `Expected the amount of the bill, ${charge.money.amount} ${charge.money.currency}`)
  if (bank !== undefined && bank !== source && source !== ctx.account.config.switchId)
    return refusal('quoteRejected', 'Expected the bank of the payer who was asked')
  if (!namesPayee(ctx, charge, body)) return refusal('quoteRejected', 'Expected the agency of the bill as payee')
  if (charge.state === 'expired' || now >= charge.expires)
    return refusal('requestExpired', 'Expected the payment before the end of the bill')
  if (expiration !== undefined && expiration <= now) return refusal('quoteExpired', 'Expected a quote that is not over')
  if (!wanted) return refusal('quoteRejected', 'The case no longer waits for this payment')
  if (isPromised(charge) || needsReconciling(charge) || !mayMove(charge, 'quoted'))
    return refusal('quoteRejected', `Expected an open bill, but it is ${charge.state}`)
  return undefined
}

function namesPayee(ctx: PaymentContext, charge: Charge, body: JsonObject): boolean {
  const payee = objectAt(body, 'payee')
  const party = payee && objectAt(payee, 'partyIdInfo')
  const ours = payeeId(charge, ctx.account.config)
  return party !== undefined && ['partyIdType', 'partyIdentifier', 'fspId'].every((key) => party[key] === ours[key])
}

function quoted(ctx: PaymentContext, charge: Charge, request: QuoteRequest): Charge {
  const { message, quoteId, transactionId } = request
  const { config, timing } = ctx.account
  const now = ctx.clock.now()
  const ilpPacket = writePacket({
    amount: BigInt(charge.money.amount.replace('.', '')),
    account: `${config.ilpPrefix ?? 'g.ps'}.${config.fspId}.${charge.id}`,
    transaction: {
      transactionId,
      quoteId,
      payee: { partyIdInfo: payeeId(charge, config) },
      payer: { partyIdInfo: { ...payerOf(charge), fspId: message.source } },
      amount: wireMoney(charge.money),
      transactionType: { scenario: 'PAYMENT', initiator: 'PAYEE', initiatorType: 'BUSINESS' },
    },
  })
  const answer: JsonObject = {
    transferAmount: wireMoney(charge.money),
    expiration: dateTime(Math.min(charge.expires, timeAt(message.body, 'expiration') ?? charge.expires)),
    ilpPacket,
    condition: lockOf(ilpPacket, config.ilpSecret).condition,
  }
  return moved(charge, 'quoted', now, {
    quoteId,
    transactionId,
    quote: sortedJson(answer),
    checkAt: now + timing.answer,
  })
}
