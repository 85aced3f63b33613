/**
 * Masar durable: whole applications of the 10-element process, from start through three completed tasks, every command
 * on disk before the next one of that application. And the same with 100,000 other applications waiting.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Actor } from '../../engine/core/actor.ts'
import { globalId, type AgencyId, type InstanceId, type LocalId, type UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Moved } from '../../engine/transition.ts'
import { ANSWERS, TASKS, tenPackage } from './ten-process.ts'
import { depsOn } from '../store/engine.ts'

const SIDE_BY_SIDE = 256
const TRANSITIONS = 40_000
const WARM_UP = 4_000
const WAITING = 100_000

export const MOJ = 'moj' as AgencyId
const worker: Actor = { kind: 'system', id: 'test', agency: MOJ }
const clerk: Actor = { kind: 'user', id: 'clerk.one' as UserId, agency: MOJ, roles: ['clerk'], groups: ['clerks'] }

export interface BenchHouse {
  readonly engine: Engine
  readonly folder: string
  close(): Promise<void>
}

/** @param at a folder that is there already and stays; a new one that goes away when absent. */
export async function benchHouse(at?: string): Promise<BenchHouse> {
  const folder = at ?? mkdtempSync(join(tmpdir(), 'masar-bench-'))
  const store = openSqlite({ file: join(folder, 'masar.db') })
  const engine = createEngine(depsOn(store))
  good(await engine.deployFiles({ kind: 'system', id: 'setup', agency: MOJ }, [tenPackage()]))
  return {
    engine,
    folder,
    async close() {
      await store.close()
      if (at === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Transitions per second over whole applications. */
export async function durableRate(engine: Engine, transitions = TRANSITIONS): Promise<number> {
  await run(engine, WARM_UP / (TASKS.length + 1))
  const began = performance.now()
  await run(engine, transitions / (TASKS.length + 1))
  return Math.round((transitions / (performance.now() - began)) * 1_000)
}

async function run(engine: Engine, applications: number): Promise<void> {
  let left = applications
  const lane = async (): Promise<void> => {
    while (left-- > 0) await application(engine)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
}

/** One application from start to end. */
export async function application(engine: Engine): Promise<InstanceId> {
  const { id: instance } = await begin(engine)
  let task: LocalId | undefined = FIRST_TASK
  for (let done = 0; done < TASKS.length; done++) {
    if (task === undefined) throw new Error('Expected another user task to be open')
    const moved: Moved = good(
      await engine.completeTask(clerk, globalId(instance, task), { note: 'complete; the documents were seen' }),
    )
    const opened = moved.events.find((event) => event.kind === 'taskOpened')
    task = opened?.id
  }
  return instance
}

/** Local ids are counted, so the first task of every application has the same: process 1, start event 2, task 3. */
export const FIRST_TASK = '3' as LocalId

export async function begin(engine: Engine): Promise<{ readonly id: InstanceId }> {
  return good(await engine.startInstance(worker, { packageId: 'bench.ten', variables: ANSWERS, channel: 'api' }))
}

/** Begins applications that stay at their first task. */
export async function fill(engine: Engine, count = WAITING): Promise<void> {
  for (let done = 0; done < count; done += SIDE_BY_SIDE)
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, count - done) }, () => begin(engine)))
}

export function good<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(`${result.code}: ${result.detail} ${JSON.stringify(result.findings ?? '')}`)
  return result
}
