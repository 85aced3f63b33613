import { describe, expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  beside,
  boundary,
  call,
  end,
  error,
  escalation,
  eventSub,
  exclusive,
  start,
  sub,
  thrown,
  user,
  type Panel,
} from './steps.ts'

/** A part that escalates between two tasks, and what is on its edge. */
const part = (edge: Step, raise: Step = thrown('Raise', escalation('LATE'))) =>
  process(
    'Process_1',
    startEvent('Start'),
    sub(
      'Part',
      {},
      startEvent('In'),
      user('Before'),
      raise,
      user('Behind'),
      raise.tag === 'endEvent' ? 'In -> Before -> Raise' : 'In -> Before -> Raise -> Behind',
      ...(raise.tag === 'endEvent' ? ['In -> Behind'] : []),
    ),
    edge,
    user('See_to_it'),
    user('After'),
    'Start -> Part -> After',
    `${edge.id} -> See_to_it`,
  )
const edge = (code?: string, panel: Panel = {}) => boundary('Edge', 'Part', escalation(code), panel)

describe('Escalation throw event', () => {
  test(
    'goes on when nobody is interrupted',
    inOffice(async (office) => {
      const it = await office.run(part(beside(edge('LATE'))))
      await it.task('Before')
      expect(it.waits.toSorted()).toEqual(['task Behind', 'task See_to_it'])
      await it.task('Behind')
      await it.task('See_to_it')
      await it.task('After')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'that nobody catches is on the record and goes on',
    inOffice(async (office) => {
      const it = await office.run(part(beside(edge('OTHER'))))
      await it.task('Before')
      expect(it.waits).toEqual(['task Behind'])
      const [told] = it.events.filter((event) => event.kind === 'escalationThrown')
      expect(told).toMatchObject({ code: 'LATE' })
      expect(it.trouble).toEqual([])
    }),
  )

  test(
    'takes along what its inputs say',
    inOffice(async (office) => {
      const raise = thrown('Raise', escalation('LATE'), { inputs: { days: '=late + 1' } })
      const it = await office.run(part(beside(edge('LATE', { outputs: { seen: '=days' } })), raise), { late: 2 })
      await it.task('Before')
      expect(it.variables).toEqual({ late: 2, seen: 3 })
    }),
  )

  test('is refused without a code', async () => {
    expect(await refused(part(edge(), thrown('Raise', escalation())))).toEqual(['bpmn/escalations Raise'])
    expect(await refused(part(edge(), thrown('Raise', escalation('=x'))))).toEqual(['bpmn/escalations Raise'])
  })
})

describe('Escalation end event', () => {
  test(
    'ends its path and lets the others go on',
    inOffice(async (office) => {
      const it = await office.run(part(beside(edge('LATE')), end('Raise', escalation('LATE'))))
      await it.task('Before')
      expect(it.waits.toSorted()).toEqual(['task Behind', 'task See_to_it'])
      expect(it.path).toContain('Raise')
    }),
  )

  test(
    'is gone with the rest where its catch interrupts',
    inOffice(async (office) => {
      const it = await office.run(part(edge('LATE'), end('Raise', escalation('LATE'))))
      await it.task('Before')
      expect(it.waits).toEqual(['task See_to_it'])
      expect(it.terminated.toSorted()).toEqual(['Behind', 'Part', 'Raise'])
    }),
  )

  test('is refused without a code', async () => {
    expect(await refused(part(edge(), end('Raise', escalation())))).toEqual(['bpmn/escalations Raise'])
  })
})

describe('Escalation boundary event', () => {
  test(
    'that interrupts ends what it hangs on, with the thrower inside',
    inOffice(async (office) => {
      const it = await office.run(part(edge('LATE', { properties: { 'masar:escalationCodeVariable': 'why' } })))
      await it.task('Before')
      expect(it.waits).toEqual(['task See_to_it'])
      expect(it.terminated).toEqual(['Raise', 'Part'])
      expect(it.variables).toEqual({ why: 'LATE' })
    }),
  )

  test(
    'catches out of called processes, each item of a multi-instance one, and its own code before any',
    inOffice(async (office) => {
      const called = process(
        'ask',
        startEvent('A_start'),
        thrown('A_raise', escalation('LATE')),
        user('A_task'),
        'A_start -> A_raise -> A_task',
      )
      const main = process(
        'Process_1',
        startEvent('Start'),
        call('Ask', 'ask', { loop: { over: '=[1, 2]' } }),
        beside(boundary('Any', 'Ask', escalation())),
        beside(boundary('Late', 'Ask', escalation('LATE'))),
        user('See_any'),
        user('See_late'),
        'Start -> Ask',
        'Any -> See_any',
        'Late -> See_late',
      )
      const it = await office.run(pack([main, called]))
      expect(it.waits.toSorted()).toEqual(['task A_task', 'task A_task', 'task See_late', 'task See_late'])
    }),
  )

  test('is refused twice for one code, off an activity, and does not catch errors', async () => {
    const twice = process(
      'Process_1',
      startEvent('Start'),
      user('Ask'),
      boundary('One', 'Ask', escalation('A')),
      boundary('Two', 'Ask', escalation('A')),
      user('See'),
      'Start -> Ask',
      'One -> See',
      'Two -> See',
    )
    expect(await refused(twice)).toEqual(['bpmn/boundaries Two'])
    const besides = twice.steps.map((step) => (step.tag === 'boundaryEvent' ? beside(step) : step))
    expect(await refused({ ...twice, steps: besides })).toEqual(['bpmn/boundaries Two'])
    const gate = process(
      'Process_1',
      startEvent('Start'),
      exclusive('Gate'),
      boundary('Edge', 'Gate', escalation('A')),
      endEvent('End'),
      'Start -> Gate -> End',
      'Edge -> End',
    )
    expect(await refused(gate)).toEqual(['bpmn/boundaries Edge'])
  })

  test(
    'leaves errors to those who catch errors',
    inOffice(async (office) => {
      const it = await office.run(part(edge(), end('Raise', error('LATE'))))
      await it.task('Before')
      expect(it.trouble).toEqual(['error Raise'])
    }),
  )
})

describe('Escalation event subprocess', () => {
  const guarded = (opening: Step) =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Before'),
      sub('Part', {}, startEvent('In'), thrown('Raise', escalation('LATE')), user('Behind'), 'In -> Raise -> Behind'),
      'Start -> Before -> Part',
      eventSub('Watch', opening, user('See_to_it'), 'Watch_start -> See_to_it'),
    )
  const opening = start('Watch_start', escalation('LATE'))

  test(
    'that does not interrupt runs beside, once for each escalation',
    inOffice(async (office) => {
      const it = await office.run(guarded(beside(opening)))
      await it.task('Before')
      expect(it.waits.toSorted()).toEqual(['task Behind', 'task See_to_it'])
      await it.task('Behind')
      await it.task('See_to_it')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'that interrupts takes over',
    inOffice(async (office) => {
      const it = await office.run(guarded(opening))
      await it.task('Before')
      expect(it.waits).toEqual(['task See_to_it'])
      expect(it.terminated).toEqual(['Raise', 'Part'])
    }),
  )

  test(
    'is not begun again by what it escalates itself when it has interrupted',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        thrown('Raise', escalation('LATE')),
        'Start -> Raise',
        eventSub('Watch', opening, thrown('Again', escalation('LATE')), user('See'), 'Watch_start -> Again -> See'),
      )
      const it = await office.run(drawing)
      expect(it.waits).toEqual(['task See'])
      expect(it.entered('Watch')).toBe(1)
    }),
  )

  test('is refused twice for one code', async () => {
    const drawing = guarded(opening)
    const second = eventSub('Other', start('Other_start', escalation('LATE')), user('Look'), 'Other_start -> Look')
    expect(await refused({ ...drawing, steps: [...drawing.steps, second] })).toEqual(['bpmn/boundaries Other_start'])
    const third = eventSub(
      'Other',
      beside(start('Other_start', escalation('LATE'))),
      user('Look'),
      'Other_start -> Look',
    )
    expect(await refused({ ...drawing, steps: [...drawing.steps, third] })).toEqual(['bpmn/boundaries Other_start'])
  })
})
