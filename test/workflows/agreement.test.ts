import { expect, test, vi } from 'vitest'
import type { Judgements } from '../../engine/definitions.ts'
import { cannotRun, EXECUTOR } from '../../engine/executors.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { firstDifference } from '../../engine/trial/agreement.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { checkedPackages, scenarios, withShared } from './shelf.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const checked = await checkedPackages()
const programs = new Map(checked.flatMap((one) => [...one.programs.values()].map((program) => [program.key, program])))
const library = { program: (key: string) => [...programs.values()].find((program) => program.key === key) }

/** The packages that both run; executors.test.ts says which. */
const onBoth = new Set(
  checked
    .filter(({ programs: own }) => [...own.values()].every((it) => cannotRun('bpmn-engine', it, library).length === 0))
    .map(({ workflow }) => workflow.id),
)

const judgements: Judgements = new Map()
const comparable = scenarios().filter(({ packageId }) => onBoth.has(packageId))

test.each(comparable)('both executors do the same: $name', async ({ packageId, scenario }) => {
  const beside = {
    openStore: () => openSqlite({ file: ':memory:' }),
    packages: withShared(packageId),
    packageId,
    judgements,
  }
  const kernel = await runTrial({ ...beside, executor: EXECUTOR.kernel }, scenario)
  const other = await runTrial({ ...beside, executor: EXECUTOR['bpmn-engine'] }, scenario)
  expect(other.failures).toEqual([])
  expect(firstDifference(kernel, other)).toBeUndefined()
})
