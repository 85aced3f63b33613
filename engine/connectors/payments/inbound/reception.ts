/** Where messages of the switch arrive: past the gate, then to the desk that the table names. */
import type { PaymentContext } from '../context.ts'
import { refundEndDesk, refundQuoteDesk } from '../refunds/refund-desk.ts'
import { isRefusal, refusal } from '../wire/error-codes.ts'
import { commitDesk } from './commit-desk.ts'
import { refused, type SwitchRequest, type SwitchResponse, type VerifiedMessage } from './exchange.ts'
import { pass } from './gate.ts'
import { quoteInquiry, transferInquiry } from './inquiry.ts'
import { quoteDesk } from './quote-desk.ts'
import { requestAnswer } from './request-answer.ts'
import { transferDesk } from './transfer-desk.ts'

type Desk = (ctx: PaymentContext, message: VerifiedMessage) => Promise<SwitchResponse>

/** Method and address -> desk. */
const DESKS: Readonly<Record<string, Desk>> = {
  'PUT /transactionRequests/{id}': requestAnswer,
  'PUT /transactionRequests/{id}/error': requestAnswer,
  'POST /quotes': quoteDesk,
  'GET /quotes/{id}': quoteInquiry,
  'PUT /quotes/{id}': refundQuoteDesk,
  'PUT /quotes/{id}/error': refundQuoteDesk,
  'POST /transfers': transferDesk,
  'GET /transfers/{id}': transferInquiry,
  'PATCH /transfers/{id}': endDesk,
  'PUT /transfers/{id}': endDesk,
  'PUT /transfers/{id}/error': endDesk,
}

/** The end of a transfer: of a refund where we sent the money, else of a payment. */
async function endDesk(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const refund = await ctx.refunds.store.get(message.id ?? '')
  return refund === undefined ? commitDesk(ctx, message) : refundEndDesk(ctx, refund, message)
}

export async function receive(ctx: PaymentContext, request: SwitchRequest): Promise<SwitchResponse> {
  const message = pass(request, ctx.account, ctx.clock.now())
  if (isRefusal(message)) {
    ctx.log({ code: 'payment.turnedAway', detail: `${message.code} ${message.description}` })
    return refused(message)
  }
  const address = `/${message.resource}${message.id === undefined ? '' : '/{id}'}${message.isError ? '/error' : ''}`
  const desk = DESKS[`${message.method} ${address}`]
  return desk === undefined
    ? refused(refusal('uri', 'Expected a request this resource takes'), 405)
    : desk(ctx, message)
}
