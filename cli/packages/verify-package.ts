/** Do both executors do the same with a package? Its own tests are played on each, and compared step by step. */
import type { CheckedPackage } from '../../engine/core/package/checked.ts'
import { invalid, isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Difference } from '../../engine/trial/agreement.ts'
import type { TrialDeps } from '../../engine/trial/trial.ts'
import type { Outcome } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import type { Parcel } from './parcel.ts'
import { readParcels } from './parcel.ts'
import { readScenario } from './scenario.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

interface Compared {
  readonly package: string
  readonly file: string
  readonly title: string
  readonly agree: boolean
  readonly passed: { readonly kernel: boolean; readonly 'bpmn-engine': boolean }
  readonly difference?: Difference
}

/** Why a package cannot be compared: what only the kernel runs. */
interface Obstacle {
  readonly package: string
  readonly process: string
  readonly element: string
  readonly reason: string
}

export async function verifyPackages(
  paths: readonly string[],
  shared: string | undefined,
  terminal: Terminal,
): Promise<Outcome | Problem> {
  const { say } = terminal
  const parcels = await readParcels(paths, say)
  if (isProblem(parcels)) return parcels
  const workshop = await openWorkshop(parcels, shared)
  const tests: Compared[] = []
  const obstacles: Obstacle[] = []
  for (const parcel of parcels) {
    terminal.progress(say('progress.checking', { name: parcel.name }))
    const { checked, findings } = await workshop.judge(parcel)
    if (checked === undefined) return invalid('package.refused', say('test.refused', { name: parcel.name }), findings)
    const found = await obstaclesOf(checked, workshop, parcel, terminal)
    obstacles.push(...found)
    const compared = found.length > 0 ? [] : await compareAll(workshop, parcel, checked, terminal)
    if (isProblem(compared)) return compared
    tests.push(...compared)
  }
  const agree = obstacles.length === 0 && tests.every((it) => it.agree)
  return {
    json: { agree, tests, obstacles },
    lines: [
      ...obstacles.map((it) => `– ${say('agreement.obstacle', { ...it })}`),
      ...tests.flatMap((it) => linesOf(it, terminal)),
      ...(tests.length > 0 || obstacles.length === 0 ? [summaryOf(tests, terminal)] : []),
    ],
    exit: agree ? EXIT.ok : EXIT.invalid,
  }
}

function summaryOf(tests: readonly Compared[], { say }: Terminal): string {
  const same = tests.filter((it) => it.agree).length
  return say(same === tests.length ? 'agreement.agree' : 'agreement.differ', { same, count: tests.length })
}

async function obstaclesOf(
  checked: CheckedPackage,
  workshop: Workshop,
  parcel: Parcel,
  { language }: Terminal,
): Promise<readonly Obstacle[]> {
  const { cannotRun } = await import('../../engine/executors.ts')
  const all = await Promise.all((await workshop.withShared(checked, parcel)).map((one) => workshop.judge(one)))
  const programs = all.flatMap((one) => [...(one.checked?.programs.values() ?? [])])
  const library = { program: (key: string) => programs.find((program) => program.key === key) }
  const found = [...checked.programs.values()].flatMap((program) => cannotRun('bpmn-engine', program, library))
  const told = found.map(({ program, element, reason }) => ({
    package: checked.workflow.id,
    process: program.processId,
    element,
    reason: reason[language],
  }))
  return [...new Map(told.map((it) => [JSON.stringify(it), it])).values()]
}

async function compareAll(
  workshop: Workshop,
  parcel: Parcel,
  checked: CheckedPackage,
  { say, language, progress }: Terminal,
): Promise<readonly Compared[] | Problem> {
  const [{ runTrial }, { firstDifference }, { openSqlite }, { EXECUTOR }, { textsOfTrial }] = await Promise.all([
    import('../../engine/trial/trial.ts'),
    import('../../engine/trial/agreement.ts'),
    import('../../engine/store/sqlite/sqlite.ts'),
    import('../../engine/executors.ts'),
    import('../../engine/connectors/documents/templates/texts.ts'),
  ])
  const packages = (await workshop.withShared(checked, parcel)).map(({ files }) => files)
  const { id } = checked.workflow
  const beside: Omit<TrialDeps, 'executor'> = {
    openStore: () => openSqlite({ file: ':memory:' }),
    packages,
    packageId: id,
    textsOf: textsOfTrial,
    judgements: new Map(),
  }
  const results: Compared[] = []
  for (const { file, json } of checked.tests) {
    const scenario = readScenario(file, json, say)
    if (isProblem(scenario)) return scenario
    const title = scenario.title[language]
    progress(say('progress.testing', { name: id, title }))
    const kernel = await runTrial({ ...beside, executor: EXECUTOR.kernel }, scenario)
    const library = await runTrial({ ...beside, executor: EXECUTOR['bpmn-engine'] }, scenario)
    const difference = firstDifference(kernel, library)
    const passed = { kernel: kernel.passed, 'bpmn-engine': library.passed }
    results.push({ package: id, file, title, agree: !difference, passed, ...(difference && { difference }) })
  }
  return results
}

function linesOf({ package: id, file, title, difference }: Compared, { say }: Terminal): readonly string[] {
  const head = `${difference ? '✗' : '✓'} ${id}  ${title}  (${file})`
  if (!difference) return [head]
  const { step, element, one, other } = difference
  const place = step === undefined ? say('agreement.end') : say('agreement.step', { step })
  return [
    head,
    `    ${place}${element === undefined ? '' : `, ${element}`}`,
    ...one.map((what) => `    kernel: ${what}`),
    ...other.map((what) => `    bpmn-engine: ${what}`),
    ...(one.length === 0 ? [`    kernel: ${say('agreement.nothing')}`] : []),
    ...(other.length === 0 ? [`    bpmn-engine: ${say('agreement.nothing')}`] : []),
  ]
}
