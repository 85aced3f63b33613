/**
 * The end of a transfer: PATCH /transfers/{id} from the switch, or PUT /transfers/{id} as its answer to our question.
 *
 * COMMITTED, and nothing else, pays the charge; the charge is durable before the task is told. ABORTED opens it again.
 * An error callback decides nothing: we never take a promise back unless the switch says ABORTED.
 */
import type { Charge } from '../../../core/charge.ts'
import { RECONCILE, isPromised, mayMove, moved } from '../charge-book.ts'
import type { PaymentContext } from '../context.ts'
import { receiptNo } from '../outcome.ts'
import { endOf } from '../pursuit/schedule.ts'
import { refusal } from '../wire/error-codes.ts'
import { objectAt, textAt, timeAt } from '../wire/fields.ts'
import { RECEIVED, refused, type SwitchResponse, type VerifiedMessage } from './exchange.ts'

const STATES: readonly unknown[] = ['COMMITTED', 'ABORTED', 'RESERVED', 'RECEIVED']

export async function commitDesk(ctx: PaymentContext, message: VerifiedMessage): Promise<SwitchResponse> {
  const { body, source, id = '' } = message
  if (source !== ctx.account.config.switchId)
    return refused(refusal('validation', 'Expected the switch itself to tell the end of a transfer'))
  const found = await ctx.book.store.byTransfer(id)
  if (found === undefined) {
    ctx.log({
      code: 'payment.reconcile',
      detail: `${String(body['transferState'] ?? 'error')} for unknown transfer ${id}`,
    })
    return refused(refusal('unknownTransfer', 'Expected a transfer we hold ready'), 404)
  }
  if (message.isError) return transferError(ctx, found, message)
  const state = body['transferState']
  if (!STATES.includes(state))
    return refused(refusal('missingElement', `Expected transferState of ${STATES.join(', ')}`))
  const fulfilment = body['fulfilment']
  if (fulfilment !== undefined && fulfilment !== found.fulfilment)
    return refused(refusal('validation', 'Expected the fulfilment we gave'))
  if (state === 'COMMITTED') return committed(ctx, found, id, timeAt(body, 'completedTimestamp'))
  if (state === 'ABORTED') return aborted(ctx, found, id)
  return RECEIVED
}

async function committed(
  ctx: PaymentContext,
  found: Charge,
  transferId: string,
  at: number | undefined,
): Promise<SwitchResponse> {
  const now = ctx.clock.now()
  const { charge, changed } = await ctx.book.amend(found.id, (it) => {
    if (it.transferId !== transferId || it.state === 'committed') return undefined
    if (isPromised(it) && mayMove(it, 'committed'))
      return moved(it, 'committed', now, { completedAt: at ?? now, receiptNo: receiptNo(it), checkAt: now })
    return { ...it, reason: `${RECONCILE}COMMITTED by the switch after our end` }
  })
  if (charge.state === 'committed') {
    ctx.failpoint('payments.committed')
    // The money is there and written down; the sweep tells the task if this does not.
    if (changed) await ctx.teller.tell(charge).catch((error: unknown) => tellLater(ctx, charge, error))
  } else ctx.log({ code: 'payment.reconcile', charge: charge.id, detail: `COMMITTED while ${charge.state}` })
  return RECEIVED
}

async function aborted(ctx: PaymentContext, found: Charge, transferId: string): Promise<SwitchResponse> {
  const now = ctx.clock.now()
  const { charge, changed } = await ctx.book.amend(found.id, (it) =>
    it.transferId === transferId && isPromised(it) && mayMove(it, 'aborted')
      ? moved(it, 'aborted', now, { checkAt: endOf(it, ctx.account.timing) })
      : undefined,
  )
  if (!changed) ctx.log({ code: 'payment.late', charge: charge.id, detail: `ABORTED while ${charge.state}` })
  return RECEIVED
}

function transferError(ctx: PaymentContext, charge: Charge, { body }: VerifiedMessage): SwitchResponse {
  const error = objectAt(body, 'errorInformation')
  const code = error && textAt(error, 'errorCode')
  if (code === undefined)
    return refused(refusal('missingElement', 'Expected errorInformation with a four-digit errorCode'))
  ctx.log({ code: 'payment.transferError', charge: charge.id, detail: `${code} while ${charge.state}` })
  return RECEIVED
}

const tellLater = (ctx: PaymentContext, charge: Charge, error: unknown): void =>
  ctx.log({ code: 'payment.notTold', charge: charge.id, detail: error instanceof Error ? error.message : 'failed' })
