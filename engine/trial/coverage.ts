/** All tests of a package, with what they reach of its drawings: what no test ever enters is what nobody knows to work. */
import { bilingual } from '../core/bilingual.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { readScenario } from '../core/trial/reading.ts'
import type { Text } from '../core/text.ts'
import { failure } from './failure.ts'
import type { Place, Traced } from './moment.ts'
import { Tracer } from './trace.ts'
import { runTrial, type TrialDeps, type Watch } from './trial.ts'

export interface TestVerdict {
  readonly file: string
  readonly title: Text
  readonly passed: boolean
  readonly failures: readonly Text[]
}

export interface Reach extends Place {
  /** In how many tests it was entered. */
  readonly tests: number
}

export interface TestRun {
  readonly kind: 'tested'
  readonly tests: readonly TestVerdict[]
  /** Every element of the package's own drawings that a token can enter. */
  readonly elements: readonly Reach[]
  readonly flows: readonly { readonly process: string; readonly flow: string; readonly tests: number }[]
}

export async function runTests(deps: TrialDeps, checked: CheckedPackage): Promise<TestRun> {
  const tests: TestVerdict[] = []
  const reached = new Map<string, number>()
  for (const { file, json } of checked.tests) {
    const reading = readScenario(file, json)
    if (!reading.ok) {
      const failures = reading.findings.map((one) => failure.file(one))
      tests.push({ file, title: { ar: file, en: file }, passed: false, failures })
      continue
    }
    const trail = new Trail()
    const { passed, said } = await runTrial(deps, reading.scenario, trail)
    for (const key of trail.keys(checked.workflow.id)) reached.set(key, (reached.get(key) ?? 0) + 1)
    tests.push({ file, title: reading.scenario.title, passed, failures: said })
  }
  return { kind: 'tested', tests, ...reachIn(checked, reached) }
}

function reachIn(
  { workflow, programs }: CheckedPackage,
  reached: ReadonlyMap<string, number>,
): Pick<TestRun, 'elements' | 'flows'> {
  const times = (process: string, id: string): number => reached.get(`${process}/${id}`) ?? 0
  return {
    elements: [...programs].flatMap(([process, { elements }]) =>
      elements.slice(1).flatMap(({ id, name, kind }) =>
        kind === 'eventStart'
          ? []
          : [
              {
                packageId: workflow.id,
                process,
                element: id,
                name: bilingual(name || id),
                tests: times(process, id),
              },
            ],
      ),
    ),
    flows: [...programs].flatMap(([process, { flows }]) =>
      flows.filter(({ isLink }) => isLink !== true).map(({ id }) => ({ process, flow: id, tests: times(process, id) })),
    ),
  }
}

/** Remembers what was entered and taken, and no more. */
class Trail implements Watch {
  readonly #keys = new Set<string>()
  #tracer: Tracer | undefined

  async ready(): Promise<void> {}

  notBegun(): void {}

  async after(trial: Parameters<Watch['after']>[0], _step: number, news: Parameters<Watch['after']>[2]): Promise<void> {
    const row = await trial.engine.deps.store.instances.get(trial.instance)
    if (row === undefined) return
    this.#tracer ??= new Tracer(() => undefined, row.program)
    for (const one of this.#tracer.next(news))
      if (one.kind === 'entered' || one.kind === 'flow') this.#keys.add(keyOf(one))
  }

  /** Of the package's own drawings. */
  keys(packageId: string): readonly string[] {
    const own = `${packageId} `
    return [...this.#keys].flatMap((key) => (key.startsWith(own) ? [key.slice(own.length)] : []))
  }
}

const keyOf = (one: Traced): string => `${one.packageId} ${one.process}/${one.kind === 'flow' ? one.flow : one.element}`
