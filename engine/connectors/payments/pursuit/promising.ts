/**
 * Our promises to the payer's bank: the quote we gave and the transfer we hold ready, repeated until they are taken.
 */
import type { Charge } from '../../../core/charge.ts'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'
import { isPromised } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { askAgainAt, endOf, resendAt } from './schedule.ts'
import { unanswered } from './silence.ts'
import { objectAt } from '../wire/fields.ts'
import { readPacket } from '../wire/ilp.ts'
import { payerFsp, transferAnswer } from '../wire/messages.ts'

/** PUT /quotes/{id}, as it was written when the charge was quoted. */
export async function sendQuote(ctx: PaymentContext, charge: Charge): Promise<Charge> {
  if (charge.quote === undefined || charge.quoteId === undefined) return charge
  const body: unknown = JSON.parse(charge.quote)
  if (!isJsonObject(body)) throw new Error(`Expected the stored quote of charge ${charge.id} to be an object`)
  const delivery = await ctx.client.send({
    method: 'PUT',
    resource: 'quotes',
    rest: `/${charge.quoteId}`,
    destination: quoteFsp(body) ?? payerFsp(charge, ctx.account.config),
    body,
  })
  const { charge: after } = await ctx.book.amend(charge.id, (now) => {
    if (now.state !== 'quoted' || now.quoteId !== charge.quoteId) return undefined
    if (delivery.kind === 'silent') return unanswered(ctx, now, delivery.reason)
    return { ...now, attempts: 0, checkAt: endOf(now, ctx.account.timing) }
  })
  return after
}

/** PUT /transfers/{id}; from the second time on also GET, since then the end may already be known there. */
export async function sendTransfer(ctx: PaymentContext, charge: Charge): Promise<Charge> {
  const { transferId } = charge
  if (transferId === undefined) return charge
  const destination = transferFsp(charge) ?? payerFsp(charge, ctx.account.config)
  const resource = 'transfers'
  const rest = `/${transferId}`
  const delivery = await ctx.client.send({
    method: 'PUT',
    resource,
    rest,
    destination,
    body: transferAnswer(charge),
  })
  if (charge.attempts > 0)
    await ctx.client.send({ method: 'GET', resource, rest, destination: ctx.account.config.switchId })
  ctx.failpoint('payments.answered')
  const now = ctx.clock.now()
  const { charge: after } = await ctx.book.amend(charge.id, (it) => {
    if (!isPromised(it) || it.transferId !== transferId) return undefined
    const early = delivery.kind === 'silent' && it.state === 'reserved'
    const checkAt = early
      ? resendAt(it, now, ctx.account.timing, ctx.ids.fraction())
      : askAgainAt(it, now, ctx.account.timing)
    return { ...it, attempts: it.attempts + 1, checkAt }
  })
  return after
}

/** Who asked for the quote: written into our own packet, so it need not be kept twice. */
function quoteFsp(quote: JsonObject): string | undefined {
  const packet = typeof quote['ilpPacket'] === 'string' ? readPacket(quote['ilpPacket']) : undefined
  const payer = packet && objectAt(packet.transaction, 'payer')
  const fsp = payer && objectAt(payer, 'partyIdInfo')?.['fspId']
  return typeof fsp === 'string' ? fsp : undefined
}

function transferFsp(charge: Charge): string | undefined {
  const quote: unknown = charge.quote === undefined ? undefined : JSON.parse(charge.quote)
  return isJsonObject(quote) ? quoteFsp(quote) : undefined
}
