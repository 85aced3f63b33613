/**
 * The payer's bank has set the money aside and asks for the key: POST /transfers. The key (fulfilment) goes out only for
 * our own packet, our own condition and the charge's exact amount, while the charge is open; and for one transfer only.
 */
import type { Charge } from '../../../core/charge.ts'
import { sameMoney } from '../../../core/money.ts'
import { isPromised, mayMove, moved, needsReconciling } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { sendTransfer } from '../pursuit/promising.ts'
import { isRefusal, refusal, type Refusal } from '../wire/error-codes.ts'
import { moneyAt, objectAt, textAt, timeAt, uuidAt } from '../wire/fields.ts'
import { fits, lockOf, readPacket, type Packet } from '../wire/ilp.ts'
import { ACCEPTED, refused, type SwitchResponse, type VerifiedMessage } from './exchange.ts'
import { replyError } from './reply.ts'

export async function transferDesk(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const transferId = uuidAt(message.body, 'transferId')
  if (transferId === undefined) return refused(refusal('missingElement', 'Expected transferId as a UUID'))
  const seen = await ctx.book.store.receive({
    resource: 'transfers',
    id: transferId,
    digest: message.digest,
    at: ctx.clock.now(),
  })
  const verdict = seen === 'modified' ? MODIFIED : await judge(ctx, transferId, message)
  if (isRefusal(verdict)) replyError(ctx, message, transferId, verdict)
  else ctx.later(async () => void (await sendTransfer(ctx, verdict)))
  return ACCEPTED
}

const MODIFIED = refusal('modified', 'Expected the same message under the same id as before')

/** An aborted transfer stays on its charge until another takes its place, so that a contradiction about it is noticed. */
const ABORTED_BEFORE = refusal('transferRejected', 'Expected a transfer that was not aborted before')

/** The charge with its promise durable, or why not. */
async function judge(ctx: PaymentContext, transferId: string, message: VerifiedMessage): Promise<Charge | Refusal> {
  const order = readOrder(ctx, message)
  if (isRefusal(order)) return order
  const known = await ctx.book.store.get(order.chargeId)
  if (known === undefined) return refusal('transferRejected', 'Expected the packet of a bill of ours')
  const wanted = await ctx.stillWanted(known.job)
  let reason: Refusal | undefined
  const { charge } = await ctx.book.amend(known.id, (it) => {
    if (it.transferId === transferId && (it.state === 'committed' || isPromised(it))) return undefined
    reason = it.transferId === transferId ? ABORTED_BEFORE : objection(ctx, it, message, order, wanted)
    return reason === undefined ? reserved(ctx, it, transferId, order.fulfilment) : undefined
  })
  if (reason === undefined && charge.transferId !== transferId)
    reason = refusal('transferRejected', 'Expected a transfer id that was not used before')
  if (reason === undefined) ctx.failpoint('payments.reserved')
  return reason ?? charge
}

interface Order {
  readonly chargeId: string
  readonly packet: Packet
  readonly fulfilment: string
}

/** The order behind the transfer: only a packet we wrote ourselves has the condition we compute from it. */
function readOrder(ctx: PaymentContext, { body }: VerifiedMessage): Order | Refusal {
  const text = textAt(body, 'ilpPacket') ?? ''
  const lock = lockOf(text, ctx.account.config.ilpSecret)
  const packet = fits(lock, textAt(body, 'condition') ?? '') ? readPacket(text) : undefined
  if (packet === undefined) return refusal('transferRejected', 'Expected packet and condition of a quote of ours')
  return { chargeId: packet.account.split('.').at(-1) ?? '', packet, fulfilment: lock.fulfilment }
}

function objection(
  ctx: PaymentContext,
  charge: Charge,
  { body, source }: VerifiedMessage,
  { packet }: Order,
  wanted: boolean,
): Refusal | undefined {
  const { config } = ctx.account
  const now = ctx.clock.now()
  const amount = moneyAt(body, 'amount')
  const expiration = timeAt(body, 'expiration')
  const payer = textAt(body, 'payerFsp')
  if (textAt(body, 'payeeFsp') !== config.fspId) return refusal('transferRejected', 'Expected us as payeeFsp')
  if (payer === undefined || (source !== config.switchId && payer !== source))
    return refusal('transferRejected', 'Expected payerFsp to be the source')
  if (source !== config.switchId && quotedTo(packet) !== source)
    return refusal('transferRejected', 'Expected the bank that asked for the quote')
  if (amount === undefined || !sameMoney(amount, charge.money))
    return refusal(
      'transferRejected',
      `Expected the amount of the bill, ${charge.money.amount} ${charge.money.currency}`,
    )
  if (packet.amount !== BigInt(charge.money.amount.replace('.', '')))
    return refusal('transferRejected', 'Expected the packet to carry the amount of the bill')
  if (expiration === undefined) return refusal('missingElement', 'Expected expiration as a date and time')
  if (expiration <= now) return refusal('transferExpired', 'Expected a transfer that is not over')
  if (charge.state === 'expired' || now >= charge.expires)
    return refusal('requestExpired', 'Expected the payment before the end of the bill')
  if (!wanted) return refusal('transferRejected', 'The case no longer waits for this payment')
  if (isPromised(charge) || needsReconciling(charge) || !mayMove(charge, 'reserved'))
    return refusal('transferRejected', `Expected an open bill with a quote, but it is ${charge.state}`)
  return undefined
}

function quotedTo(packet: Packet): unknown {
  const payer = objectAt(packet.transaction, 'payer')
  return payer && objectAt(payer, 'partyIdInfo')?.['fspId']
}

function reserved(ctx: PaymentContext, charge: Charge, transferId: string, fulfilment: string): Charge {
  const now = ctx.clock.now()
  return moved(charge, 'reserved', now, { transferId, fulfilment, checkAt: now + ctx.account.timing.answer })
}
