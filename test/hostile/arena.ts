/**
 * An installation under attack: the real engine, kernel, store and worker, with the time in our hand, and beside the
 * attacker's package a neighbour's, whose application has to come through whatever happens.
 */
import type { Actor } from '../../engine/core/actor.ts'
import type { Executor, Limits } from '../../engine/core/executor.ts'
import type { AgencyId, InstanceId } from '../../engine/core/ids.ts'
import type { InstanceState } from '../../engine/core/instance.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { PLATFORM_AGENCY } from '../../engine/core/policy/access.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import { definitions } from '../../engine/definitions.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { countedIds, virtualClock, type VirtualClock } from '../../engine/trial/clock.ts'
import { world } from '../../engine/trial/connectors.ts'
import { createWorker, type Worker } from '../../engine/worker.ts'
import { attack, job, line, script, wait, input } from './parcel.ts'
import { depsOn } from '../store/engine.ts'

export const NEIGHBOUR = 'good.neighbour'
const START = Date.parse('2026-11-23T08:00:00Z')
const OPERATOR: Actor = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId }

export interface Arena {
  readonly engine: Engine
  readonly worker: Worker
  readonly clock: VirtualClock
  readonly faults: string[]
  deploy(...packages: readonly PackageFiles[]): Promise<Problem | undefined>
  start(packageId: string, variables?: JsonObject): Promise<InstanceId>
  state(id: InstanceId): Promise<InstanceState>
  /** "cause element" of each open incident of the instance. */
  trouble(id: InstanceId): Promise<readonly string[]>
  /** Characters of its history. */
  recorded(id: InstanceId): Promise<number>
  /** Rounds until nothing is due; throws after `most`. */
  untilQuiet(most?: number): Promise<void>
  /** Another worker on the same store. */
  withLimits(limits: Limits): Worker
  close(): Promise<void>
}

/** @param executor runs every application */
export async function arena(executor: Executor = kernel): Promise<Arena> {
  const store = openSqlite({ file: ':memory:' })
  const clock = virtualClock(START)
  const faults: string[] = []
  const deps = depsOn(store, {
    clock,
    ids: countedIds(),
    executor,
    definitions: definitions(store.deployments, checkTemplate),
  })
  const around = {
    ...deps,
    connectors: world({}, clock.now).connectors,
    duties: [],
    alarm: () => () => {},
    onFault: (fault: unknown, doing: string) =>
      faults.push(`${doing}: ${fault instanceof Error ? (fault.stack ?? '') : String(fault)}`),
  }
  const worker = createWorker(around)
  const engine = createEngine(deps)
  const built: Arena = {
    engine,
    worker,
    clock,
    faults,
    async deploy(...packages) {
      const deployed = await engine.deployFiles(OPERATOR, packages)
      return isProblem(deployed) ? deployed : undefined
    },
    async start(packageId, variables = {}) {
      const agency = (await store.deployments.latest(packageId))?.agency ?? OPERATOR.agency
      const counter: Actor = { kind: 'system', id: 'test', agency }
      const started = await engine.startInstance(counter, { packageId, variables, channel: 'api' })
      if (isProblem(started)) throw new Error(`${started.code}: ${started.detail}`)
      return started.id
    },
    async state(id) {
      const row = await store.instances.get(id)
      if (row === undefined) throw new Error(`Expected the instance ${id}`)
      return JSON.parse(row.state) as InstanceState
    },
    async trouble(id) {
      const page = await store.instances.incidents({ instance: id, limit: 200 })
      return page.items.map(({ cause, element }) => `${cause} ${element}`)
    },
    async recorded(id) {
      const history = await store.instances.history(id)
      return history.reduce((sum, { events }) => sum + events.length, 0)
    },
    async untilQuiet(most = 1_000) {
      for (let round = 0; round < most; round++) if ((await worker.tick()) === 0) return
      throw new Error(`Expected rest within ${most} rounds`)
    },
    withLimits: (limits) => createWorker({ ...around, limits }),
    async close() {
      await worker.stop()
      await store.close()
    },
  }
  const refused = await built.deploy(neighbour())
  if (refused) throw new Error(JSON.stringify(refused))
  return built
}

const neighbour = (): PackageFiles =>
  attack({
    id: NEIGHBOUR,
    agency: 'neighbour',
    steps: line(
      script('greet', '="marhaba"'),
      wait('pause', 'timeDuration', 'PT1S'),
      job('notice', 'masar:notify', input('="x"', 'subject')),
    ),
  })
