import { expect, test } from 'vitest'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Step } from '../../engine/core/trial/scenario.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { service } from '../clock/drawn.ts'
import { PACKAGE } from '../elements/pack.ts'

/** The application comes in on Sunday 4 January 2026 at eight in London. */
async function failuresOf(...steps: readonly Step[]): Promise<readonly string[]> {
  const stop = { legalBasis: ['article-9'], longest: 'P1D', times: 1 }
  const decision = { duration: 'P3WD', silence: 'approval', stop }
  const files = service({ legalBasis: ['article-9'], deadlines: { decision } })
  const openStore = (): ReturnType<typeof openSqlite> => openSqlite({ file: ':memory:' })
  const scenario = {
    title: { ar: 'عطلة', en: 'Holiday' },
    people: { 'clerk.rana': { groups: ['clerks'] }, 'supervisor.huda': { groups: [], roles: ['supervisor'] } },
    start: { channel: 'api' as const, variables: {} },
    steps,
    expect: { status: 'active' as const },
  }
  return (await runTrial({ openStore, executor: kernel, packages: [files], packageId: PACKAGE }, scenario)).failures
}

test('a scenario announces a holiday and sees the deadline move, also late', async () => {
  expect(
    await failuresOf(
      { clock: 'decision', due: '2026-01-07T08:00:00Z', left: 3, stopped: false, overdue: false },
      { advance: 'P1D' },
      { holiday: '2026-01-04', last: '2026-01-05' },
      { clock: 'decision', left: 3, due: '2026-01-08T22:00:00Z' },
      { task: 'Review', due: '2026-01-08T22:00:00Z' },
      { complete: 'Review', as: 'clerk.rana', answers: { ask: true } },
      { clock: 'decision', stopped: true },
    ),
  ).toEqual([])
})

test('a scenario stops a deadline by hand and lets it go on, and expects who may not to be refused', async () => {
  const stopped = { stopClock: 'decision', article: 'article-9' } as const
  expect(
    await failuresOf(
      { ...stopped, as: 'clerk.rana', refused: 'clock.supervisor' },
      { ...stopped, as: 'supervisor.huda' },
      { clock: 'decision', stopped: true, due: '2026-01-08T08:00:00Z' },
      { advance: 'PT12H' },
      { continueClock: 'decision', as: 'supervisor.huda' },
      { clock: 'decision', stopped: false, due: '2026-01-07T20:00:00Z' },
      { ...stopped, as: 'supervisor.huda', refused: 'clock.too-often' },
    ),
  ).toEqual([])
})

test('a deadline that stands otherwise, or does not run, fails the scenario', async () => {
  expect(await failuresOf({ clock: 'decision', due: '2026-01-08T08:00:00Z', left: 2 })).toEqual([
    'step 1: Expected the deadline decision to be due 2026-01-08T08:00:00.000Z, but found 2026-01-07T08:00:00.000Z',
    'step 1: Expected the deadline decision to have days left: 2, but found 3',
  ])
  expect(await failuresOf({ clock: 'answer' })).toEqual([
    'step 1: Expected the deadline answer to run, but there run: decision',
  ])
  expect((await failuresOf({ holiday: 'tomorrow' }))[0]).toContain('holiday.days')
})
