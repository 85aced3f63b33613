/**
 * A whole office for a test: engine, kernel, worker and store as they are installed, with the time in our hand.
 *
 * Every story is told three times: in an office that stays open, in one where all but the store is put up anew after each
 * step, as after a restart, and in one whose applications run on bpmn-engine, as far as that can run what is drawn. Which
 * elements were run is noted for the coverage table.
 *
 * After everything that happens, each application is judged: its history folds to its stored state byte for byte, and
 * the rows beside it (tasks, jobs, timers, subscriptions, incidents) are what its state waits for and nothing more.
 */
import assert from 'node:assert/strict'
import { DateTime, Duration } from 'luxon'
import type { Executor, ExecutorName } from '../../engine/core/executor.ts'
import type { InstanceId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Store } from '../../engine/core/store.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { EXECUTOR, cannotRun } from '../../engine/executors.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { holidayDuty } from '../../engine/holidays.ts'
import { suspensionDuty } from '../../engine/suspensions.ts'
import { countedIds, virtualClock, type VirtualClock } from '../../engine/trial/clock.ts'
import { settle } from '../../engine/trial/running.ts'
import { createWorker, type Worker } from '../../engine/worker.ts'
import { note, noteBeyond, rowsIn } from '../coverage/record.ts'
import { Application, type House } from './application.ts'
import { PACKAGE, pack } from './pack.ts'
import type { ProcessDrawing } from './draw.ts'
import { judgeRows } from './rows.ts'
import { AGENCY, PLATFORM, STAFF, told } from './staff.ts'
import { depsOn } from '../store/engine.ts'

/** Monday, ten o'clock in Hebron (UTC+2 in winter). */
export const NOW = Date.parse('2026-11-23T10:00:00+02:00')

export interface Posted {
  readonly key?: string
  readonly id?: string
  readonly variables?: JsonObject
  /** Milliseconds. */
  readonly timeToLive?: number
}

/** Whether the office is put up anew after each step. */
export type Hours = 'open' | 'restarting'

/** The story goes on with something the office's executor cannot run. */
class Beyond extends Error {}

export class Office implements House {
  readonly clock: VirtualClock = virtualClock(NOW)
  readonly faults: string[] = []
  readonly #hours: Hours
  readonly #executor: ExecutorName
  /** Something was asked that the executor refuses whatever is drawn. */
  isBeyond = false
  readonly #store: Store = openSqlite({ file: ':memory:' })
  readonly #ids = countedIds()
  /** Rows of the coverage table by the ids of steps, of every package deployed. */
  readonly #rows = new Map<string, readonly string[]>()
  #running: { readonly engine: Engine; readonly worker: Worker }

  constructor(hours: Hours = 'open', executor: ExecutorName = 'kernel') {
    this.#hours = hours
    this.#executor = executor
    this.#running = this.#putUp()
  }

  get engine(): Engine {
    return this.#running.engine
  }

