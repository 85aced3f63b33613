/**
 * Bugs put in on purpose, each a mistake somebody could make: a harness that does not find them proves nothing.
 *
 * Each is planted into the running server's store by the child alone. Without a kill most of them are invisible.
 * `deaths` are the failpoints at which the server dies, one life each, so that the window of the bug is hit for certain.
 */
import { join } from 'node:path'
import type { FailpointName } from '../../engine/core/failpoint.ts'
import type { InstanceId } from '../../engine/core/ids.ts'
import type { InstanceState } from '../../engine/core/instance.ts'
import type { Change } from '../../engine/core/change.ts'
import type { CommitResult, Store, Write } from '../../engine/core/store.ts'
import { connect } from '../../engine/store/sqlite/file/driver.ts'
import { systemIds } from '../../engine/system.ts'

export interface Planted {
  /** What it does to a citizen's case. */
  readonly says: string
  readonly deaths: readonly { readonly at: FailpointName; readonly hit: number }[]
  plant(store: Store, data: string): void
}

const COMMITTED: CommitResult = { kind: 'committed' }
/** Milliseconds; long enough that a death mostly finds something on the way. */
const LATE = 25
const MUCH_LATER = 250

/** Tells the citizen "received" and writes it down a moment later. */
function acknowledgeBeforeCommit(store: Store): void {
  const commit = store.commit.bind(store)
  const read = store.instances.get.bind(store.instances)
  const underWay = new Map<InstanceId, Promise<unknown>>()
  replace(store, 'commit', async (write) => {
    const id = write.instance?.id
    if (id === undefined || write.history?.command !== 'completeTask') return commit(write)
    const writing = pause(MUCH_LATER).then(() => commit(write))
    underWay.set(id, writing)
    return COMMITTED
  })
  replace(store.instances, 'get', async (id) => {
    await underWay.get(id)
    return read(id)
  })
}

/** The payment task forgets its charge and opens another each time it is tried. */
function freshChargeEachAttempt(store: Store, data: string): void {
  const db = connect(join(data, 'masar.db'), 5_000)
  const forget = db.statement("UPDATE charges SET job = job || '9' WHERE job = ?")
  const open = store.charges.open.bind(store.charges)
  replace(store.charges, 'ofJob', async (job) => {
    forget.run(job)
    return undefined
  })
  replace(store.charges, 'open', (charge) => open({ ...charge, id: systemIds.uuid() }))
}

/** News is handed over, but nobody notes that it was taken. */
const forgetTakers = (store: Store): void => dropChanges(store, (change) => change.kind !== 'takeMessage')

/** A timer that has run off stays in the list of timers. */
const keepTimers = (store: Store): void => dropChanges(store, (change) => change.kind !== 'closeTimer')

/** The case moves on in one transaction, its record follows in a second. */
function historyApart(store: Store): void {
  const commit = store.commit.bind(store)
  replace(store, 'commit', async ({ history, ...write }) => {
    const result = await commit(write)
    if (history === undefined || result.kind !== 'committed') return result
    await pause(LATE)
    return commit({ agency: write.agency, at: write.at, history, changes: [] })
  })
}

/** The key under which an application was handed in is not kept. */
function forgetIdempotencyKeys(store: Store): void {
  rewrite(store, (write) => {
    if (write.instance?.created === undefined) return write
    const { idempotencyKey: _, ...created } = write.instance.created
    return { ...write, instance: { ...write.instance, created } }
  })
}

/** A case is stored otherwise than its record tells. */
function stateBesideRecord(store: Store): void {
  rewrite(store, (write) => {
    if (write.instance === undefined) return write
    const state = JSON.parse(write.instance.state) as InstanceState
    return { ...write, instance: { ...write.instance, state: JSON.stringify({ ...state, next: state.next + 1 }) } }
  })
}

const each = (at: FailpointName, hits: readonly number[]): Planted['deaths'] => hits.map((hit) => ({ at, hit }))

export const PLANTED = {
  'acknowledge-before-commit': {
    says: 'a decision is acknowledged before it is on disk',
    deaths: each('store.before-commit', [60, 70, 80, 90, 100, 110]),
    plant: acknowledgeBeforeCommit,
  },
  'fresh-charge-each-attempt': {
    says: 'a fee is asked again under a new number after a crash',
    deaths: each('payments.requested', [2, 2]),
    plant: freshChargeEachAttempt,
  },
  'message-without-taker': {
    says: 'the same news is counted twice',
    deaths: each('engine.message-published', [3]),
    plant: forgetTakers,
  },
  'history-in-second-transaction': {
    says: 'a step is done of which the record knows nothing',
    deaths: each('store.after-commit', [20, 21, 22, 23, 24, 25]),
    plant: historyApart,
  },
  'forgotten-idempotency-key': {
    says: 'one application handed in becomes two',
    deaths: each('engine.committed', [1, 2, 3]),
    plant: forgetIdempotencyKeys,
  },
  'state-beside-record': {
    says: 'a case stands where its record does not lead',
    deaths: each('engine.committed', [40]),
    plant: stateBesideRecord,
  },
  'timer-row-left-behind': {
    says: 'a deadline that has passed stays in the list',
    deaths: each('engine.committed', [40]),
    plant: keepTimers,
  },
} as const satisfies Readonly<Record<string, Planted>>

export type PlantedName = keyof typeof PLANTED

export const PLANTED_NAMES = Object.keys(PLANTED) as readonly PlantedName[]

export const isPlantedName = (name: string): name is PlantedName => Object.hasOwn(PLANTED, name)

const dropChanges = (store: Store, keeps: (change: Change) => boolean): void =>
  rewrite(store, (write) => ({ ...write, changes: write.changes.filter(keeps) }))

function rewrite(store: Store, spoil: (write: Write) => Write): void {
  const commit = store.commit.bind(store)
  replace(store, 'commit', (write) => commit(spoil(write)))
}

function replace<T extends object, K extends keyof T>(owner: T, name: K, spoiled: T[K]): void {
  Object.defineProperty(owner, name, { value: spoiled })
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
