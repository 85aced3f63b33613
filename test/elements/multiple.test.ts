import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  beside,
  boundary,
  caught,
  condition,
  end,
  error,
  eventBased,
  eventSub,
  message,
  service,
  several,
  signal,
  start,
  sub,
  terminate,
  thrown,
  user,
  type Trigger,
} from './steps.ts'

type Make = (step: Step) => Step
const same: Make = (step) => step

const paidOrWaived = several(
  message('payment', '=reference'),
  signal('waived'),
  after('P3D'),
  condition('=rich = true'),
)
const twice = several(signal('go'), signal('go'))

/** Each way in which one of the four comes. */
const WAYS: readonly (readonly [
  string,
  (office: Parameters<Parameters<typeof inOffice>[0]>[0]) => Promise<unknown>,
])[] = [
  ['a message', (office) => office.message('payment', { key: 'r-1', variables: { by: 'message' } })],
  ['a signal', (office) => office.signal('waived', { by: 'signal' })],
  ['a time', (office) => office.advance('P3D')],
  ['a condition', async (office) => (await office.all())[0]?.set({ rich: true })],
]

describe('Multiple intermediate catch event', () => {
  test.for(WAYS)(
    'goes on by %s, and waits for the others no longer',
    inOffice(async (office, [, come]) => {
      const it = await office.run(line(caught('Wait', paidOrWaived), user('After')), { reference: 'r-1' })
      expect(it.waits).toEqual(['message Wait', 'signal Wait', 'timer Wait', 'condition Wait'])
      await come(office)
      await it.read()
      expect(it.waits).toEqual(['task After'])
      expect(it.entered('After')).toBe(1)
    }),
  )

  test(
    'behind an event-based gateway it is one branch',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        eventBased('First'),
        caught('Wait', paidOrWaived),
        caught('Late', after('P9D')),
        endEvent('End'),
        'Start -> First -> Wait -> End',
        'First -> Late -> End',
      )
      const it = await office.run(drawing, { reference: 'r-1' })
      await office.signal('waived', { by: 'signal' })
      await it.read()
      expect(it.path).toEqual(['Start', 'First', 'Wait', 'End'])
      expect(it.variables).toMatchObject({ by: 'signal' })
    }),
  )

  test('that names one definition twice, or what cannot be waited for, is refused', async () => {
    expect(await refused(line(caught('Wait', twice)))).toEqual(['bpmn/multiple-events Wait'])
    expect(await refused(line(caught('Wait', several(signal('go'), error('E')))))).toContain(
      'bpmn/unsupported-event Wait',
    )
  })
})

describe('Multiple boundary event', () => {
  const drawing = (make: Make, trigger: Trigger = paidOrWaived) =>
    process(
      'Process_1',
      startEvent('Start'),
      service('Work'),
      make(boundary('Edge', 'Work', trigger)),
      user('Other'),
      endEvent('End'),
      'Start -> Work -> End',
      'Edge -> Other -> End',
    )

  test.for(WAYS)(
    'breaks off its activity by %s',
    inOffice(async (office, [, come]) => {
      const it = await office.run(drawing(same), { reference: 'r-1' })
      await come(office)
      await it.read()
      expect(it.waits).toEqual(['task Other'])
    }),
  )

  test(
    'may also catch errors',
    inOffice(async (office) => {
      const it = await office.run(drawing(same, several(signal('stop'), error('NO'), error('NEVER'))))
      await it.error('Work', 'NEVER')
      expect(it.waits).toEqual(['task Other'])
    }),
  )

  test(
    'beside its activity happens each time one of them comes',
    inOffice(async (office) => {
      const it = await office.run(drawing(beside), { reference: 'r-1' })
      for (const [, come] of WAYS) await come(office)
      await office.signal('waived')
      await it.read()
      expect(it.entered('Other')).toBe(5)
      await it.job('Work')
      expect(it.waits).toEqual(['task Other', 'task Other', 'task Other', 'task Other', 'task Other'])
    }),
  )

  test('that names one definition twice is refused', async () => {
    expect(await refused(drawing(same, twice))).toContain('bpmn/multiple-events Edge')
    expect(await refused(drawing(beside, twice))).toContain('bpmn/multiple-events Edge')
    expect(await refused(drawing(beside, several(signal('stop'), error('NO'))))).toContain('bpmn/boundaries Edge')
  })
})

describe('Multiple event subprocess', () => {
  const drawing = (make: Make, trigger: Trigger = paidOrWaived) =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Work'),
      endEvent('End'),
      eventSub('React', make(start('Comes', trigger)), user('Other'), endEvent('Done'), 'Comes -> Other -> Done'),
      'Start -> Work -> End',
    )

  test.for(WAYS)(
    'takes over by %s',
    inOffice(async (office, [, come]) => {
      const it = await office.run(drawing(same), { reference: 'r-1' })
      await come(office)
      await it.read()
      expect(it.waits).toEqual(['task Other'])
    }),
  )

  test(
    'beside its scope runs each time one of them comes',
    inOffice(async (office) => {
      const it = await office.run(drawing(beside), { reference: 'r-1' })
      await office.signal('waived')
      await office.message('payment', { key: 'r-1' })
      await it.read()
      expect(it.entered('Other')).toBe(2)
      expect(it.waits).toContain('task Work')
    }),
  )

  test('that names one definition twice is refused', async () => {
    expect(await refused(drawing(same, twice))).toContain('bpmn/multiple-events Comes')
    expect(await refused(drawing(beside, twice))).toContain('bpmn/multiple-events Comes')
  })
})

