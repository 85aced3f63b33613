import { assert, nat, pre, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { Program } from '../../engine/core/program.ts'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import { obstaclesIn } from '../../engine/executors/bpmn-engine/cannot/table.ts'
import { Case } from '../kernel/case.ts'
import { blocks, programsOf, wild } from '../kernel/random.ts'
import { act, dice, finish } from '../kernel/walk.ts'

const MINUTE = 60_000

const begin = (programs: readonly Program[], limits = {}): Case => {
  pre(programs.flatMap(obstaclesIn).length === 0)
  return new Case(programs, { executor: bpmnEngine, limits }).start({ n: 1, nobody: null })
}

test(
  'a well-drawn procedure comes to its end also when it is stopped at the limits again and again',
  { timeout: 3 * MINUTE },
  () => {
    assert(
      property(blocks, nat(12), (block, steps) => {
        const it = begin(programsOf(block), { steps: steps + 2 })
        finish(it)
        expect(it.status).toBe('completed')
      }),
      { numRuns: 20 },
    )
  },
)

test('a well-drawn procedure can be called off at any time and leaves nothing open', { timeout: 3 * MINUTE }, () => {
  assert(
    property(blocks, dice, (block, throws) => {
      const it = begin(programsOf(block))
      for (const die of throws.slice(0, (throws[0] ?? 0) % throws.length)) if (it.status === 'active') act(it, die)
      if (it.status === 'active') it.cancel()
      expect(it.live).toMatchObject({ elements: {}, waits: {}, incidents: {} })
    }),
    { numRuns: 20 },
  )
})

test('a badly drawn procedure loses no token and breaks nothing', { timeout: 3 * MINUTE }, () => {
  assert(
    property(wild, dice, (programs, throws) => {
      const it = begin(programs, { steps: 60, tokens: 40 })
      for (const die of throws) if (it.status === 'active') act(it, die)
      if (it.status === 'active') it.cancel()
      expect(it.live.waits).toEqual({})
    }),
    { numRuns: 40 },
  )
})
