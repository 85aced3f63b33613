/**
 * A whole service tried out in a moment: a package deployed into an empty store in memory, one application taken
 * through it by its scenario under a virtual clock, and a verdict with every expectation that did not hold.
 *
 * The engine, the executor, the store and the worker are the real ones; only time and the outside world are played.
 */
import { DateTime } from 'luxon'
import type { Actor } from '../core/actor.ts'
import type { Event } from '../core/event.ts'
import { LIMITS, type Executor } from '../core/executor.ts'
import type { RenderText, Templates } from '../core/notice-text.ts'
import { eventsOf } from '../core/history.ts'
import type { AgencyId } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import { pass } from '../core/failpoint.ts'
import type { PackageFiles } from '../core/package/files.ts'
import { PLATFORM_AGENCY } from '../core/policy/access.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { wakeup } from '../core/wakeup.ts'
import { definitions, templatesOf, type Judgements } from '../definitions.ts'
import { createEngine, type Engine } from '../engine.ts'
import { applicantIn, person } from './people.ts'
import { holidayDuty } from '../holidays.ts'
import { lanes } from '../lane.ts'
import { registersOver } from '../registers.ts'
import { createWorker } from '../worker.ts'
import { countedIds, virtualClock } from './clock.ts'
import { world } from './connectors.ts'
import { giveFiles } from './files.ts'
import { withPolicy } from './policy.ts'
import { doing, failure, refusedTo, type Failure } from './failure.ts'
import { settle, type Trial } from './running.ts'
import type { Scenario, Step } from '../core/trial/scenario.ts'
import { runStep } from './step.ts'
import { judge } from './verdict.ts'

export interface TrialDeps {
  readonly openStore: () => Store
  readonly executor: Executor
  /** The package under test and every shared package it uses. */
  readonly packages: readonly PackageFiles[]
  readonly packageId: string
  /** How templates of notices are filled; absent: a notice tells its template and what it is given. */
  readonly textsOf?: (templates: Templates) => RenderText
  /** Kept between trials, so that the same packages are judged once. */
  readonly judgements?: Judgements
}

export interface Verdict {
  readonly passed: boolean
  /** Each says what was expected, what was found, and at which step. */
  readonly failures: readonly string[]
  /** The same in both languages. */
  readonly said: readonly Failure[]
  /** Element ids in the order they completed. */
  readonly path: readonly string[]
  /** What happened at each step of the scenario; the first is the start. */
  readonly told: readonly (readonly Event[])[]
  readonly state: InstanceState | undefined
}

const DEFAULT_START = '2026-01-04T08:00:00Z'

/** Whoever looks on while a trial is played; they change nothing of it. */
export interface Watch {
  /** The packages are deployed, nothing has begun. */
  ready(engine: Engine): Promise<void>
  /** Why the application did not begin, whether that was expected or not. */
  notBegun(problem: Problem): void
  /** After the start (0) and each step. @param news what happened in it */
  after(trial: Trial, step: number, news: readonly Event[]): Promise<void>
}

/** @param watch told how the application stands after each step */
export async function runTrial(deps: TrialDeps, scenario: Scenario, watch?: Watch): Promise<Verdict> {
  const store = deps.openStore()
  const faults: string[] = []
  const built = build(deps, store, scenario, faults)
  try {
    return await play(built, deps, scenario, faults, watch)
  } finally {
    await built.worker.stop()
    await store.close()
  }
}

type Built = Pick<Trial, 'engine' | 'worker' | 'clock' | 'world'>

function build(deps: TrialDeps, store: Store, scenario: Scenario, faults: string[]): Built {
  const clock = virtualClock(DateTime.fromISO(scenario.now ?? DEFAULT_START).toMillis())
  const defined = definitions(store.deployments, () => [], undefined, deps.judgements)
  const outside = world(scenario.given ?? {}, clock.now, deps.textsOf?.(templatesOf(defined)))
  const bus = outside.connectors.find(({ type }) => type === 'masar:databus')
  const engineDeps = {
    registers: registersOver(bus, clock),
    store,
    clock,
    ids: countedIds(),
    executor: deps.executor,
    limits: LIMITS,
    definitions: defined,
    wakeup: wakeup(),
    lanes: lanes(),
    failpoint: pass,
  }
  const worker = createWorker({
    ...engineDeps,
    connectors: outside.connectors,
    duties: [holidayDuty(engineDeps)],
    alarm: () => () => {},
    onFault: (fault, doing) => faults.push(`${doing}: ${fault instanceof Error ? fault.message : String(fault)}`),
  })
  return { engine: createEngine(engineDeps), worker, clock, world: outside }
}

