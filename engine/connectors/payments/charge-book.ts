/**
 * The one place where a charge changes: reads it, lets the change decide, writes it only along CHARGE_MOVES.
 *
 * Within this process changes of one charge queue; against other processes the store compares the state. A change is
 * therefore a pure function of the charge as it stands and may be asked again.
 */
import { CHARGE_MOVES, type Charge, type ChargeState, type ChargeStore } from '../../core/charge.ts'

export interface ChargeBook {
  readonly store: ChargeStore
  /** The charge after the change, or as it stands where the change gave undefined or could not be written. */
  amend(id: string, change: (charge: Charge) => Charge | undefined): Promise<Amended>
}

export interface Amended {
  readonly charge: Charge
  readonly changed: boolean
}

/** Ends of a charge: nothing moves after them. */
export const FINAL: ReadonlySet<ChargeState> = new Set(['committed', 'rejected', 'expired'])

const TRIES = 5

export function chargeBook(store: ChargeStore): ChargeBook {
  const last = new Map<string, Promise<unknown>>()
  return {
    store,
    amend(id, change) {
      const work = () => amend(store, id, change)
      const before = last.get(id)
      const mine = before === undefined ? work() : before.then(work, work)
      const leave = (): void => {
        if (last.get(id) === mine) last.delete(id)
      }
      last.set(id, mine)
      mine.then(leave, leave)
      return mine
    },
  }
}

async function amend(store: ChargeStore, id: string, change: (charge: Charge) => Charge | undefined): Promise<Amended> {
  let charge = await standing(store, id)
  for (let tried = 0; tried < TRIES; tried++) {
    const next = change(charge)
    if (next === undefined) return { charge, changed: false }
    if (next.state !== charge.state && !mayMove(charge, next.state))
      throw new Error(`Expected a move that CHARGE_MOVES lists, but found ${charge.state} to ${next.state}`)
    if (await store.move(charge.state, next)) return { charge: next, changed: true }
    charge = await standing(store, id)
  }
  return { charge, changed: false }
}

async function standing(store: ChargeStore, id: string): Promise<Charge> {
  const charge = await store.get(id)
  if (charge === undefined) throw new Error(`Expected charge ${id} in the store, but it is not there`)
  return charge
}

export const mayMove = (charge: Charge, to: ChargeState): boolean => CHARGE_MOVES[charge.state].includes(to)

/** True while our promise to a transfer is out: only the switch may say how that ended. */
export const isPromised = (charge: Charge): boolean =>
  charge.state === 'reserved' || (charge.state === 'unknown' && charge.transferId !== undefined)

/** Put before the reason of a charge that the switch paid out after we held it for ended: a person must compare books. */
export const RECONCILE = 'reconcile: '

export const needsReconciling = (charge: Charge): boolean => charge.reason?.startsWith(RECONCILE) === true

/** The charge in its new state, its counters fresh; `reason` is gone unless given again or still to be reconciled. */
export function moved(charge: Charge, state: ChargeState, now: number, fresh: Partial<Charge>): Charge {
  const { reason, ...rest } = charge
  const kept = reason !== undefined && needsReconciling(charge) ? { reason } : {}
  return { ...rest, ...kept, attempts: 0, ...fresh, state, changedAt: now }
}
