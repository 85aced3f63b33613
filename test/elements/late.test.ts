/** Things that come too late, twice, or at the same moment: the first counts, the others are told so and change nothing. */
import { expect, test } from 'vitest'
import { globalId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { STAFF } from './staff.ts'
import {
  after,
  beside,
  boundary,
  call,
  caught,
  error,
  eventBased,
  eventSub,
  message,
  parallel,
  receive,
  script,
  service,
  start,
  sub,
  user,
} from './steps.ts'

test(
  'a worker that answers after the deadline took its job is told so',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      service('Ask'),
      boundary('Late', 'Ask', after('PT1H')),
      user('Handle'),
      'Start -> Ask',
      'Late -> Handle',
    )
    const it = await office.run(drawing)
    const job = await it.work('Ask')
    await office.advance('PT1H')
    const done = await office.engine.completeJob(STAFF, globalId(job.instance, job.id), { found: true })
    expect(isProblem(done) && done.code).toBe('job.closed')
    await it.read()
    expect(it.waits).toEqual(['task Handle'])
    expect(it.variables).toEqual({})
  }),
)

test(
  'a task completed twice counts once',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review'), user('After')))
    const task = await it.desk('Review')
    const id = globalId(task.instance, task.id)
    const both = await Promise.all([
      office.engine.completeTask(STAFF, id, { n: 1 }),
      office.engine.completeTask(STAFF, id, { n: 2 }),
    ])
    expect(both.filter(isProblem).map((problem) => problem.code)).toEqual(['task.closed'])
    await it.read()
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'two branches that reach a join in the same moment pass it once',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      user('A'),
      user('B'),
      parallel('Join'),
      user('After'),
      'Start -> Fork -> A -> Join -> After',
      'Fork -> B -> Join',
    )
    const it = await office.run(drawing)
    const [a, b] = [await it.desk('A'), await it.desk('B')]
    await Promise.all([
      office.engine.completeTask(STAFF, globalId(a.instance, a.id), { a: 1 }),
      office.engine.completeTask(STAFF, globalId(b.instance, b.id), { b: 2 }),
    ])
    await it.read()
    expect(it.waits).toEqual(['task After'])
    expect(it.variables).toEqual({ a: 1, b: 2 })
  }),
)

test(
  'of messages and a timer in the same moment one decides the way',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      eventBased('First'),
      caught('Paid', message('payment', '=reference')),
      caught('Late', after('PT1H')),
      endEvent('End'),
      'Start -> First -> Paid -> End',
      'First -> Late -> End',
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    office.clock.set(office.clock.now() + 3_600_000)
    await Promise.all([
      office.engine.publishMessage(STAFF, {
        agency: STAFF.agency,
        name: 'payment',
        correlationKey: 'r-1',
        variables: {},
      }),
      office.settle(),
    ])
    await office.settle()
    await it.read()
    expect(it.status).toBe('completed')
    expect(it.entered('Paid') + it.entered('Late')).toBe(1)
  }),
)

test(
  'an incident mended twice goes on once',
  inOffice(async (office) => {
    const it = await office.run(line(script('Fee', '=amount', 'fee'), user('After')))
    const incident = await it.incident('Fee')
    await it.set({ amount: 5 })
    const id = globalId(it.id, incident.id)
    const both = await Promise.all([office.engine.resolveIncident(STAFF, id), office.engine.resolveIncident(STAFF, id)])
    expect(both.filter(isProblem).map((problem) => problem.code)).toEqual(['incident.closed'])
    await it.read()
    expect(it.waits).toEqual(['task After'])
  }),
)

test(
  'a variable set while a step stands still is what it sees when it is tried again, also in its own scope',
  inOffice(async (office) => {
    const inner = sub(
      'Part',
      { inputs: { amount: '=null' } },
      startEvent('In'),
      script('Fee', '=amount * 2', 'fee'),
      'In -> Fee',
    )
    const it = await office.run(line(inner))
    await it.set({ amount: 5 })
    await it.mend('Fee')
    expect(it.trouble).toEqual(['expression Fee'])
    await it.set({ amount: 6 }, it.live('Part')[0])
    await it.mend('Fee')
    expect(it.variables).toEqual({ amount: 5, fee: 12 })
  }),
)

test(
  'an event subprocess of the process takes over from whatever is called, and from what stands still',
  inOffice(async (office) => {
    const helper = process(
      'Helper',
      startEvent('Begin'),
      user('Deep'),
      service('Ask', { retries: '1' }),
      'Begin -> Deep',
      'Begin -> Ask',
    )
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      call('Call', 'Helper'),
      endEvent('End'),
      'Start -> Call -> End',
      eventSub('Stop', start('Withdrawn', message('withdrawal', '=reference')), user('Close'), 'Withdrawn -> Close'),
    )
    const it = await office.run(pack([drawing, helper]), { reference: 'r-1' })
    await it.fail('Ask')
    expect(it.trouble).toEqual(['job Ask'])
    await office.message('withdrawal', { key: 'r-1' })
    await it.read()
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task Close'])
    expect(it.terminated.toSorted()).toEqual(['Ask', 'Call', 'Deep', 'Helper'])
  }),
)

test(
  'an error caught on the edge of a job whose attempts are used up ends its incident',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      service('Ask', { retries: '1' }),
      boundary('Unknown', 'Ask', error('NOT_FOUND')),
      user('Handle'),
      'Start -> Ask',
      'Unknown -> Handle',
    )
    const it = await office.run(drawing)
    const job = await it.work('Ask')
    await it.fail('Ask')
    const thrown = { code: 'NOT_FOUND', message: 'nobody' }
    await office.engine.throwJobError(STAFF, globalId(job.instance, job.id), thrown)
    await office.settle()
    await it.read()
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task Handle'])
  }),
)

test(
  'a path beside its host goes on after the host is done, and the application waits for it',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Review'),
      beside(boundary('Late', 'Review', after('PT1H'))),
      user('Remind'),
      endEvent('End'),
      'Start -> Review -> End',
      'Late -> Remind -> End',
    )
    const it = await office.run(drawing)
    await office.advance('PT1H')
    await it.read()
    await it.task('Review')
    expect(it.status).toBe('active')
    await it.task('Remind')
    expect(it.status).toBe('completed')
  }),
)

test(
  'a message for an application that is over reaches nobody, and the next application may still take it',
  inOffice(async (office) => {
    await office.deploy(pack([line(receive('Wait', 'deposit', '=reference'))]))
    const first = await office.start({ reference: 'r-1' })
    await first.cancel()
    await office.message('deposit', { key: 'r-1' })
    const second = await office.start({ reference: 'r-1' })
    expect(second.status).toBe('completed')
  }),
)
