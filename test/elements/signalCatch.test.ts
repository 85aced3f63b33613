import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  after,
  beside,
  boundary,
  call,
  caught,
  end,
  eventBased,
  eventSub,
  message,
  parallel,
  script,
  signal,
  start,
  sub,
  thrown,
  user,
} from './steps.ts'

const waiting = line(user('Before'), caught('Wait', signal('law.changed')))

describe('Signal intermediate catch event', () => {
  test(
    'everybody who waits at that moment goes on with what the signal brings; nobody who comes later',
    inOffice(async (office) => {
      await office.deploy(pack([waiting]))
      const [one, two, late] = [await office.start(), await office.start(), await office.start()]
      await one.task('Before')
      await two.task('Before')
      expect(await office.signal('law.changed', { article: 7 })).toBe(2)
      for (const it of [one, two]) {
        await it.read()
        expect(it.path).toEqual(['Start', 'Before', 'Wait', 'End'])
        expect(it.variables).toEqual({ article: 7 })
      }
      await late.task('Before')
      expect(late.waits).toEqual(['signal Wait'])
      expect(await office.signal('law', { article: 7 })).toBe(0)
      await late.read()
      expect(late.waits).toEqual(['signal Wait'])
    }),
  )

  test(
    'thrown while its application is suspended it is caught when that goes on',
    inOffice(async (office) => {
      const it = await office.run(line(caught('Wait', signal('law.changed'))))
      await it.suspend()
      expect(await office.signal('law.changed', { article: 7 })).toBe(1)
      await office.advance('P30D')
      await it.read()
      expect(it.waits).toEqual(['signal Wait'])
      await it.resume()
      await office.advance('PT5S')
      await it.read()
      expect([it.status, it.variables]).toEqual(['completed', { article: 7 }])
    }),
  )

  test(
    'sent twice under one id it counts once',
    inOffice(async (office) => {
      await office.deploy(pack([line(caught('Wait', signal('law.changed')), caught('Again', signal('law.changed')))]))
      const it = await office.start()
      expect(await office.signal('law.changed', {}, 'gazette-1')).toBe(1)
      expect(await office.signal('law.changed', {}, 'gazette-1')).toBeUndefined()
      await it.read()
      expect(it.waits).toEqual(['signal Again'])
      expect(await office.signal('law.changed', {}, 'gazette-2')).toBe(1)
      await it.read()
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'its name may be computed, its output mapping says what is kept',
    inOffice(async (office) => {
      const wait = caught('Wait', signal('="court." + court'), { outputs: { 'ruling.article': '=article' } })
      const it = await office.run(line(wait), { court: 'hebron' })
      await office.signal('court.hebron', { article: 3, noise: 1 })
      await it.read()
      expect(it.variables).toEqual({ court: 'hebron', ruling: { article: 3 } })
    }),
  )

  test(
    'a name that cannot be computed is an incident, mended by the variable',
    inOffice(async (office) => {
      const it = await office.run(line(caught('Wait', signal('="court." + court'))))
      expect(it.trouble).toEqual(['signal Wait'])
      await it.mend('Wait', { court: 'hebron' })
      expect(it.waits).toEqual(['signal Wait'])
    }),
  )

  test(
    'behind an event-based gateway the first that happens decides',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        eventBased('First'),
        caught('Closed', signal('office.closed')),
        caught('Paid', message('payment', '=reference')),
        caught('Late', after('P3D')),
        endEvent('End'),
        'Start -> First -> Closed -> End',
        'First -> Paid -> End',
        'First -> Late -> End',
      )
      const it = await office.run(drawing, { reference: 'r-1' })
      expect(it.waits).toEqual(['signal Closed', 'message Paid', 'timer Late'])
      await office.signal('office.closed', { until: 'Sunday' })
      await it.read()
      expect(it.path).toEqual(['Start', 'First', 'Closed', 'End'])
      expect(it.variables).toEqual({ reference: 'r-1', until: 'Sunday' })
    }),
  )

  test('without a name, or with a signal that is not there, it is refused', async () => {
    expect(await refused(line(caught('Wait', signal(''))))).toEqual(['bpmn/signals Wait'])
    const nothing = { ...caught('Wait'), inner: '<bpmn:signalEventDefinition />' }
    expect(await refused(line(nothing))).toEqual(['bpmn/signals Wait'])
    const gone = { ...caught('Wait'), inner: '<bpmn:signalEventDefinition signalRef="Signal_gone" />' }
    expect(await refused(line(gone))).toEqual(['bpmn/unresolved-reference Wait'])
    expect(await refused(line(caught('Wait', signal('n'.repeat(201)))))).toEqual(['bpmn/signals Wait'])
    expect(await refused(line(caught('Wait', signal('=1 +'))))).toHaveLength(1)
  })
})

