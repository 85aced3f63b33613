import { describe, expect, test, vi } from 'vitest'
import type { Judgements } from '../../engine/definitions.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Moment, Tried } from '../../engine/trial/moment.ts'
import { runTrial, type TrialDeps } from '../../engine/trial/trial.ts'
import { tryOut } from '../../engine/trial/try.ts'
import { CERTIFICATE, scenarios, withShared } from '../workflows/shelf.ts'

vi.setConfig({ testTimeout: 120_000 })

const judgements: Judgements = new Map()
const depsOf = (packageId: string): TrialDeps => ({
  openStore: () => openSqlite({ file: ':memory:' }),
  executor: kernel,
  packages: withShared(packageId),
  packageId,
  judgements,
})

/** One that was shipped, by a part of its file name. */
function shipped(name: string): Scenario {
  const found = scenarios().find((it) => it.packageId === CERTIFICATE && it.name.includes(name))
  if (found === undefined) throw new Error(`Expected a test ${name}`)
  return found.scenario
}

const tried = (scenario: Scenario): Promise<Tried> => tryOut(depsOf(CERTIFICATE), scenario)
const last = ({ moments }: Tried): Moment => {
  const found = moments.at(-1)
  if (found === undefined) throw new Error('Expected the application to begin')
  return found
}

describe('a try', () => {
  test.each(['rehabilitated', 'holiday-announced-late', 'bus-down-by-itself', 'wrong-answers', 'clear-self'])(
    'of the shipped test %s comes to the same as the test',
    async (name) => {
      const scenario = shipped(name)
      const [one, other] = [await tried(scenario), await runTrial(depsOf(CERTIFICATE), scenario)]
      expect(one.failures.map(({ en }) => en)).toEqual(other.failures)
      expect(one.moments).toHaveLength(other.told.length)
      const left = one.moments.flatMap(({ trace }) => trace.filter(({ kind }) => kind === 'left'))
      expect(left.map((it) => (it.kind === 'flow' ? '' : it.element))).toEqual(other.path)
    },
  )

  test('says what is waited for after each step, and who may do it', async () => {
    const { steps = [], ...rest } = shipped('rehabilitated')
    const before = await tried({ ...rest, steps: [], expect: { status: 'active' } })
    const [task] = last(before).tasks
    expect(task).toMatchObject({ element: 'review_judgment', groups: ['judicial-record-clerk'] })
    expect(task?.name.ar).toMatch(/\p{Script=Arabic}/u)
    expect(task?.form?.source.id).toBe('review-judgment')
    expect(last(before).calls.map(({ answered }) => answered)).toContain('reply')
    expect(last(before).clocks[0]).toMatchObject({ overdue: false })
    const after = await tried({ ...rest, steps })
    expect(last(after).tasks).toEqual([])
    expect(last(after).tokens.map(({ element }) => element)).toContain('in_force')
    expect(last(after).messages).toMatchObject([{ element: 'revocation', message: 'judgment_registered' }])
    expect(after.moments.flatMap(({ documents }) => documents)).not.toEqual([])
  })

  test('keeps standing where a step is refused, and says why', async () => {
    const { steps: _, ...rest } = shipped('rehabilitated')
    const found = await tried({
      ...rest,
      steps: [{ complete: 'review_judgment', as: 'clerk.rana', answers: { proposal: 'nonsense' } }],
      expect: { status: 'active' },
    })
    expect(last(found).refused).toMatchObject({ code: 'answers.invalid' })
    expect(last(found).refused?.findings?.[0]?.messageAr).toMatch(/\p{Script=Arabic}/u)
    expect(last(found).tasks).toHaveLength(1)
    expect(last(found).variables).toEqual(found.moments[0]?.variables)
  })

  test('says which register has no answer yet', async () => {
    const { given: _, ...rest } = shipped('clear-self')
    const found = await tried({ ...rest, steps: [] })
    expect(last(found).calls).toMatchObject([{ service: 'PS/GOV/MOI/civil-registry/getPerson/v1' }])
    expect(last(found).calls[0]?.answered).toBeUndefined()
    expect(last(found).incidents).toHaveLength(1)
  })

  test('shows how it may begin, where the answers are refused', async () => {
    const scenario = shipped('clear-self')
    const found = await tried({ ...scenario, start: { ...scenario.start, variables: {} }, steps: [] })
    expect(found.refused).toMatchObject({ code: 'answers.invalid' })
    expect(found.moments).toEqual([])
    expect(found.beginning).toMatchObject({ channels: ['portal', 'counter', 'mission'], people: true })
    expect(found.beginning.ways[0]?.form?.source.id).toBe('apply')
    expect(found.beginning.drawings).toEqual({ 'non-conviction': 'non-conviction.bpmn' })
  })
})
