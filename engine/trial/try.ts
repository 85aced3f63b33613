/** A scenario tried by the person who writes it: the same trial that judges it as a test, with how everything stands after each step. */
import type { Event } from '../core/event.ts'
import type { Problem } from '../core/problem.ts'
import type { Scenario } from '../core/trial/scenario.ts'
import type { Engine } from '../engine.ts'
import { beginningOf } from './beginning.ts'
import type { Beginning, Moment, Tried } from './moment.ts'
import type { Trial } from './running.ts'
import { standingOf } from './standing.ts'
import { type FindProgram, Tracer } from './trace.ts'
import { runTrial, type TrialDeps, type Watch } from './trial.ts'
import type { Filling } from './tried-form.ts'

export async function tryOut(deps: TrialDeps, scenario: Scenario, filling?: Filling): Promise<Tried> {
  const onlooker = new Onlooker(deps, scenario, filling)
  const { passed, said } = await runTrial(deps, scenario, onlooker)
  const { beginning, moments, refused } = onlooker
  if (beginning === undefined) throw new Error(`Expected the packages to deploy, but ${said[0]?.en ?? 'they do not'}`)
  return { kind: 'tried', beginning, moments, passed, failures: said, ...(refused && { refused }) }
}

class Onlooker implements Watch {
  beginning: Beginning | undefined
  refused: Problem | undefined
  readonly moments: Moment[] = []
  readonly #told: Event[] = []
  readonly #deps: TrialDeps
  readonly #scenario: Scenario
  readonly #filling: Filling | undefined
  #tracer: Tracer | undefined
  #seen = { documents: 0, notices: 0, calls: 0, failures: 0, refusals: 0 }

  constructor(deps: TrialDeps, scenario: Scenario, filling: Filling | undefined) {
    this.#deps = deps
    this.#scenario = scenario
    this.#filling = filling
  }

  async ready(engine: Engine): Promise<void> {
    const { packageId, packages } = this.#deps
    const latest = await engine.deps.store.deployments.latest(packageId)
    const found = latest && (await engine.deps.definitions.package(packageId, latest.version))
    if (found === undefined) throw new Error(`Expected ${packageId} to be deployed`)
    const files = packages.find((it) => isOf(it, packageId)) ?? new Map<string, Uint8Array>()
    this.beginning = await beginningOf(engine, found, files, this.#scenario, this.#filling)
  }

  notBegun(problem: Problem): void {
    this.refused = problem
  }

  async after(trial: Trial, step: number, news: readonly Event[]): Promise<void> {
    const row = await trial.engine.deps.store.instances.get(trial.instance)
    if (row === undefined) throw new Error('Expected the application of the trial to be kept')
    const { library } = await trial.engine.deps.definitions.context(row.program)
    const find: FindProgram = (key) => library.program(key)
    this.#tracer ??= new Tracer(find, row.program)
    this.#told.push(...news)
    const isLast = step === (trial.scenario.steps ?? []).length
    const standing = await standingOf(trial, find, this.#told, isLast ? this.#filling : undefined)
    const { world, failures, refusals } = trial
    const [refused] = refusals.slice(this.#seen.refusals)
    this.moments.push({
      ...standing,
      step,
      at: trial.clock.now(),
      trace: this.#tracer.next(news),
      failures: failures.slice(this.#seen.failures),
      ...(refused && { refused }),
      documents: world.documents
        .slice(this.#seen.documents)
        .map(({ template, title, serial }) => ({ template, ...(title && { title }), serial })),
      notices: world.notices.slice(this.#seen.notices).map((text) => JSON.parse(text) as Moment['notices'][number]),
      calls: world.asked.slice(this.#seen.calls),
    })
    this.#seen = {
      documents: world.documents.length,
      notices: world.notices.length,
      calls: world.asked.length,
      failures: failures.length,
      refusals: refusals.length,
    }
  }
}

function isOf(files: TrialDeps['packages'][number], packageId: string): boolean {
  const { id } = JSON.parse(new TextDecoder().decode(files.get('workflow.json'))) as { readonly id?: string }
  return id === packageId
}
