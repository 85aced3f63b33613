/**
 * How fast the store takes transitions of the 10-element process: a start, then three completed tasks.
 *
 * node test/bench/store.ts: first on an empty database, then on one in which 100,000 applications wait.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { Change, Store, Write } from '../../engine/core/store.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { AT, instance, local, MOJ, openTask, PROGRAM, user } from '../contract/store/given.ts'
import { EVENTS, referenceOf, STATE, TASKS } from './ten-elements.ts'

const GROUP = 128
const TRANSITIONS = 40_000
const WAITING = 100_000

export interface StoreRates {
  /** Transitions per second. */
  readonly empty: number
  readonly waiting: number
  /** Transitions per second when those that wait are completed in random order. */
  readonly woken: number
  /** Megabytes of memory with 100,000 waiting. */
  readonly rssMb: number
}

export async function storeRates(): Promise<StoreRates> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-bench-'))
  const store = openSqlite({ file: join(folder, 'masar.db') })
  try {
    await run(store, 1, 4_000)
    const empty = await run(store, 100_000, TRANSITIONS)
    await wait(store)
    const waiting = await run(store, 1_000_000, TRANSITIONS)
    const woken = await wake(store, 20_000)
    return { empty, waiting, woken, rssMb: Math.round(process.memoryUsage().rss / 1e6) }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 128 applications at a time, each from start to end. */
async function run(store: Store, from: number, transitions: number): Promise<number> {
  let next = from
  const last = from + transitions / (TASKS + 1)
  const began = performance.now()
  const lane = async (): Promise<void> => {
    while (next < last) {
      const n = next++
      for (let rev = 0; rev <= TASKS; rev++) await store.commit(transition(n, rev))
    }
  }
  await Promise.all(Array.from({ length: GROUP }, lane))
  return rate(transitions, began)
}

const FIRST_WAITING = 500_000

async function wait(store: Store): Promise<void> {
  for (let n = 0; n < WAITING; n += 1_000)
    await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => store.commit(transition(FIRST_WAITING + n + index, 0))),
    )
}

/** Completes the first task of applications far apart from each other. */
async function wake(store: Store, count: number): Promise<number> {
  const stride = 61_803
  const began = performance.now()
  for (let n = 0; n < count; n += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, count - n) }, (_, index) => ((n + index) * stride) % WAITING)
    await Promise.all(group.map((index) => store.commit(transition(FIRST_WAITING + index, 1))))
  }
  return rate(count, began)
}

const rate = (count: number, began: number): number => Math.round((count / (performance.now() - began)) * 1_000)

function transition(n: number, rev: number): Write {
  const ends = rev === TASKS
  const id = instance(n)
  const at = AT + n
  return {
    agency: MOJ,
    at,
    instance: {
      id,
      expectedRev: rev,
      status: ends ? 'completed' : 'active',
      state: STATE,
      ...(rev === 0 ? { created: { program: PROGRAM, reference: referenceOf(n), startedBy: 'user:citizen.one' } } : {}),
    },
    history: { instance: id, seq: rev + 1, at, actor: 'user:clerk.one', command: 'completeTask', events: EVENTS },
    changes: changes(n, rev),
  }
}

function changes(n: number, rev: number): Change[] {
  const found: Change[] = []
  if (rev > 0)
    found.push({
      kind: 'closeTask',
      instance: instance(n),
      id: local(rev * 3),
      outcome: 'completed',
      by: user('clerk.one'),
    })
  if (rev < TASKS) found.push(openTask(n, rev * 3 + 3))
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${JSON.stringify(await storeRates())}\n`)
