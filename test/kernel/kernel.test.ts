import { assert, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { Program } from '../../engine/core/program.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { executorContract } from '../contract/executor.ts'
import { Case, type Surroundings } from './case.ts'
import { blocks, programsOf, wild } from './random.ts'
import { act, dice, finish } from './walk.ts'

executorContract(kernel)

function begin(programs: readonly Program[], around: Surroundings = {}): Case {
  return new Case(programs, around).start({ n: 1, nobody: null })
}

test('a well-drawn procedure comes to its end also when it is stopped at the limits again and again', () => {
  assert(
    property(blocks, nat(12), (block, steps) => {
      const it = begin(programsOf(block), { limits: { steps: steps + 2 } })
      finish(it)
      expect(it.status).toBe('completed')
    }),
    { numRuns: 60 },
  )
})

test('a well-drawn procedure can be called off at any time and leaves nothing open', () => {
  assert(
    property(blocks, dice, (block, throws) => {
      const it = begin(programsOf(block))
      for (const die of throws.slice(0, (throws[0] ?? 0) % throws.length)) if (it.status === 'active') act(it, die)
      if (it.status === 'active') it.cancel()
      expect(it.live).toMatchObject({ elements: {}, waits: {}, incidents: {} })
      const opened = it.events.filter(({ kind }) => kind.endsWith('Opened')).length
      const closed = it.events.filter(({ kind }) => kind.endsWith('Closed')).length
      expect(closed).toBe(opened)
    }),
    { numRuns: 60 },
  )
})

test('a badly drawn procedure loses no token and breaks nothing', () => {
  assert(
    property(wild, dice, (programs, throws) => {
      const it = begin(programs, { limits: { steps: 60, tokens: 40 } })
      for (const die of throws) if (it.status === 'active') act(it, die)
      if (it.status === 'active') it.cancel()
      expect(it.live.waits).toEqual({})
    }),
    { numRuns: 150 },
  )
})
