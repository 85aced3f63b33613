/** The payer's bank or the switch asks us again: GET /quotes/{id}, GET /transfers/{id}. The answer is the callback once more. */
import type { PaymentContext } from '../context.ts'
import { sendTransfer } from '../pursuit/promising.ts'
import { refusal } from '../wire/error-codes.ts'
import { ACCEPTED, type SwitchResponse, type VerifiedMessage } from './exchange.ts'
import { replyError } from './reply.ts'

export async function transferInquiry(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const id = message.id ?? ''
  const charge = await ctx.book.store.byTransfer(id)
  if (charge === undefined) replyError(ctx, message, id, refusal('unknownTransfer', 'Expected a transfer sent to us'))
  else ctx.later(async () => void (await sendTransfer(ctx, charge)))
  return ACCEPTED
}

/** A quote is found by the message that asked for it, which we do not index: the bank repeats POST /quotes instead. */
export async function quoteInquiry(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  replyError(ctx, message, message.id ?? '', refusal('unknownQuote', 'Repeat POST /quotes: the same answer is sent'))
  return Promise.resolve(ACCEPTED)
}