  #putUp(): { readonly engine: Engine; readonly worker: Worker } {
    const deps = depsOn(this.#store, {
      clock: this.clock,
      ids: this.#ids,
      executor: this.#watched(EXECUTOR[this.#executor]),
    })
    const worker = createWorker({
      ...deps,
      connectors: [],
      duties: [suspensionDuty(deps), holidayDuty(deps)],
      alarm: () => () => {},
      onFault: (fault, doing) => this.faults.push(`${doing}: ${fault instanceof Error ? fault.stack : String(fault)}`),
    })
    return { engine: createEngine(deps), worker }
  }

  #watched(executor: Executor): Executor {
    return {
      ...executor,
      decide: (...asked) => {
        const decided = executor.decide(...asked)
        if (isProblem(decided) && decided.code === 'executor.cannot') this.isBeyond = true
        return decided
      },
    }
  }

  async tryDeploy(...packages: readonly PackageFiles[]): Promise<Problem | undefined> {
    const rows = await Promise.all(packages.map(rowsIn))
    for (const [id, names] of rows.flatMap((one) => [...one])) this.#rows.set(id, names)
    const deployed = await this.engine.deployFiles(PLATFORM, packages)
    if (isProblem(deployed))
      note(
        'refused',
        (deployed.findings ?? []).flatMap(({ place = '' }) => [...(this.#rows.get(place) ?? [])]),
      )
    if (isProblem(deployed)) return deployed
    for (const { packageId, version } of deployed.deployments) await this.#look(packageId, version)
    return undefined
  }

  async #look(packageId: string, version: string): Promise<void> {
    const { definitions } = this.engine.deps
    const found = await definitions.package(packageId, version)
    for (const program of found?.programs.values() ?? []) {
      const { library } = await definitions.context(program.key)
      const obstacles = cannotRun(this.#executor, program, library)
      for (const { element, reason } of obstacles) {
        noteBeyond('own', this.#rows.get(element) ?? [], reason.en)
        noteBeyond('around', [...this.#rows.values()].flat(), reason.en)
      }
      if (obstacles.length > 0) throw new Beyond(program.key)
    }
  }

  async deploy(...packages: readonly PackageFiles[]): Promise<void> {
    const refused = await this.tryDeploy(...packages)
    if (refused) throw new Error(told(refused))
    await this.settle()
  }

  /** Begins an application of a deployed package, the highest version unless another is named. */
  async start(variables: JsonObject = {}, packageId: string = PACKAGE, version?: string): Promise<Application> {
    const started = await this.engine.startInstance(STAFF, {
      packageId,
      variables,
      channel: 'api',
      ...(version === undefined ? {} : { version }),
    })
    if (isProblem(started)) throw new Error(told(started))
    await this.settle()
    return this.application(started.id)
  }

  /** Begins an application at one of several start events. */
  async startAt(startEvent: string, variables: JsonObject = {}): Promise<Application> {
    const started = await this.#begin(variables, startEvent)
    if (isProblem(started)) throw new Error(told(started))
    await this.settle()
    return this.application(started.id)
  }

  async tryStart(variables: JsonObject = {}, startEvent?: string): Promise<Problem | undefined> {
    const started = await this.#begin(variables, startEvent)
    await this.settle()
    return isProblem(started) ? started : undefined
  }

  #begin(variables: JsonObject, startEvent: string | undefined): ReturnType<Engine['startInstance']> {
    const named = startEvent === undefined ? {} : { startEvent }
    return this.engine.startInstance(STAFF, { packageId: PACKAGE, variables, channel: 'api', ...named })
  }

  /** Deploys one process and begins an application of it. */
  async run(drawing: ProcessDrawing | PackageFiles, variables: JsonObject = {}): Promise<Application> {
    await this.deploy('id' in drawing ? pack([drawing]) : drawing)
    return this.start(variables)
  }

  async application(id: InstanceId): Promise<Application> {
    const application = new Application(this, id)
    await application.read()
    return application
  }

  /** All applications, oldest first. */
  async all(): Promise<readonly Application[]> {
    const page = await this.engine.deps.store.instances.list({ limit: 200 })
    return Promise.all(page.items.toReversed().map((row) => this.application(row.id)))
  }

  async message(name: string, { key, id, variables = {}, timeToLive }: Posted = {}): Promise<boolean> {
    const published = await this.engine.publishMessage(STAFF, {
      agency: AGENCY,
      name,
      variables,
      ...(key === undefined ? {} : { correlationKey: key }),
      ...(id === undefined ? {} : { messageId: id }),
      ...(timeToLive === undefined ? {} : { timeToLive }),
    })
    if (isProblem(published)) throw new Error(told(published))
    await this.settle()
    return published.accepted
  }

  /** How many it reached; undefined: it was broadcast before under this id. */
  async signal(name: string, variables: JsonObject = {}, signalId?: string): Promise<number | undefined> {
    const broadcast = await this.engine.broadcastSignal(STAFF, {
      agency: AGENCY,
      name,
      variables,
      ...(signalId === undefined ? {} : { signalId }),
    })
    if (isProblem(broadcast)) throw new Error(told(broadcast))
    await this.settle()
    return broadcast.accepted ? broadcast.reached : undefined
  }

  /** How many applications begin because their condition holds. */
  async conditions(variables: JsonObject, more: { packageId?: string; idempotencyKey?: string } = {}): Promise<number> {
    const begun = await this.engine.evaluateConditions(STAFF, { agency: AGENCY, variables, ...more })
    if (isProblem(begun)) throw new Error(told(begun))
    await this.settle()
    return begun.instances.length
  }

  /** Time passes; everything that falls due on the way happens at its time. */
  async advance(duration: string): Promise<void> {
    const from = DateTime.fromMillis(this.clock.now(), { zone: 'utc' })
    await this.until(from.plus(Duration.fromISO(duration)).toISO() ?? '')
  }

  async until(moment: string): Promise<void> {
    const end = Date.parse(moment)
    for (;;) {
      const next = await this.engine.deps.store.timers.next()
      if (next === undefined || next > end) break
      this.clock.set(Math.max(next, this.clock.now()))
      await this.settle()
    }
    this.clock.set(end)
    await this.settle()
  }

  /** Everything due now, and then every application is judged. */
  async settle(): Promise<void> {
    await settle(this.#running.worker)
    assert.deepEqual(this.faults, [])
    const { items } = await this.engine.deps.store.instances.list({ limit: 200 })
    for (const { id } of items) {
      const { same, stored, replayed } = await this.engine.replay(id)
      if (!same) assert.equal(replayed, stored)
    }
    await judgeRows(
      this.engine.deps.store,
      items.map((row) => row.id),
    )
    if (this.#hours === 'open') return
    await this.#running.worker.stop()
    this.#running = this.#putUp()
  }

  /** Notes every element that was run. */
  async note(): Promise<void> {
    const met = this.#executor === 'bpmn-engine' ? 'bpmn-engine' : this.#hours === 'open' ? 'kernel' : 'restart'
    for (const { events } of await this.all())
      for (const event of events) {
        if (event.kind === 'elementActivated') note(met, this.#rows.get(event.element) ?? [])
        else if (event.kind === 'compensationStarted') note(met, this.#rows.get(event.event ?? '') ?? [])
      }
  }

  async close(): Promise<void> {
    await this.#running.worker.stop()
    await this.#store.close()
  }
}

const TELLINGS: readonly (readonly [Hours, ExecutorName])[] = [
  ['open', 'kernel'],
  ['restarting', 'kernel'],
  ['open', 'bpmn-engine'],
]

/** A test with offices of its own, each judged once more when the story is over. */
export function inOffice<A extends readonly unknown[]>(
  story: (office: Office, ...given: A) => Promise<void>,
): (...given: A) => Promise<void> {
  return async (...given) => {
    for (const [hours, executor] of TELLINGS) {
      const office = new Office(hours, executor)
      try {
        await story(office, ...given)
        await office.settle()
        await office.note()
      } catch (fault) {
        if (!(fault instanceof Beyond || office.isBeyond)) throw fault
      } finally {
        await office.close()
      }
    }
  }
}
