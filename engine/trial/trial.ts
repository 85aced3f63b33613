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
import { eventsOf } from '../core/history.ts'
import type { AgencyId, UserId } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import { pass } from '../core/failpoint.ts'
import type { PackageFiles } from '../core/package/files.ts'
import { PLATFORM_AGENCY } from '../core/policy/access.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { wakeup } from '../core/wakeup.ts'
import { definitions, type Judgements } from '../definitions.ts'
import { createEngine, type Engine } from '../engine.ts'
import { actingFor, type Person } from '../commands/acting.ts'
import { holidayDuty } from '../holidays.ts'
import { lanes } from '../lane.ts'
import { registersOver } from '../registers.ts'
import { createWorker } from '../worker.ts'
import { countedIds, virtualClock } from './clock.ts'
import { world } from './connectors.ts'
import { giveFiles } from './files.ts'
import { withPolicy } from './policy.ts'
import { describe, settle, type Trial } from './running.ts'
import type { Scenario, Step } from '../core/trial/scenario.ts'
import { runStep } from './step.ts'
import { judge } from './verdict.ts'

export interface TrialDeps {
  readonly openStore: () => Store
  readonly executor: Executor
  /** The package under test and every shared package it uses. */
  readonly packages: readonly PackageFiles[]
  readonly packageId: string
  /** Kept between trials, so that the same packages are judged once. */
  readonly judgements?: Judgements
}

export interface Verdict {
  readonly passed: boolean
  /** Each says what was expected, what was found, and at which step. */
  readonly failures: readonly string[]
  /** Element ids in the order they completed. */
  readonly path: readonly string[]
  /** What happened at each step of the scenario; the first is the start. */
  readonly told: readonly (readonly Event[])[]
  readonly state: InstanceState | undefined
}

const DEFAULT_START = '2026-01-04T08:00:00Z'
const DEFAULT_APPLICANT = '900000001'

export async function runTrial(deps: TrialDeps, scenario: Scenario): Promise<Verdict> {
  const store = deps.openStore()
  const faults: string[] = []
  const built = build(deps, store, scenario, faults)
  try {
    return await play(built, deps, scenario, faults)
  } finally {
    await built.worker.stop()
    await store.close()
  }
}

type Built = Pick<Trial, 'engine' | 'worker' | 'clock' | 'world'>

function build(deps: TrialDeps, store: Store, scenario: Scenario, faults: string[]): Built {
  const clock = virtualClock(DateTime.fromISO(scenario.now ?? DEFAULT_START).toMillis())
  const outside = world(scenario.given ?? {}, clock.now)
  const bus = outside.connectors.find(({ type }) => type === 'masar:databus')
  const engineDeps = {
    registers: registersOver(bus, clock),
    store,
    clock,
    ids: countedIds(),
    executor: deps.executor,
    limits: LIMITS,
    definitions: definitions(store.deployments, () => [], undefined, deps.judgements),
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

async function play(built: Built, deps: TrialDeps, scenario: Scenario, faults: readonly string[]): Promise<Verdict> {
  const { engine, worker } = built
  const setup: Actor = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId }
  const packages = deps.packages.map((it) => withPolicy(it, deps.packageId, scenario.given?.policy))
  const deployed = await engine.deployFiles(setup, packages)
  if (isProblem(deployed)) return failed([describe('Expected the packages to deploy', deployed)])
  const agency = (await engine.deps.store.deployments.latest(deps.packageId))?.agency
  if (agency === undefined) throw new Error(`Expected ${deps.packageId} among the packages`)
  const started = await start(engine, agency, deps.packageId, scenario)
  if (isProblem(started)) return refusedStart(started, scenario)
  if (scenario.start.refused !== undefined)
    return failed([`Expected the start to be refused with ${scenario.start.refused}, but it was accepted`])
  const trial: Trial = {
    ...built,
    scenario,
    agency,
    instance: started.id,
    failures: [],
    person: (name) => person(scenario, agency, name),
  }
  await settle(worker)
  const told = [await heard(trial, 0)]
  for (const [index, step] of (scenario.steps ?? []).entries()) {
    await guardedStep(trial, step, index)
    told.push(await heard(trial, told.flat().length))
  }
  const row = await engine.deps.store.instances.get(started.id)
  const state = row && (JSON.parse(row.state) as InstanceState)
  const { path, failures } = judge(trial, told.flat(), state)
  const replayed = await engine.replay(started.id)
  const whole = replayed.same ? [] : ['Expected the history to fold to the stored state, but it differs']
  const all = [...trial.failures, ...failures, ...faults, ...whole]
  return { passed: all.length === 0, failures: all, path, told, state }
}

/** What happened since so many events. */
async function heard({ engine, instance }: Trial, from: number): Promise<readonly Event[]> {
  const history = await engine.deps.store.instances.history(instance)
  return history.flatMap((record) => [...eventsOf(record)]).slice(from)
}

async function guardedStep(trial: Trial, step: Step, index: number): Promise<void> {
  const before = trial.failures.length
  await runStep(trial, step)
  for (let i = before; i < trial.failures.length; i++) trial.failures[i] = `step ${index + 1}: ${trial.failures[i]}`
  await settle(trial.worker)
}

const failed = (failures: readonly string[]): Verdict => ({
  passed: false,
  failures,
  path: [],
  told: [],
  state: undefined,
})

function refusedStart(problem: Problem, scenario: Scenario): Verdict {
  if (problem.code === scenario.start.refused)
    return { passed: true, failures: [], path: [], told: [], state: undefined }
  return failed([describe('Expected the application to begin', problem)])
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

const NATIONAL_ID = /^[0-9]{9}$/

/** The applicant, and whoever signs in with an identity number, are citizens; everybody else is staff with the groups the scenario gives. */
function person(scenario: Scenario, agency: AgencyId, name: string): Actor {
  const applicant = scenario.start.applicant ?? DEFAULT_APPLICANT
  const known = scenario.people?.[name]
  if (name === applicant || name === 'applicant') return applicantIn(scenario)
  if (known === undefined && NATIONAL_ID.test(name)) return citizen(name)
  const roles = (known?.roles ?? ['clerk']) as Extract<Actor, { kind: 'user' }>['roles']
  return { kind: 'user', id: name as UserId, agency, roles, groups: known?.groups ?? [] }
}

/** Themselves, or the company they act for. */
function applicantIn({ start: { applicant = DEFAULT_APPLICANT, company } }: Scenario): Person {
  const person = citizen(applicant)
  return company === undefined ? person : actingFor(person, { company, role: 'representative' })
}

const citizen = (id: string): Person => ({
  kind: 'user',
  id: id as UserId,
  agency: PLATFORM_AGENCY as AgencyId,
  roles: ['citizen'],
  groups: [],
})
