/**
 * Looks after open charges and refunds around the clock: what is due is started, at most so many at once, and one that
 * another round still works on is left to it, so that a silent switch neither holds up the worker nor is asked twice.
 */
import type { PaymentContext } from '../context.ts'
import { pursueRefund } from '../refunds/refund-pursuit.ts'
import { pursue } from './pursuit.ts'

const AT_ONCE = 32
/** Paid charges whose task was not told are rare: only a crash or a failed write leaves them. */
const LOOK_BACK_EVERY = 5000

export function sweeper(ctx: PaymentContext): (now: number) => Promise<void> {
  const pursued = new Set<string>()
  let lookedBack = -Infinity

  function start<T extends { readonly id: string }>(open: readonly T[], work: (one: T) => Promise<void>): void {
    for (const one of open.filter(({ id }) => !pursued.has(id)).slice(0, AT_ONCE - pursued.size)) {
      pursued.add(one.id)
      ctx.later(() => work(one).finally(() => pursued.delete(one.id)))
    }
  }

  return async (now) => {
    const { store } = ctx.book
    if (pursued.size < AT_ONCE)
      start(await store.due(now, 2 * AT_ONCE), async (charge) => ctx.teller.tell(await pursue(ctx, charge)))
    if (pursued.size < AT_ONCE)
      start(await ctx.refunds.store.due(now, AT_ONCE), async (refund) => void (await pursueRefund(ctx, refund)))
    if (now >= lookedBack && now - lookedBack < LOOK_BACK_EVERY) return
    lookedBack = now
    start(await store.uncompleted(AT_ONCE), (charge) => ctx.teller.tellAgain(charge))
  }
}
