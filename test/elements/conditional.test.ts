import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  beside,
  boundary,
  caught,
  condition,
  eventBased,
  eventSub,
  parallel,
  start,
  sub,
  user,
} from './steps.ts'

type Make = (step: ReturnType<typeof start>) => ReturnType<typeof start>
const same: Make = (step) => step

const NOTHING = { inner: '<bpmn:conditionalEventDefinition />' }

describe('Conditional intermediate catch event', () => {
  const drawing = process(
    'Process_1',
    startEvent('Start'),
    parallel('Fork'),
    caught('Wait', condition('=amount > 100')),
    user('Count'),
    endEvent('End'),
    'Start -> Fork -> Wait -> End',
    'Fork -> Count',
  )

  test(
    'waits until its condition becomes true, whoever changes the variable',
    inOffice(async (office) => {
      const it = await office.run(drawing, { amount: 1 })
      expect(it.waits).toEqual(['condition Wait', 'task Count'])
      await it.set({ amount: 100 })
      expect(it.waits).toEqual(['condition Wait', 'task Count'])
      await it.task('Count', { amount: 101 })
      expect(it.status).toBe('completed')
      expect(it.path).toContain('Wait')
    }),
  )

  test(
    'that is true to begin with does not wait',
    inOffice(async (office) => {
      const it = await office.run(drawing, { amount: 101 })
      expect(it.waits).toEqual(['task Count'])
    }),
  )

  test(
    'waits for a variable that is not there yet',
    inOffice(async (office) => {
      const it = await office.run(drawing)
      expect([it.waits, it.trouble]).toEqual([['condition Wait', 'task Count'], []])
      await it.task('Count', { amount: 101 })
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'that cannot be evaluated is an incident that stops nothing else and ends by itself once it can',
    inOffice(async (office) => {
      const it = await office.run(drawing, { amount: 'much' })
      expect(it.trouble).toEqual(['condition Wait'])
      expect((await it.incident('Wait')).message).toContain('amount > 100')
      await it.set({ amount: 'more' })
      expect(it.trouble).toEqual(['condition Wait'])
      await it.set({ amount: 7 })
      expect([it.waits, it.trouble]).toEqual([['condition Wait', 'task Count'], []])
      await it.set({ amount: 'much' })
      await it.mend('Wait', { amount: 200 }).catch(() => it)
      await it.read()
      expect(it.waits).toEqual(['task Count'])
      expect(it.trouble).toEqual([])
    }),
  )

  test(
    'behind an event-based gateway it may decide',
    inOffice(async (office) => {
      const race = process(
        'Process_1',
        startEvent('Start'),
        eventBased('First'),
        caught('Full', condition('=count(list) >= 2')),
        caught('Late', after('P1D')),
        endEvent('End'),
        'Start -> First -> Full -> End',
        'First -> Late -> End',
      )
      const it = await office.run(race, { list: [1] })
      await it.set({ list: [1, 2] })
      expect(it.path).toEqual(['Start', 'First', 'Full', 'End'])
      const full = await office.start({ list: [1, 2, 3] })
      expect(full.path).toEqual(['Start', 'First', 'Full', 'End'])
      const late = await office.start({ list: [] })
      await office.advance('P1D')
      await late.read()
      expect(late.path).toEqual(['Start', 'First', 'Late', 'End'])
    }),
  )

  test(
    'nothing happens while its application is suspended; it is looked at when that goes on',
    inOffice(async (office) => {
      const it = await office.run(drawing, { amount: 1 })
      await it.suspend()
      await it.set({ amount: 500 })
      expect(it.waits).toEqual(['condition Wait', 'task Count'])
      await it.resume()
      expect(it.waits).toEqual(['task Count'])
    }),
  )

  test('without a condition, in other words than FEEL, or with a filter that names nothing is refused', async () => {
    expect(await refused(line(caught('Wait', NOTHING)))).toEqual(['bpmn/conditional-events Wait'])
    expect(await refused(line(caught('Wait', condition('amount > 100'))))).toEqual(['bpmn/feel Wait'])
    expect(await refused(line(caught('Wait', condition('=amount >'))))).toEqual(['bpmn/feel Wait'])
    const named = (variableNames: string) => line(caught('Wait', condition('=a', { variableNames })))
    expect(await refused(named('a, b'))).toEqual([])
    expect(await refused(named('a b'))).toEqual(['bpmn/conditional-events Wait'])
    const changed = (variableEvents: string) => line(caught('Wait', condition('=a', { variableEvents })))
    expect(await refused(changed('create,update'))).toEqual([])
    expect(await refused(changed('delete'))).toEqual(['bpmn/conditional-events Wait'])
  })
})

describe('Conditional boundary event', () => {
  const review = (make: Make = same, filter = {}) =>
    process(
      'Process_1',
      startEvent('Start'),
      sub('Case', {}, startEvent('In'), user('Review'), user('Sign'), endEvent('Out'), 'In -> Review -> Sign -> Out'),
      make(boundary('Rises', 'Case', condition('=risk > 5', filter))),
      user('Escalate'),
      endEvent('End'),
      'Start -> Case -> End',
      'Rises -> Escalate -> End',
    )

  test(
    'breaks off its activity by the very step that makes it true, before the next one begins',
    inOffice(async (office) => {
      const it = await office.run(review(), { risk: 1 })
      await it.task('Review', { risk: 9 })
      expect(it.waits).toEqual(['task Escalate'])
      expect(it.entered('Sign')).toBe(0)
      await it.task('Escalate')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'breaks it off at once where it is true to begin with',
    inOffice(async (office) => {
      const it = await office.run(review(), { risk: 9 })
      expect(it.waits).toEqual(['task Escalate'])
    }),
  )

  test(
    'beside its activity happens each time the condition becomes true, not while it stays so',
    inOffice(async (office) => {
      const it = await office.run(review(beside), { risk: 1 })
      await it.set({ risk: 6 })
      await it.set({ risk: 7 })
      expect(it.entered('Escalate')).toBe(1)
      await it.set({ risk: 2 })
      expect(it.entered('Escalate')).toBe(1)
      await it.set({ risk: 8 })
      expect(it.entered('Escalate')).toBe(2)
      await it.task('Review')
      await it.task('Sign')
      await it.set({ risk: 0 })
      await it.set({ risk: 9 })
      expect(it.entered('Escalate')).toBe(2)
    }),
  )

  test(
    'looks only at the changes its filter names',
    inOffice(async (office) => {
      const it = await office.run(review(same, { variableNames: 'checked', variableEvents: 'update' }), { risk: 1 })
      await it.set({ risk: 9 })
      await it.set({ checked: 1 })
      expect(it.waits).toEqual(['condition Rises', 'task Review'])
      await it.set({ checked: 2 })
      expect(it.waits).toEqual(['task Escalate'])
    }),
  )

  test('without a condition is refused', async () => {
    const drawing = (make: Make) =>
      process(
        'Process_1',
        startEvent('Start'),
        user('Review'),
        make(boundary('Rises', 'Review', NOTHING)),
        endEvent('End'),
        'Start -> Review -> End',
        'Rises -> End',
      )
    expect(await refused(drawing(same))).toEqual(['bpmn/conditional-events Rises'])
    expect(await refused(drawing(beside))).toEqual(['bpmn/conditional-events Rises'])
  })
})

describe('Conditional event subprocess', () => {
  const drawing = (make: Make = same, text = '=missing > 0') =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Work'),
      endEvent('End'),
      eventSub(
        'Ask',
        make(start('Lacks', text === '' ? NOTHING : condition(text))),
        user('Supply'),
        endEvent('Done'),
        'Lacks -> Supply -> Done',
      ),
      'Start -> Work -> End',
    )

  test(
    'takes over its scope when its condition becomes true',
    inOffice(async (office) => {
      const it = await office.run(drawing(), { missing: 0 })
      expect(it.waits).toEqual(['condition Ask', 'task Work'])
      await it.set({ missing: 2 })
      expect(it.waits).toEqual(['task Supply'])
      await it.set({ missing: 0 })
      await it.set({ missing: 3 })
      expect(it.waits).toEqual(['task Supply'])
      await it.task('Supply')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'reacts to what the last step of its scope changed',
    inOffice(async (office) => {
      const it = await office.run(drawing(), { missing: 0 })
      await it.task('Work', { missing: 1 })
      expect(it.waits).toEqual(['task Supply'])
    }),
  )

  test(
    'beside its scope may run several times',
    inOffice(async (office) => {
      const it = await office.run(drawing(beside), { missing: 1 })
      expect(it.waits).toEqual(['condition Ask', 'task Supply', 'task Work'])
      await it.set({ missing: 0 })
      await it.set({ missing: 1 })
      expect(it.entered('Supply')).toBe(2)
    }),
  )

  test('without a condition is refused', async () => {
    expect(await refused(drawing(same, ''))).toEqual(['bpmn/conditional-events Lacks'])
    expect(await refused(drawing(beside, ''))).toEqual(['bpmn/conditional-events Lacks'])
  })
})

describe('Conditional start event', () => {
  const service = (id: string, text: string, filter = {}, version = '1.0.0') =>
    pack(
      [
        process(
          'Process_1',
          startEvent('Start'),
          start('Due', condition(text, filter), { outputs: { plate: '=number' } }),
          user('Act'),
          endEvent('End'),
          'Start -> Act -> End',
          'Due -> Act',
        ),
      ],
      { id, version },
    )

  test(
    'begins an application of each latest version whose condition holds for what is said',
    inOffice(async (office) => {
      await office.deploy(service('moj.one', '=speed > 500'), service('moj.two', '=speed > 90'))
      await office.deploy(service('moj.one', '=speed > 120', {}, '1.1.0'), service('moj.three', '=other'))
      expect(await office.conditions({ speed: 50, number: 7 })).toBe(0)
      expect(await office.conditions({ speed: 100, number: 7 })).toBe(1)
      expect(await office.conditions({ speed: 150, number: 8 })).toBe(2)
      const all = await office.all()
      expect(all.map((it) => [it.state.program, it.path, it.variables['plate']])).toEqual([
        ['moj.two@1.0.0/Process_1', ['Due'], 7],
        ['moj.one@1.1.0/Process_1', ['Due'], 8],
        ['moj.two@1.0.0/Process_1', ['Due'], 8],
      ])
      expect(await office.conditions({ speed: 150, number: 9 }, { packageId: 'moj.one' })).toBe(1)
    }),
  )

  test(
    'is asked only when something its filter names is said, and begins once under one key',
    inOffice(async (office) => {
      await office.deploy(service('moj.one', '=true', { variableNames: 'speed' }))
      expect(await office.conditions({ number: 7 })).toBe(0)
      expect(await office.conditions({ speed: 1, number: 7 }, { idempotencyKey: 'k-1' })).toBe(1)
      await office.conditions({ speed: 1, number: 7 }, { idempotencyKey: 'k-1' })
      expect(await office.all()).toHaveLength(1)
    }),
  )

  test(
    'that cannot be evaluated is told, and nothing begins',
    inOffice(async (office) => {
      await office.deploy(service('moj.one', '=speed > 10'), service('moj.two', '=true'))
      await expect(office.conditions({ speed: 'fast', number: 7 })).rejects.toThrow(
        /condition\.failed.*nothing was begun.*speed > 10/s,
      )
      expect(await office.all()).toEqual([])
      await expect(office.conditions({ application: 1 })).rejects.toThrow('variables.reserved')
    }),
  )

  test('without a condition, or that waits for changes before there is a case, is refused', async () => {
    const drawing = (trigger: Parameters<typeof start>[1]) =>
      process('Process_1', startEvent('Start'), start('Due', trigger), endEvent('End'), 'Start -> End', 'Due -> End')
    expect(await refused(drawing(NOTHING))).toEqual(['bpmn/conditional-events Due'])
    expect(await refused(drawing(condition('=a', { variableEvents: 'update' })))).toEqual([
      'bpmn/conditional-events Due',
    ])
  })
})
