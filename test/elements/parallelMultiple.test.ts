import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  allNeeded,
  beside,
  boundary,
  caught,
  condition,
  error,
  eventBased,
  eventSub,
  every,
  message,
  several,
  signal,
  start,
  user,
  type Trigger,
} from './steps.ts'

type Make = (step: Step) => Step
const same: Make = (step) => step

const bothComeOnce = several(message('payment', '=reference'), signal('approved'))

describe('Parallel multiple intermediate catch event', () => {
  test(
    'waits for all of them, in whatever order, and gathers what they bring',
    inOffice(async (office) => {
      const three = several(message('payment', '=reference'), signal('approved'), condition('=ready = true'))
      const it = await office.run(line(allNeeded(caught('Wait', three)), user('After')), { reference: 'r-1' })
      await office.signal('approved', { by: 'court', amount: 1 })
      await it.read()
      expect(it.waits).toEqual(['message Wait', 'condition Wait'])
      await office.signal('approved', { by: 'late' })
      await it.set({ ready: true })
      expect(it.waits).toEqual(['message Wait'])
      await it.set({ ready: false })
      await office.message('payment', { key: 'r-1', variables: { amount: 25 } })
      await it.read()
      expect(it.waits).toEqual(['task After'])
      expect(it.variables).toMatchObject({ by: 'court', amount: 25 })
    }),
  )

  test(
    'needs its time as well',
    inOffice(async (office) => {
      const it = await office.run(line(allNeeded(caught('Wait', several(after('P1D'), signal('approved'))))))
      await office.advance('P1D')
      await it.read()
      expect(it.waits).toEqual(['signal Wait'])
      await office.signal('approved')
      await it.read()
      expect(it.status).toBe('completed')
    }),
  )

  test('with one definition, with what need not come, or behind an event-based gateway is refused', async () => {
    expect(await refused(line(allNeeded(caught('Wait', signal('a')))))).toEqual(['bpmn/multiple-events Wait'])
    const cyclic = allNeeded(boundary('Edge', 'Work', several(every('R/PT1H'), signal('a'))))
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Work'),
      beside(cyclic),
      endEvent('End'),
      'Start -> Work -> End',
      'Edge -> End',
    )
    expect(await refused(drawing)).toEqual(['bpmn/multiple-events Edge'])
    const race = process(
      'Process_1',
      startEvent('Start'),
      eventBased('First'),
      allNeeded(caught('Wait', bothComeOnce)),
      caught('Late', after('P9D')),
      endEvent('End'),
      'Start -> First -> Wait -> End',
      'First -> Late -> End',
    )
    expect(await refused(race)).toEqual(['bpmn/event-based-gateway Flow_First_Wait'])
  })
})

describe('Parallel multiple boundary event', () => {
  const drawing = (make: Make, trigger: Trigger = bothComeOnce) =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Work'),
      make(allNeeded(boundary('Edge', 'Work', trigger))),
      user('Other'),
      endEvent('End'),
      'Start -> Work -> End',
      'Edge -> Other -> End',
    )

  test(
    'breaks off its activity once all have come',
    inOffice(async (office) => {
      const it = await office.run(drawing(same), { reference: 'r-1' })
      await office.message('payment', { key: 'r-1', variables: { amount: 25 } })
      await it.read()
      expect(it.waits).toEqual(['task Work', 'signal Edge'])
      await office.signal('approved', { by: 'court' })
      await it.read()
      expect(it.waits).toEqual(['task Other'])
      expect(it.variables).toMatchObject({ amount: 25, by: 'court' })
    }),
  )

  test(
    'beside its activity begins to wait for all of them anew',
    inOffice(async (office) => {
      const it = await office.run(drawing(beside), { reference: 'r-1' })
      for (const amount of [1, 2]) {
        await office.signal('approved')
        await office.message('payment', { key: 'r-1', variables: { amount } })
      }
      await it.read()
      expect(it.entered('Other')).toBe(2)
      expect(it.waits.toSorted()).toEqual(['message Edge', 'signal Edge', 'task Other', 'task Other', 'task Work'])
      await it.task('Work')
      expect(it.waits).toEqual(['task Other', 'task Other'])
    }),
  )

  test(
    'that cannot wait anew is an incident at the event, which waits again once that is mended',
    inOffice(async (office) => {
      const it = await office.run(drawing(beside), { reference: 'r-1' })
      await it.set({ reference: null })
      await office.signal('approved')
      await office.message('payment', { key: 'r-1', variables: { amount: 1 } })
      await it.read()
      expect(it.trouble).toEqual(['message Edge'])
      await it.mend('Edge', { reference: 'r-2' })
      expect(it.waits.toSorted()).toEqual(['message Edge', 'signal Edge', 'task Other', 'task Work'])
      expect(it.variables).toMatchObject({ amount: 1 })
    }),
  )

  test('with one definition, or with an error, is refused', async () => {
    expect(await refused(drawing(same, signal('a')))).toEqual(['bpmn/multiple-events Edge'])
    expect(await refused(drawing(beside, signal('a')))).toEqual(['bpmn/multiple-events Edge'])
    expect(await refused(drawing(same, several(signal('a'), error('E'))))).toEqual(['bpmn/multiple-events Edge'])
  })
})

