/** Sends an answer that follows a 202: an error callback, or one of our promises again. Never before the state is durable. */
import type { PaymentContext } from '../context.ts'
import type { Refusal } from '../wire/error-codes.ts'
import { errorBody } from '../wire/messages.ts'
import type { VerifiedMessage } from './exchange.ts'

/** Not kept: the peer that misses it repeats its message and is told again. */
export function replyError(ctx: PaymentContext, message: VerifiedMessage, id: string, reason: Refusal): void {
  ctx.log({ code: 'payment.refused', detail: `${message.resource} ${id}: ${reason.code} ${reason.description}` })
  ctx.later(async () => {
    await ctx.client.send({
      method: 'PUT',
      resource: message.resource,
      rest: `/${id}/error`,
      destination: message.source,
      body: errorBody(reason),
    })
  })
}
