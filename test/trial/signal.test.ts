import { expect, test } from 'vitest'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario, Step } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { line } from '../elements/draw.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { caught, signal } from '../elements/steps.ts'

const packages = [pack([line(caught('Wait', signal('law.changed')))])]
const title = { ar: 'إشارة', en: 'Signal' }

async function failuresOf(steps: readonly Step[], expected: Scenario['expect']): Promise<readonly string[]> {
  const openStore = (): ReturnType<typeof openSqlite> => openSqlite({ file: ':memory:' })
  const scenario: Scenario = { title, start: { channel: 'api', variables: {} }, steps, expect: expected }
  return (await runTrial({ openStore, executor: kernel, packages, packageId: PACKAGE }, scenario)).failures
}

test('a package test may broadcast a signal to its application', async () => {
  const told: Step = { signal: 'law.changed', variables: { article: 7 } }
  expect(await failuresOf([told], { status: 'completed', variables: { article: 7 } })).toEqual([])
  expect(await failuresOf([{ signal: 'law' }], { status: 'active', never: ['End'] })).toEqual([])
})

test('a signal without a name fails the test with the reason', async () => {
  expect((await failuresOf([{ signal: '' }], { status: 'active' }))[0]).toMatch(/signal\.name/)
})
