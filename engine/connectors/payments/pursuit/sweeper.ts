/**
 * Looks after open charges around the clock: what is due is started, at most so many at once, and a charge another round
 * still works on is left to it, so that a silent switch neither holds up the worker nor is asked twice.
 */
import type { Charge } from '../../../core/charge.ts'
import type { PaymentContext } from '../context.ts'
import { pursue } from './pursuit.ts'

const AT_ONCE = 32
/** Paid charges whose task was not told are rare: only a crash or a failed write leaves them. */
const LOOK_BACK_EVERY = 5000

export function sweeper(ctx: PaymentContext): (now: number) => Promise<void> {
  const pursued = new Set<string>()
  let lookedBack = -Infinity

  function start(charges: readonly Charge[], work: (charge: Charge) => Promise<void>): void {
    for (const charge of charges.filter(({ id }) => !pursued.has(id)).slice(0, AT_ONCE - pursued.size)) {
      pursued.add(charge.id)
      ctx.later(() => work(charge).finally(() => pursued.delete(charge.id)))
    }
  }

  return async (now) => {
    const { store } = ctx.book
    if (pursued.size < AT_ONCE)
      start(await store.due(now, 2 * AT_ONCE), async (charge) => ctx.teller.tell(await pursue(ctx, charge)))
    if (now >= lookedBack && now - lookedBack < LOOK_BACK_EVERY) return
    lookedBack = now
    start(await store.uncompleted(AT_ONCE), (charge) => ctx.teller.tellAgain(charge))
  }
}
