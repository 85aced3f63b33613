import { array, assert, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { LocalId } from '../../engine/core/ids.ts'
import type { Wait } from '../../engine/core/instance.ts'
import { Case, type Surroundings } from './case.ts'
import { blocks, programsOf, wild } from './random.ts'
import type { Program } from '../../engine/core/program.ts'

/** Numbers that decide which wait is answered next, and how. */
const dice = array(nat(1000), { minLength: 8, maxLength: 40 })

function begin(programs: readonly Program[], around: Surroundings = {}): Case {
  return new Case(programs, around).start({ n: 1, nobody: null })
}

/** One step of whoever is next: a person, a worker, the clock, a message, an operator. */
function act(it: Case, die: number): void {
  const incidents = Object.entries(it.live.incidents)
  const waits = Object.entries(it.live.waits) as [LocalId, Wait][]
  const chosen = die % (incidents.length + waits.length)
  const wait = waits[chosen - incidents.length]
  if (wait) answer(it, ...wait, die)
  else it.take({ kind: 'resolveIncident', id: incidents[chosen]?.[0] as LocalId, retries: 2 })
  expect(Object.keys(it.live.waits).length + it.incidents.length > 0 || it.status === 'completed').toBe(true)
}

function answer(it: Case, id: LocalId, wait: Wait, die: number): void {
  const variables = { answer: die % 4 }
  switch (wait.kind) {
    case 'task':
      return void it.take({ kind: 'completeTask', id, variables })
    case 'timer':
      it.now = Math.max(it.now, wait.due)
      return void it.take({ kind: 'triggerTimer', id })
    case 'message':
      return void it.take({ kind: 'correlateMessage', id, messageId: `m-${die}`, variables })
    case 'job':
      if (die % 7 === 0) it.take({ kind: 'throwJobError', id, code: 'E', message: 'no', variables })
      else if (die % 5 === 0) it.take({ kind: 'failJob', id, retries: die % 2, due: it.now, reason: 'down' })
      else it.take({ kind: 'completeJob', id, variables })
  }
}

/** Answers everything in order until nothing is left: the oldest first, messages that only listen last. */
function finish(it: Case): void {
  for (let turn = 0; turn < 500 && it.status === 'active'; turn++) {
    for (const [id] of Object.entries(it.live.incidents))
      it.take({ kind: 'resolveIncident', id: id as LocalId, retries: 2 })
    const waits = Object.entries(it.live.waits) as [LocalId, Wait][]
    const next =
      waits.find(([, wait]) => wait.kind === 'task' || wait.kind === 'job') ??
      waits.find(([, wait]) => wait.kind === 'timer') ??
      waits[0]
    if (next) answer(it, ...next, 1)
  }
}

test('a well-drawn procedure comes to its end whatever is done in whatever order', () => {
  assert(
    property(blocks, dice, (block, throws) => {
      const it = begin(programsOf(block))
      for (const die of throws) if (it.status === 'active') act(it, die)
      finish(it)
      expect(it.status).toBe('completed')
      expect(it.live).toMatchObject({ elements: {}, waits: {}, incidents: {} })
    }),
    { numRuns: 150 },
  )
})

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
