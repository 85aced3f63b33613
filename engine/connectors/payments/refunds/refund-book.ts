/** The one place where a refund changes: read, judged, and written only along REFUND_MOVES and only if it still stands so. */
import { REFUND_MOVES, type Refund, type RefundState, type RefundStore } from '../../../core/refund.ts'

export interface RefundBook {
  readonly store: RefundStore
  /** The refund after the change, or as it stands where the change gave undefined or another was faster. */
  amend(id: string, change: (refund: Refund) => Refund | undefined): Promise<Refund>
}

const TRIES = 5

export const isEnded = (refund: Refund): boolean => REFUND_MOVES[refund.state].length === 0

export function refundBook(store: RefundStore): RefundBook {
  return {
    store,
    async amend(id, change) {
      let refund = await standing(store, id)
      for (let tried = 0; tried < TRIES; tried++) {
        const next = change(refund)
        if (next === undefined) return refund
        if (next.state !== refund.state && !REFUND_MOVES[refund.state].includes(next.state))
          throw new Error(`Expected a move that REFUND_MOVES lists, but found ${refund.state} to ${next.state}`)
        if (await store.move(refund.state, next)) return next
        refund = await standing(store, id)
      }
      return refund
    },
  }
}

/** In its new state, its counters fresh; `reason` is gone unless given again. */
export function turned(refund: Refund, state: RefundState, now: number, fresh: Partial<Refund>): Refund {
  const { reason: _, ...rest } = refund
  return { ...rest, tries: 0, ...fresh, state, changedAt: now }
}

async function standing(store: RefundStore, id: string): Promise<Refund> {
  const refund = await store.get(id)
  if (refund === undefined) throw new Error(`Expected refund ${id} in the store, but it is not there`)
  return refund
}
