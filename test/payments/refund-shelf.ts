/** A refund store of plain maps for the protocol tests; what a store must keep is checked by its own contract suite. */
import type { Refund, RefundStore } from '../../engine/core/refund.ts'

export function refundShelf(): RefundStore {
  const refunds = new Map<string, Refund>()
  const all = (): Refund[] => [...refunds.values()]
  const newest = (test: (refund: Refund) => boolean): Refund | undefined =>
    all()
      .filter(test)
      .sort((a, b) => b.attempt - a.attempt)[0]
  return {
    async open(refund) {
      const before = newest((it) => it.charge === refund.charge)
      if (before !== undefined && before.state !== 'rejected') return before
      refunds.set(refund.id, refund)
      return refund
    },
    get: async (id) => refunds.get(id),
    ofCharge: async (charge) => newest((it) => it.charge === charge),
    ofJob: async (job) => newest((it) => it.job === job),
    ofInstance: async (instance) => all().filter((it) => it.instance === instance),
    async move(from, refund) {
      if (refunds.get(refund.id)?.state !== from) return false
      refunds.set(refund.id, refund)
      return true
    },
    due: async (now, limit) =>
      all()
        .filter((it) => it.state !== 'committed' && it.state !== 'rejected' && it.checkAt <= now)
        .slice(0, limit),
  }
}
