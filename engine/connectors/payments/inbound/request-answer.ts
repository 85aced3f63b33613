/**
 * What became of our payment request: PUT /transactionRequests/{id} and PUT /transactionRequests/{id}/error.
 *
 * RECEIVED, PENDING and ACCEPTED say that the payer has it before their eyes; none of them is a payment. Only the switch,
 * the payer's bank, or any known bank where the payer's was not named may speak.
 */
import type { Charge } from '../../../core/charge.ts'
import { FINAL, isPromised, mayMove, moved } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { lost, refusedRequest } from '../pursuit/requesting.ts'
import { endOf } from '../pursuit/schedule.ts'
import { errorClass, refusal } from '../wire/error-codes.ts'
import { objectAt, textAt } from '../wire/fields.ts'
import { payerOf } from '../wire/messages.ts'
import { RECEIVED, refused, type SwitchResponse, type VerifiedMessage } from './exchange.ts'

const STATES: readonly unknown[] = ['RECEIVED', 'PENDING', 'ACCEPTED', 'REJECTED']

export async function requestAnswer(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const charge = await ctx.book.store.get(message.id ?? '')
  if (charge === undefined) return refused(refusal('unknownRequest', 'Expected a payment request of ours'), 404)
  if (!maySpeak(ctx, charge, message.source))
    return refused(refusal('validation', 'Expected the switch or the bank of the payer as source'))
  if (message.isError) return errorAnswer(ctx, message, charge)
  const state = message.body['transactionRequestState']
  if (!STATES.includes(state))
    return refused(refusal('missingElement', `Expected transactionRequestState of ${STATES.join(', ')}`))
  const { charge: after, changed } = await ctx.book.amend(charge.id, (it) =>
    state === 'REJECTED' ? rejection(ctx, it) : reception(ctx, it),
  )
  if (!changed) ctx.log({ code: 'payment.late', charge: charge.id, detail: `${String(state)} while ${after.state}` })
  if (changed && FINAL.has(after.state)) await ctx.teller.tell(after).catch(() => undefined)
  return RECEIVED
}

function maySpeak(ctx: PaymentContext, charge: Charge, source: string): boolean {
  const bank = payerOf(charge)['fspId']
  return source === ctx.account.config.switchId || bank === undefined || bank === source
}

function rejection(ctx: PaymentContext, it: Charge): Charge | undefined {
  if (isPromised(it) || !mayMove(it, 'rejected')) return undefined
  return moved(it, 'rejected', ctx.clock.now(), { reason: 'REJECTED' })
}

/** Still open at the switch; after its end that means it was not paid, since no transfer of it was ever accepted. */
function reception(ctx: PaymentContext, it: Charge): Charge | undefined {
  if (isPromised(it)) return undefined
  const now = ctx.clock.now()
  const end = endOf(it, ctx.account.timing)
  if (now >= end && mayMove(it, 'expired')) return moved(it, 'expired', now, {})
  return mayMove(it, 'accepted') ? moved(it, 'accepted', now, { checkAt: end }) : undefined
}

async function errorAnswer(ctx: PaymentContext, message: VerifiedMessage, charge: Charge): Promise<SwitchResponse> {
  const error = objectAt(message.body, 'errorInformation')
  const code = error && textAt(error, 'errorCode')
  if (error === undefined || code === undefined || !/^[1-9]\d{3}$/.test(code))
    return refused(refusal('missingElement', 'Expected errorInformation with a four-digit errorCode'))
  const description = textAt(error, 'errorDescription') ?? ''
  if (errorClass(code) === 'missing') {
    ctx.later(async () => {
      await ctx.teller.tell(await lost(ctx, charge, code, description))
    })
    return RECEIVED
  }
  const after = await refusedRequest(ctx, charge, code, description)
  await ctx.teller.tell(after).catch(() => undefined)
  return RECEIVED
}
