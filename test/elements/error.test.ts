import { describe, expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  adHoc,
  beside,
  boundary,
  call,
  compensation,
  end,
  error,
  eventSub,
  exclusive,
  message,
  parallel,
  ruleByWorker,
  scriptByWorker,
  sendByWorker,
  service,
  start,
  sub,
  terminate,
  thrown,
  transaction,
  undoing,
  user,
} from './steps.ts'

/** A host with an error event on its edge; whoever catches goes to See. */
const hosted = (host: Step, code?: string) =>
  process(
    'Process_1',
    startEvent('Start'),
    host,
    boundary('Edge', host.id, error(code), { properties: { 'masar:errorCodeVariable': 'code' } }),
    user('See'),
    user('After'),
    `Start -> ${host.id} -> After`,
    'Edge -> See',
  )
const inner = [startEvent('In'), service('Ask'), 'In -> Ask'] as const

describe('Error boundary event', () => {
  test.each<readonly [string, Step]>([
    ['service task', service('Ask')],
    ['send task', sendByWorker('Ask')],
    ['script task', scriptByWorker('Ask')],
    ['business rule task', ruleByWorker('Ask')],
    ['subprocess', sub('Host', {}, ...inner)],
    ['transaction', transaction('Host', {}, ...inner)],
    ['ad-hoc subprocess', adHoc('Host', { active: '=["Ask"]' }, service('Ask'))],
    ['multi-instance task', service('Ask', { loop: { over: '=[1, 2]' } })],
    [
      'multi-instance subprocess, one after the other',
      sub('Host', { loop: { over: '=[1, 2]', sequential: true } }, ...inner),
    ],
  ])(
    'catches what a worker reports at a %s, and ends it',
    inOffice(async (office, _, host: Step) => {
      const it = await office.run(hosted(host, 'NOT_FOUND'))
      await it.error('Ask', 'NOT_FOUND', { hint: 1 })
      expect(it.waits).toEqual(['task See'])
      expect(it.variables).toEqual({ hint: 1, code: 'NOT_FOUND' })
      await it.task('See')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'catches out of a called process, and of what that calls',
    inOffice(async (office) => {
      const far = process(
        'far',
        startEvent('F_start'),
        user('F_ask'),
        end('F_no', error('NO')),
        'F_start -> F_ask -> F_no',
      )
      const near = process('near', startEvent('N_start'), call('N_call', 'far'), 'N_start -> N_call')
      const it = await office.run(pack([hosted(call('Call', 'near')), near, far]))
      await it.task('F_ask')
      expect(it.waits).toEqual(['task See'])
      expect(it.variables).toEqual({ code: 'NO' })
    }),
  )

  test('is refused where it would not interrupt, twice for one code, and off an activity', async () => {
    const drawing = hosted(service('Ask'))
    const edges = drawing.steps.map((step) => (step.id === 'Edge' ? beside(step) : step))
    expect(await refused({ ...drawing, steps: edges })).toEqual(['bpmn/boundaries Edge'])
    const twice = process(
      'Process_1',
      startEvent('Start'),
      service('Ask'),
      boundary('One', 'Ask', error('A')),
      boundary('Two', 'Ask', error('A')),
      endEvent('End'),
      'Start -> Ask -> End',
      'One -> End',
      'Two -> End',
    )
    expect(await refused(twice)).toEqual(['bpmn/boundaries Two'])
    expect(await refused(hosted(exclusive('Gate')))).toContain('bpmn/boundaries Edge')
  })
})

describe('Error end event', () => {
  test(
    'takes along what its inputs say, and nothing else of what is known inside',
    inOffice(async (office) => {
      const host = sub(
        'Host',
        { inputs: { secret: '=1' } },
        startEvent('In'),
        user('Ask'),
        end('No', error('NO'), { inputs: { reason: '="too late"' } }),
        'In -> Ask -> No',
      )
      const it = await office.run(hosted(host))
      await it.task('Ask')
      expect(it.variables).toEqual({ reason: 'too late', code: 'NO' })
    }),
  )

  test('is refused without a code', async () => {
    expect(await refused(hosted(sub('Host', {}, startEvent('In'), end('No', error()), 'In -> No')))).toEqual([
      'bpmn/errors No',
    ])
  })
})

describe('Error event subprocess', () => {
  const watch = (...more: readonly (Step | string)[]) =>
    eventSub('Watch', start('W_start', error()), user('W_see'), 'W_start -> W_see', ...more)

  test(
    'in a called process catches before the edge of the call does, and the caller goes on',
    inOffice(async (office) => {
      const called = process('called', startEvent('C_start'), service('Ask'), 'C_start -> Ask', watch())
      const it = await office.run(pack([hosted(call('Call', 'called')), called]))
      await it.error('Ask', 'NO')
      expect(it.waits).toEqual(['task W_see'])
      await it.task('W_see')
      expect(it.waits).toEqual(['task After'])
    }),
  )

  test(
    'hands on what it throws itself to the edge of its scope',
    inOffice(async (office) => {
      const host = sub('Host', {}, ...inner, watch(end('W_no', error('WORSE')), 'W_see -> W_no'))
      const it = await office.run(hosted(host, 'WORSE'))
      await it.error('Ask', 'NO')
      await it.task('W_see')
      expect(it.waits).toEqual(['task See'])
      expect(it.entered('Watch')).toBe(1)
    }),
  )

  test(
    'of a multi-instance subprocess catches for its item alone',
    inOffice(async (office) => {
      const host = sub('Host', { loop: { over: '=[1, 2]' } }, ...inner, watch())
      const it = await office.run(hosted(host))
      await it.error('Ask', 'NO')
      expect(it.waits.toSorted()).toEqual(['job Ask', 'task W_see'])
      await it.job('Ask')
      await it.task('W_see')
      expect(it.waits).toEqual(['task After'])
    }),
  )

  test('is refused where it would not interrupt', async () => {
    const opening = beside(start('W_start', error()))
    const handler = eventSub('Watch', opening, user('W_see'), 'W_start -> W_see')
    expect(await refused(hosted(sub('Host', {}, ...inner, handler)))).toEqual(['bpmn/start-events W_start'])
  })
})

describe('Terminate end event', () => {
  const stopped = (...parts: readonly (Step | string)[]) =>
    sub(
      'Host',
      {},
      startEvent('In'),
      parallel('Fork'),
      user('Stop_it'),
      end('Stop', terminate),
      ...parts,
      'In -> Fork -> Stop_it -> Stop',
    )

  test(
    'ends called processes and listening event subprocesses of its scope with it',
    inOffice(async (office) => {
      const called = process('called', startEvent('C_start'), user('C_task'), 'C_start -> C_task')
      const handler = eventSub(
        'Listen',
        beside(start('L_start', message('news', '="k"'))),
        user('L_task'),
        'L_start -> L_task',
      )
      const host = stopped(call('Call', 'called'), 'Fork -> Call', handler)
      const it = await office.run(pack([hosted(host), called]))
      await office.message('news', { key: 'k' })
      await it.read()
      expect(it.waits.toSorted()).toEqual(['message Listen', 'task C_task', 'task L_task', 'task Stop_it'])
      await it.task('Stop_it')
      expect(it.waits).toEqual(['task After'])
    }),
  )

  test(
    'in an event subprocess ends that, and what it has interrupted is over',
    inOffice(async (office) => {
      const handler = eventSub(
        'Watch',
        start('W_start', error()),
        user('W_see'),
        end('W_stop', terminate),
        'W_start -> W_see -> W_stop',
      )
      const it = await office.run(hosted(sub('Host', {}, ...inner, handler)))
      await it.error('Ask', 'NO')
      await it.task('W_see')
      expect(it.waits).toEqual(['task After'])
    }),
  )

  test(
    'ends an undoing that is under way in its scope, and undoes nothing itself',
    inOffice(async (office) => {
      const host = stopped(
        service('Charge'),
        boundary('Undo', 'Charge', compensation()),
        undoing(service('Refund')),
        'Undo ..> Refund',
        thrown('Back', compensation()),
        'Fork -> Charge -> Back',
      )
      const it = await office.run(hosted(host))
      await it.job('Charge')
      expect(it.waits.toSorted()).toEqual(['job Refund', 'task Stop_it'])
      await it.task('Stop_it')
      expect(it.waits).toEqual(['task After'])
      expect(it.terminated.toSorted()).toEqual(['Back', 'Charge', 'Refund'])
    }),
  )

  test('is refused with a path that goes on', async () => {
    expect(await refused(hosted(stopped(user('More'), 'Stop -> More')))).toEqual(['bpmn/connections Stop'])
  })
})
