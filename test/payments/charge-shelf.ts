/** A charge store of plain maps for the protocol tests; what a store must keep is checked by its own contract suite. */
import type { Charge, ChargeStore, InboundMessage } from '../../engine/core/charge.ts'

const ENDED: readonly string[] = ['committed', 'rejected', 'expired']

export interface Shelf extends ChargeStore {
  /** Everything it holds, for "nothing was touched". */
  snapshot(): string
  /** Jobs the engine has closed. */
  readonly closed: Set<string>
}

export function shelf(): Shelf {
  const charges = new Map<string, Charge>()
  const inbound = new Map<string, InboundMessage>()
  const closed = new Set<string>()
  const find = (test: (charge: Charge) => boolean) => Promise.resolve([...charges.values()].find(test))
  return {
    closed,
    snapshot: () => JSON.stringify([[...charges.values()], [...inbound.values()]]),
    async open(charge) {
      const known = await find((it) => it.job === charge.job)
      if (known === undefined) charges.set(charge.id, charge)
      return known ?? charge
    },
    get: (id) => Promise.resolve(charges.get(id)),
    ofJob: (job) => find((it) => it.job === job),
    byTransfer: (id) => find((it) => it.transferId === id),
    byTransaction: (id) => find((it) => it.transactionId === id),
    ofInstance: (id) => Promise.resolve([...charges.values()].filter((it) => it.instance === id)),
    async move(from, charge) {
      if (charges.get(charge.id)?.state !== from) return false
      const taken = charge.transferId && (await find((it) => it.transferId === charge.transferId))
      if (taken !== undefined && taken !== '' && taken.id !== charge.id) return false
      charges.set(charge.id, charge)
      return true
    },
    receive(message) {
      const key = `${message.resource} ${message.id}`
      const known = inbound.get(key)
      if (known === undefined) inbound.set(key, message)
      return Promise.resolve(known === undefined ? 'first' : known.digest === message.digest ? 'same' : 'modified')
    },
    due: (now, limit) =>
      Promise.resolve(
        [...charges.values()]
          .filter((it) => !ENDED.includes(it.state) && it.checkAt <= now)
          .sort((a, b) => a.checkAt - b.checkAt)
          .slice(0, limit),
      ),
    uncompleted: (limit) =>
      Promise.resolve(
        [...charges.values()].filter((it) => it.state === 'committed' && !closed.has(it.job)).slice(0, limit),
      ),
  }
}