describe('Signal boundary event', () => {
  const hearing = (make = (step: ReturnType<typeof boundary>) => step) =>
    process(
      'Process_1',
      startEvent('Start'),
      user('Hearing'),
      make(boundary('Closed', 'Hearing', signal('court.closed'), { outputs: { reason: '=why' } })),
      user('Postpone'),
      endEvent('End'),
      'Start -> Hearing -> End',
      'Closed -> Postpone -> End',
    )

  test(
    'interrupts its activity and takes what the signal brings',
    inOffice(async (office) => {
      const it = await office.run(hearing())
      expect(it.waits).toEqual(['task Hearing', 'signal Closed'])
      await office.signal('court.closed', { why: 'snow' })
      await it.read()
      expect(it.waits).toEqual(['task Postpone'])
      expect(it.terminated).toEqual(['Hearing'])
      expect(it.variables).toEqual({ reason: 'snow' })
      expect(await office.signal('court.closed')).toBe(0)
    }),
  )

  test(
    'that does not interrupt reacts each time, and to nothing once its activity has ended',
    inOffice(async (office) => {
      const it = await office.run(hearing(beside))
      await office.signal('court.closed', { why: 'snow' })
      await office.signal('court.closed', { why: 'strike' })
      await it.read()
      expect(it.waits).toEqual(['task Hearing', 'signal Closed', 'task Postpone', 'task Postpone'])
      await it.task('Hearing')
      expect(await office.signal('court.closed', { why: 'late' })).toBe(0)
    }),
  )

  test(
    'on a call activity and a subprocess ends all that is inside',
    inOffice(async (office) => {
      const inner = process('Process_2', startEvent('S2'), user('Inside'), endEvent('E2'), 'S2 -> Inside -> E2')
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub('Part', {}, startEvent('In'), call('Called', 'Process_2'), endEvent('Out'), 'In -> Called -> Out'),
        boundary('Stop', 'Part', signal('stop')),
        endEvent('End'),
        'Start -> Part -> End',
        'Stop -> End',
      )
      await office.deploy(pack([drawing, inner]))
      const it = await office.start()
      await office.signal('stop')
      await it.read()
      expect(it.status).toBe('completed')
      expect(it.terminated).toContain('Inside')
    }),
  )

  test('is refused without a name, and twice for one signal on one activity', async () => {
    const nameless = process(
      'Process_1',
      startEvent('Start'),
      user('Hearing'),
      boundary('Closed', 'Hearing', { inner: '<bpmn:signalEventDefinition />' }),
      beside(boundary('Also', 'Hearing', { inner: '<bpmn:signalEventDefinition />' })),
      endEvent('End'),
      'Start -> Hearing -> End',
      'Closed -> End',
      'Also -> End',
    )
    expect(await refused(nameless)).toEqual(['bpmn/boundaries Also', 'bpmn/signals Closed', 'bpmn/signals Also'])
    const twice = process(
      'Process_1',
      startEvent('Start'),
      user('Hearing'),
      boundary('One', 'Hearing', signal('closed')),
      boundary('Two', 'Hearing', signal('closed')),
      endEvent('End'),
      'Start -> Hearing -> End',
      'One -> End',
      'Two -> End',
    )
    expect(await refused(twice)).toEqual(['bpmn/boundaries Two'])
  })
})

describe('Signal event subprocess', () => {
  const guarded = (make = (step: ReturnType<typeof start>) => step) =>
    line(
      sub(
        'Case',
        {},
        startEvent('In'),
        user('Work'),
        endEvent('Out'),
        eventSub(
          'Alarm',
          make(start('Rings', signal('alarm'))),
          user('Evacuate'),
          endEvent('Safe'),
          'Rings -> Evacuate -> Safe',
        ),
        'In -> Work -> Out',
      ),
    )

  test(
    'takes over its scope, and what the signal brings goes where results go',
    inOffice(async (office) => {
      const it = await office.run(guarded())
      await office.signal('alarm', { floor: 2 })
      await it.read()
      expect(it.waits).toEqual(['task Evacuate'])
      expect(it.variables).toEqual({ floor: 2 })
      expect(await office.signal('alarm')).toBe(0)
      await it.read()
      await it.task('Evacuate')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'beside its scope runs once for each signal, and the scope ends when all are done',
    inOffice(async (office) => {
      const it = await office.run(guarded(beside))
      await office.signal('alarm', { floor: 1 })
      await office.signal('alarm', { floor: 2 })
      await it.read()
      expect(it.waits.toSorted()).toEqual(['signal Alarm', 'task Evacuate', 'task Evacuate', 'task Work'])
      await it.task('Work')
      await it.task('Evacuate')
      expect(it.status).toBe('active')
      await it.task('Evacuate')
      expect(it.status).toBe('completed')
    }),
  )

  test('without a name is refused', async () => {
    const drawing = (make = (step: ReturnType<typeof start>) => step) =>
      line(
        sub(
          'Case',
          {},
          startEvent('In'),
          endEvent('Out'),
          eventSub('Alarm', make(start('Rings', signal(''))), endEvent('Safe'), 'Rings -> Safe'),
          'In -> Out',
        ),
      )
    expect(await refused(drawing())).toEqual(['bpmn/signals Rings'])
    expect(await refused(drawing(beside))).toEqual(['bpmn/signals Rings'])
  })
})

describe('several places of one application', () => {
  test(
    'are all reached by one signal, in the order in which they were opened, with all that follows',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        parallel('Fork'),
        caught('One', signal('go')),
        caught('Two', signal('go')),
        script('After_One', '=trace + "1"', 'trace'),
        script('After_Two', '=trace + "2"', 'trace'),
        end('End_One'),
        end('End_Two'),
        'Start -> Fork -> One -> After_One -> End_One',
        'Fork -> Two -> After_Two -> End_Two',
      )
      const it = await office.run(drawing, { trace: '' })
      await office.signal('go')
      await it.read()
      expect(it.variables).toEqual({ trace: '12' })
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'that are ended by the first of them are not reached',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub(
          'Part',
          {},
          startEvent('In'),
          caught('Inner', signal('go')),
          thrown('Never'),
          endEvent('Out'),
          'In -> Inner -> Never -> Out',
        ),
        boundary('Stop', 'Part', signal('go')),
        endEvent('End'),
        'Start -> Part -> End',
        'Stop -> End',
      )
      const it = await office.run(drawing)
      await office.signal('go')
      await it.read()
      expect(it.status).toBe('completed')
      expect(it.entered('Never')).toBe(0)
    }),
  )
})
