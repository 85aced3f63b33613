/** The package's own tests, run in a moment: virtual clock, registers and payers played by the test itself. */
import { isProblem, type Problem, invalid } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { readParcels, type Parcel } from '../../packages/parcel.ts'
import { readScenario } from '../../packages/scenario.ts'
import { openWorkshop, type Workshop } from '../../packages/workshop.ts'
import type { CheckedPackage } from '../../../engine/core/package/checked.ts'
import type { Store } from '../../../engine/core/store.ts'
import type { TrialDeps } from '../../../engine/trial/trial.ts'
import type { Terminal } from '../../terminal.ts'

interface Options {
  readonly with?: string
  readonly only?: string
}

interface Result {
  readonly package: string
  readonly file: string
  readonly title: string
  readonly passed: boolean
  readonly failures: readonly string[]
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<path...>', say('argument.paths'))
      .option('--with <folder>', say('option.with'))
      .option('--only <text>', say('option.only'))
  },

  async run({ args, options, terminal }) {
    const { say } = terminal
    const parcels = await readParcels(args, say)
    if (isProblem(parcels)) return parcels
    const workshop = await openWorkshop(parcels, options.with)
    const results: Result[] = []
    for (const parcel of parcels) {
      terminal.progress(say('progress.checking', { name: parcel.name }))
      const { checked, findings } = await workshop.judge(parcel)
      if (checked === undefined) return invalid('package.refused', say('test.refused', { name: parcel.name }), findings)
      const tried = await tryAll(workshop, parcel, checked, options.only, terminal)
      if (isProblem(tried)) return tried
      results.push(...tried)
    }
    const failed = results.filter((it) => !it.passed).length
    return {
      json: { passed: results.length - failed, failed, tests: results },
      lines: [
        ...results.flatMap((it) => [
          `${it.passed ? '✓' : '✗'} ${it.package}  ${it.title}  (${it.file})`,
          ...it.failures.map((failure) => `    ${failure}`),
        ]),
        say('test.summary', { passed: results.length - failed, failed }),
      ],
      exit: failed === 0 ? EXIT.ok : EXIT.invalid,
    }
  },
})

async function tryAll(
  workshop: Workshop,
  parcel: Parcel,
  checked: CheckedPackage,
  only: string | undefined,
  { say, language, progress }: Terminal,
): Promise<readonly Result[] | Problem> {
  const [{ runTrial }, { openSqlite }, { executors }, { textsOfTrial }] = await Promise.all([
    import('../../../engine/trial/trial.ts'),
    import('../../../engine/store/sqlite/sqlite.ts'),
    import('../../../engine/executors.ts'),
    import('../../../engine/connectors/documents/templates/texts.ts'),
  ])
  const packages = (await workshop.withShared(checked, parcel)).map(({ files }) => files)
  const { id } = checked.workflow
  const openStore = (): Store => openSqlite({ file: ':memory:' })
  const deps: TrialDeps = {
    openStore,
    executor: executors(),
    packages,
    packageId: id,
    textsOf: textsOfTrial,
    judgements: new Map(),
  }
  const results: Result[] = []
  for (const { file, json } of checked.tests) {
    const scenario = readScenario(file, json, say)
    if (isProblem(scenario)) return scenario
    const title = scenario.title[language]
    if (only !== undefined && !`${file} ${title}`.includes(only)) continue
    progress(say('progress.testing', { name: id, title }))
    const { passed, failures } = await runTrial(deps, scenario)
    results.push({ package: id, file, title, passed, failures })
  }
  return results
}