describe('Multiple start event', () => {
  const drawing = (trigger: Trigger) =>
    process(
      'Process_1',
      startEvent('Start'),
      start('Asked', trigger),
      user('Act'),
      endEvent('End'),
      'Start -> Act -> End',
      'Asked -> Act',
    )

  test(
    'begins an application by each of its triggers',
    inOffice(async (office) => {
      await office.deploy(
        pack([
          drawing(several(message('letter'), message('call'), signal('alarm'), after('P2D'), condition('=level > 3'))),
        ]),
      )
      await office.message('letter', { variables: { by: 'letter' } })
      await office.message('call', { variables: { by: 'call' } })
      await office.signal('alarm', { by: 'alarm' })
      expect(await office.conditions({ level: 4, by: 'level' })).toBe(1)
      await office.advance('P2D')
      const all = await office.all()
      expect(all.map((it) => it.variables['by'])).toEqual(['letter', 'call', 'alarm', 'level', undefined])
      expect(all.every((it) => it.path.join() === 'Asked')).toBe(true)
    }),
  )

  test('with two times, two conditions or one message twice is refused', async () => {
    expect(await refused(drawing(several(after('P1D'), after('P2D'))))).toEqual(['bpmn/multiple-events Asked'])
    expect(await refused(drawing(several(condition('=a'), condition('=b'))))).toEqual(['bpmn/multiple-events Asked'])
    expect(await refused(drawing(several(message('a'), message('a'))))).toContain('bpmn/multiple-events Asked')
  })
})

const listener = (name: string) =>
  process('Process_2', startEvent('Start_2'), caught('Wait', signal(name)), 'Start_2 -> Wait')
const toCase = (name: string): Trigger => {
  const { inner, roots } = message(name)
  const extension =
    '<bpmn:extensionElements><zeebe:publishMessage correlationKey="=reference" /></bpmn:extensionElements>'
  return {
    inner: inner.replace(' />', `>${extension}</bpmn:messageEventDefinition>`),
    ...(roots ? { roots } : {}),
  }
}

describe.for([
  ['Multiple throw event', thrown],
  ['Multiple end event', end],
] as const)('%s', ([, make]) => {
  test(
    'throws all that it names, with the mapped inputs',
    inOffice(async (office) => {
      const taker = process(
        'Process_3',
        startEvent('Start_3'),
        caught('Letter', message('told', '=reference')),
        'Start_3 -> Letter',
      )
      await office.deploy(pack([listener('closed')], { id: 'moj.one' }), pack([taker], { id: 'moj.two' }))
      const one = await office.start({}, 'moj.one')
      const two = await office.start({ reference: 'r-1' }, 'moj.two')
      const tell = make('Tell', several(toCase('told'), signal('closed')), { inputs: { why: '="snow"' } })
      const it = await office.run(process('Process_1', startEvent('Start'), tell, 'Start -> Tell'), {
        reference: 'r-1',
      })
      expect(it.status).toBe('completed')
      for (const other of [one, two]) {
        await other.read()
        expect([other.status, other.variables['why']]).toEqual(['completed', 'snow'])
      }
    }),
  )

  test(
    'throws none of them where one cannot be, and all once that is mended',
    inOffice(async (office) => {
      const tell = make('Tell', several(signal('closed'), signal('=other')))
      const it = await office.run(process('Process_1', startEvent('Start'), tell, 'Start -> Tell'))
      expect(it.trouble).toEqual(['signal Tell'])
      expect(it.events.some(({ kind }) => kind === 'signalThrown')).toBe(false)
      await it.mend('Tell', { other: 'opened' })
      expect(it.events.flatMap((event) => (event.kind === 'signalThrown' ? [event.name] : []))).toEqual([
        'closed',
        'opened',
      ])
    }),
  )

  test('that throws one thing twice, or what does not go together, is refused', async () => {
    const drawing = (trigger: Trigger) =>
      process('Process_1', startEvent('Start'), make('Tell', trigger), 'Start -> Tell')
    expect(await refused(drawing(twice))).toEqual(['bpmn/multiple-events Tell'])
    expect(await refused(drawing(several(signal('go'), after('P1D'))))).toContain('bpmn/unsupported-event Tell')
  })
})

describe('Multiple end event', () => {
  test(
    'tells first and ends its scope after that',
    inOffice(async (office) => {
      await office.deploy(pack([listener('closed')], { id: 'moj.one' }))
      const one = await office.start({}, 'moj.one')
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub(
          'Part',
          {},
          startEvent('In'),
          user('Long'),
          end('Stop', several(terminate, signal('closed'))),
          user('Short'),
          'In -> Short -> Stop',
          'In -> Long',
        ),
        user('After'),
        'Start -> Part -> After',
      )
      const it = await office.run(drawing)
      await it.task('Short')
      expect(it.waits).toEqual(['task After'])
      await one.read()
      expect(one.status).toBe('completed')
    }),
  )

  test(
    'tells first and throws its error last',
    inOffice(async (office) => {
      await office.deploy(pack([listener('closed')], { id: 'moj.one' }))
      const one = await office.start({}, 'moj.one')
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub('Part', {}, startEvent('In'), end('Fail', several(error('NO'), signal('closed'))), 'In -> Fail'),
        boundary('Edge', 'Part', error('NO')),
        user('Other'),
        'Start -> Part',
        'Edge -> Other',
      )
      const it = await office.run(drawing)
      expect(it.waits).toEqual(['task Other'])
      await one.read()
      expect(one.status).toBe('completed')
    }),
  )
})