async function play(
  built: Built,
  deps: TrialDeps,
  scenario: Scenario,
  faults: readonly string[],
  watch?: Watch,
): Promise<Verdict> {
  const { engine, worker } = built
  const setup: Actor = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId }
  const packages = deps.packages.map((it) => withPolicy(it, deps.packageId, scenario.given?.policy))
  const deployed = await engine.deployFiles(setup, packages)
  if (isProblem(deployed)) return verdict({ said: [refusedTo(doing.deploy, deployed)] })
  const agency = (await engine.deps.store.deployments.latest(deps.packageId))?.agency
  if (agency === undefined) throw new Error(`Expected ${deps.packageId} among the packages`)
  await watch?.ready(engine)
  const started = await start(engine, agency, deps.packageId, scenario)
  if (isProblem(started)) {
    watch?.notBegun(started)
    return refusedStart(started, scenario)
  }
  if (scenario.start.refused !== undefined) return verdict({ said: [failure.startAccepted(scenario.start.refused)] })
  const trial: Trial = {
    ...built,
    scenario,
    agency,
    instance: started.id,
    failures: [],
    refusals: [],
    person: (name) => person(scenario, agency, name),
  }
  await settle(worker)
  const told = [await heard(trial, 0)]
  await watch?.after(trial, 0, told[0] ?? [])
  for (const [index, step] of (scenario.steps ?? []).entries()) {
    await guardedStep(trial, step, index)
    const news = await heard(trial, told.flat().length)
    told.push(news)
    await watch?.after(trial, index + 1, news)
  }
  const row = await engine.deps.store.instances.get(started.id)
  const state = row && (JSON.parse(row.state) as InstanceState)
  const { path, failures } = judge(trial, told.flat(), state)
  const replayed = await engine.replay(started.id)
  const whole = replayed.same ? [] : [failure.replay]
  const said = [...trial.failures, ...failures, ...faults.map(failure.fault), ...whole]
  return verdict({ said, path, told, state })
}

/** What happened since so many events. */
async function heard({ engine, instance }: Trial, from: number): Promise<readonly Event[]> {
  const history = await engine.deps.store.instances.history(instance)
  return history.flatMap((record) => [...eventsOf(record)]).slice(from)
}

async function guardedStep(trial: Trial, step: Step, index: number): Promise<void> {
  const before = trial.failures.length
  await runStep(trial, step)
  const made = trial.failures.splice(before)
  trial.failures.push(...made.map((one) => failure.step(index + 1, one)))
  await settle(trial.worker)
}

const verdict = ({
  said,
  ...rest
}: Partial<Pick<Verdict, 'path' | 'told' | 'state'>> & Pick<Verdict, 'said'>): Verdict => ({
  passed: said.length === 0,
  said,
  failures: said.map(({ en }) => en),
  path: [],
  told: [],
  state: undefined,
  ...rest,
})

function refusedStart(problem: Problem, scenario: Scenario): Verdict {
  return verdict({ said: problem.code === scenario.start.refused ? [] : [refusedTo(doing.begin, problem)] })
}

async function start(
  engine: Engine,
  agency: AgencyId,
  packageId: string,
  scenario: Scenario,
): ReturnType<Engine['startInstance']> {
  const applicant = applicantIn(scenario)
  const channel = scenario.start.channel ?? 'portal'
  const counter: Actor = { kind: 'system', id: 'test', agency }
  const actor = channel === 'portal' ? applicant : counter
  await giveFiles(engine.deps, actor, scenario.start.variables)
  return engine.startInstance(actor, {
    packageId,
    variables: scenario.start.variables,
    channel,
    ...(scenario.start.event === undefined ? {} : { startEvent: scenario.start.event }),
    applicant: applicant.id,
  })
}
