/** What a silent switch means for a charge: the same message again, later each time. */
import type { Charge } from '../../../core/charge.ts'
import type { PaymentContext } from '../context.ts'
import { askAgainAt, resendAt } from './schedule.ts'

/** No answer of the switch to a message that may be sent again. */
export function unanswered(ctx: PaymentContext, charge: Charge, reason: string): Charge {
  ctx.log({ code: 'payment.silent', charge: charge.id, detail: reason })
  const now = ctx.clock.now()
  const checkAt =
    charge.state === 'unknown'
      ? askAgainAt(charge, now, ctx.account.timing)
      : resendAt(charge, now, ctx.account.timing, ctx.ids.fraction())
  return { ...charge, attempts: charge.attempts + 1, checkAt }
}
