import { expect, test, vi } from 'vitest'
import { obstaclesReached } from '../../engine/executors/bpmn-engine/cannot/table.ts'
import type { Judgements } from '../../engine/definitions.ts'
import { EXECUTOR } from '../../engine/executors.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { firstDifference } from '../../engine/trial/agreement.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { checkedPackages, scenarios, withShared } from './shelf.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const checked = await checkedPackages()
const programs = new Map(checked.flatMap((one) => [...one.programs.values()].map((program) => [program.key, program])))
const library = { program: (key: string) => [...programs.values()].find((program) => program.key === key) }

/** By package, what of it only the kernel runs: "row element". */
const obstacles = new Map(
  checked.map(({ workflow, programs: own }) => [
    workflow.id,
    [...own.values()].flatMap((program) =>
      obstaclesReached(program, library).map(({ cannot, element }) => `${cannot.name} ${element.id}`),
    ),
  ]),
)

/** The only reason for which a service we ship does not run on bpmn-engine. */
test('what we ship runs on both executors, unless it undoes what was done', () => {
  for (const [, found] of obstacles) for (const one of found) expect(one).toMatch(/^compensation /)
})

const judgements: Judgements = new Map()
const comparable = scenarios().filter(({ packageId }) => obstacles.get(packageId)?.length === 0)

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