describe('Parallel multiple event subprocess', () => {
  const drawing = (make: Make, trigger: Trigger = bothComeOnce) =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Work'),
      endEvent('End'),
      eventSub(
        'React',
        make(allNeeded(start('Comes', trigger))),
        user('Other'),
        endEvent('Done'),
        'Comes -> Other -> Done',
      ),
      'Start -> Work -> End',
    )

  test(
    'takes over its scope once all have come',
    inOffice(async (office) => {
      const it = await office.run(drawing(same), { reference: 'r-1' })
      await office.signal('approved', { by: 'court' })
      await it.read()
      expect(it.waits).toEqual(['message React', 'task Work'])
      await office.message('payment', { key: 'r-1', variables: { amount: 25 } })
      await it.read()
      expect(it.waits).toEqual(['task Other'])
      expect(it.variables).toMatchObject({ amount: 25, by: 'court' })
    }),
  )

  test(
    'beside its scope begins to wait for all of them anew',
    inOffice(async (office) => {
      const it = await office.run(drawing(beside), { reference: 'r-1' })
      for (const amount of [1, 2]) {
        await office.message('payment', { key: 'r-1', variables: { amount } })
        await office.signal('approved')
      }
      await it.read()
      expect(it.entered('Other')).toBe(2)
      expect(it.waits).toContain('task Work')
      expect(it.waits.filter((one) => one.endsWith('React'))).toHaveLength(2)
    }),
  )

  test('with one definition is refused', async () => {
    expect(await refused(drawing(same, signal('a')))).toEqual(['bpmn/multiple-events Comes'])
    expect(await refused(drawing(beside, signal('a')))).toEqual(['bpmn/multiple-events Comes'])
  })
})

describe('Parallel multiple start event', () => {
  const drawing = (trigger: Trigger) =>
    process(
      'Process_1',
      startEvent('Start'),
      allNeeded(start('Asked', trigger, { outputs: { all: '={letter: letter, ruling: ruling}' } })),
      user('Act'),
      endEvent('End'),
      'Start -> Act -> End',
      'Asked -> Act',
    )
  const both = several(message('letter'), signal('ruling'))

  test(
    'begins an application once all have come, the oldest of each together',
    inOffice(async (office) => {
      await office.deploy(pack([drawing(both)]))
      await office.message('letter', { id: 'l-1', variables: { letter: 1 } })
      await office.message('letter', { id: 'l-1', variables: { letter: 1 } })
      await office.message('letter', { id: 'l-2', variables: { letter: 2 } })
      expect(await office.all()).toEqual([])
      await office.deploy(pack([drawing(both)], { version: '1.1.0' }))
      await office.signal('ruling', { ruling: 'a' })
      await office.signal('ruling', { ruling: 'b' })
      await office.signal('ruling', { ruling: 'c' })
      const all = await office.all()
      expect(all.map((it) => it.variables['all'])).toEqual([
        { letter: 1, ruling: 'a' },
        { letter: 2, ruling: 'b' },
      ])
      expect(all[0]?.path).toEqual(['Asked'])
      expect(all[0]?.state.program).toContain('@1.1.0')
      await office.message('letter', { variables: { letter: 3 } })
      expect((await office.all())[2]?.variables['all']).toEqual({ letter: 3, ruling: 'c' })
    }),
  )

  test(
    'needs its time and its condition as well, which stay once they came',
    inOffice(async (office) => {
      const four = several(message('letter'), signal('ruling'), after('P1D'), condition('=open = true'))
      await office.deploy(pack([drawing(four)]))
      await office.advance('P1D')
      await office.conditions({ open: true })
      await office.conditions({ open: true })
      await office.signal('ruling', { ruling: 'a' })
      expect(await office.all()).toEqual([])
      await office.message('letter', { variables: { letter: 1 } })
      expect((await office.all()).map((it) => it.variables['all'])).toEqual([{ letter: 1, ruling: 'a' }])
    }),
  )

  test('with one definition, or with a time that comes again and again, is refused', async () => {
    expect(await refused(drawing(signal('ruling')))).toEqual(['bpmn/multiple-events Asked'])
    expect(await refused(drawing(several(signal('ruling'), every('R/PT1H'))))).toEqual(['bpmn/multiple-events Asked'])
  })
})
