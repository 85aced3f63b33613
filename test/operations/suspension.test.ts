import { expect, test, vi } from 'vitest'
import { wakeup } from '../../engine/core/wakeup.ts'
import { createEngine } from '../../engine/engine.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { globalId } from '../../engine/core/ids.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice, Office } from '../elements/office.ts'
import { pack } from '../elements/pack.ts'
import { STAFF } from '../elements/staff.ts'
import {
  after,
  boundary,
  caught,
  condition,
  error,
  exclusive,
  message,
  parallel,
  service,
  signal,
  sub,
  user,
} from '../elements/steps.ts'

const reviewed = process(
  'Process_1',
  startEvent('Start'),
  user('Review'),
  boundary('Late', 'Review', after('P3D')),
  user('Remind'),
  endEvent('End'),
  'Start -> Review -> End',
  'Late -> Remind -> End',
)

test(
  'a suspended application keeps its task, which nobody can complete, and goes on when it is resumed',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')))
    await it.suspend('a complaint is looked into')
    expect(it.status).toBe('suspended')
    expect(it.waits).toEqual(['task Review'])
    const refused = await it.tryTask('Review', { ok: true })
    expect(refused).toMatchObject({ kind: 'conflict', code: 'instance.suspended' })
    expect(refused?.detail).toContain('a complaint is looked into')
    await it.resume()
    expect(it.status).toBe('active')
    expect((await it.task('Review', { ok: true })).status).toBe('completed')
  }),
)

test(
  'a deadline that passes meanwhile takes effect on resuming, once',
  inOffice(async (office) => {
    const it = await office.run(reviewed)
    await it.suspend()
    await office.advance('P5D')
    expect((await it.read()).waits).toEqual(['task Review', 'timer Late'])
    await it.resume()
    expect(it.waits).toEqual(['task Remind'])
    expect(it.entered('Late')).toBe(1)
  }),
)

test(
  'a message that comes meanwhile is kept and taken on resuming',
  inOffice(async (office) => {
    const it = await office.run(line(caught('Paid', message('paid', '="A-1"')), user('Next')))
    await it.suspend()
    await office.message('paid', { key: 'A-1', variables: { amount: 25 }, timeToLive: 86_400_000 })
    expect((await it.read()).waits).toEqual(['message Paid'])
    await it.resume()
    expect(it.waits).toEqual(['task Next'])
    expect(it.variables).toEqual({ amount: 25 })
  }),
)

test(
  'a message does not run out while it waits for one that is suspended, however short its time, nor is it forgotten',
  inOffice(async (office) => {
    const it = await office.run(
      line(caught('First', message('paid', '="A-1"')), caught('Second', message('paid', '="A-1"')), user('Next')),
    )
    await it.suspend()
    await office.message('paid', { key: 'A-1', variables: { first: 1 }, timeToLive: 0 })
    await office.advance('PT1S')
    await office.message('paid', { key: 'A-1', variables: { second: 2 }, timeToLive: 60_000 })
    await office.advance('P40D')
    const { messages } = office.engine.deps.store
    expect(await messages.forget(office.clock.now())).toBe(0)
    await it.resume()
    expect([it.waits, it.variables]).toEqual([['task Next'], { first: 1, second: 2 }])
    await office.advance('P3D')
    expect(await messages.forget(office.clock.now())).toBe(2)
  }),
)

test(
  'a message that had run out before it was suspended is not taken afterwards',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review'), caught('Paid', message('paid', '="A-1"')), user('Next')))
    await office.message('paid', { key: 'A-1', timeToLive: 1_000 })
    await office.advance('PT1M')
    await it.task('Review', {})
    await it.suspend()
    await office.advance('P1D')
    await it.resume()
    expect(it.waits).toEqual(['message Paid'])
  }),
)

test(
  'while one is suspended, another application takes a message they both wait for, and it is taken once',
  inOffice(async (office) => {
    const drawing = line(caught('Paid', message('paid', '="A-1"')), user('Next'))
    const held = await office.run(drawing)
    const other = await office.start()
    await held.suspend()
    await office.message('paid', { key: 'A-1', timeToLive: 0 })
    expect((await other.read()).waits).toEqual(['task Next'])
    expect((await held.resume()).waits).toEqual(['message Paid'])
  }),
)

test(
  'a signal thrown meanwhile is tried no more until it is resumed, and then taken',
  inOffice(async (office) => {
    const it = await office.run(line(caught('Told', signal('holiday')), user('Next')))
    await it.suspend()
    await office.signal('holiday', { days: 2 })
    const { signals } = office.engine.deps.store
    expect(await signals.next()).toBeUndefined()
    await office.advance('P10D')
    await it.resume()
    await office.settle()
    expect([(await it.read()).waits, it.variables]).toEqual([['task Next'], { days: 2 }])
    expect(await signals.next()).toBeUndefined()
  }),
)

test(
  'what becomes true meanwhile goes on when it is resumed, to times, messages and jobs that are found then',
  inOffice(async (office) => {
    const it = await office.run(
      line(
        caught('Allowed', condition('=ok')),
        caught('Rested', after('P1D')),
        caught('Paid', message('paid', '="A-1"')),
        service('Ask'),
      ),
      { ok: false },
    )
    await it.suspend()
    await it.set({ ok: true })
    expect(it.waits).toEqual(['condition Allowed'])
    await it.resume()
    expect(it.waits).toEqual(['timer Rested'])
    await it.suspend()
    await office.advance('P2D')
    await office.message('paid', { key: 'A-1' })
    await it.resume()
    expect(it.waits).toEqual(['job Ask'])
    expect((await it.job('Ask', {})).status).toBe('completed')
  }),
)

const both = process(
  'Process_1',
  startEvent('Start'),
  sub(
    'Both',
    {},
    startEvent('In'),
    parallel('Fork'),
    service('Ask'),
    service('Tell'),
    user('Sum'),
    'In -> Fork',
    'Fork -> Ask',
    'Fork -> Tell -> Sum',
  ),
  boundary('Unknown', 'Both', error('UNKNOWN')),
  user('Mend'),
  endEvent('End'),
  'Start -> Both -> End',
  'Unknown -> Mend -> End',
)

const ALL = { types: ['Ask', 'Tell'], worker: 'w', limit: 10, leaseTime: 60_000 }

async function leased(office: Office): Promise<Readonly<Record<string, readonly [id: string, token: number]>>> {
  const jobs = await office.engine.activateJobs(STAFF, ALL)
  if (isProblem(jobs)) throw new Error(jobs.detail)
  return Object.fromEntries(jobs.map((job) => [job.element, [globalId(job.instance, job.id), job.token]]))
}

test(
  'no worker is handed a job of it; what one at work reports is kept, taken on resuming, and never asked for again',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask'), user('Review')))
    const { engine } = office
    const [job = '', token = 0] = (await leased(office))['Ask'] ?? []
    await it.suspend()
    expect(await engine.completeJob(STAFF, job, { found: true }, token)).toMatchObject({
      state: { status: 'suspended' },
    })
    expect(await engine.completeJob(STAFF, job, { found: false }, token)).toMatchObject({ code: 'job.closed' })
    expect(await engine.completeJob(STAFF, job, { found: false })).toMatchObject({ code: 'job.closed' })
    expect((await it.read()).waits).toEqual(['job Ask'])
    await office.advance('P1D')
    expect(await leased(office)).toEqual({})
    await it.resume()
    expect([it.waits, it.variables]).toEqual([['task Review'], { found: true }])
    expect(await leased(office)).toEqual({})
  }),
)

test(
  'a job nobody answered while it was suspended is handed out again afterwards',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask')))
    await leased(office)
    await it.suspend()
    await office.advance('P1D')
    await it.resume()
    expect((await it.job('Ask', { found: true })).status).toBe('completed')
  }),
)

test(
  'failures and errors that workers report meanwhile take effect on resuming, in the order they came',
  inOffice(async (office) => {
    const it = await office.run(both)
    const { engine } = office
    const jobs = await leased(office)
    const [ask = '', askToken = 0] = jobs['Ask'] ?? []
    const [tell = '', tellToken = 0] = jobs['Tell'] ?? []
    await it.suspend()
    await engine.failJob(STAFF, tell, { reason: 'no answer', retries: 0 }, tellToken)
    await it.resume()
    expect([it.waits, it.trouble]).toEqual([['job Ask', 'job Tell'], ['job Tell']])
    await it.mend('Tell')
    await it.suspend()
    const again = (await leased(office))['Tell']
    expect(again).toBeUndefined()
    const thrown = { code: 'UNKNOWN', message: 'nobody of this number', variables: {} }
    expect(await engine.throwJobError(STAFF, ask, thrown, askToken)).toMatchObject({ state: { status: 'suspended' } })
    await it.resume()
    expect(it.waits).toEqual(['task Mend'])
    expect(tellToken).toBe(1)
  }),
)

test.each([[['Ask', 'Tell']], [['Tell', 'Ask']]])(
  'an answer is dropped where another calls off what it was for: %s',
  (order) =>
    inOffice(async (office) => {
      const it = await office.run(both)
      const jobs = await leased(office)
      await it.suspend()
      for (const name of order) {
        const [id = '', token = 0] = jobs[name] ?? []
        const unknown = { code: 'UNKNOWN', message: 'nobody of this number', variables: {} }
        const kept = await (name === 'Ask'
          ? office.engine.throwJobError(STAFF, id, unknown, token)
          : office.engine.completeJob(STAFF, id, { told: true }, token))
        expect(kept).toMatchObject({ state: { status: 'suspended' } })
      }
      await it.resume()
      expect(it.waits).toEqual(['task Mend'])
    })(),
)

const racing = process(
  'Process_1',
  startEvent('Start'),
  parallel('Fork'),
  service('Ask'),
  exclusive('Gate'),
  service('Tell'),
  user('Yes'),
  user('No'),
  user('Other'),
  'Start -> Fork',
  'Fork -> Ask -> Gate',
  'Gate -> Yes if =v = 0',
  'Gate -> No by default',
  'Fork -> Tell -> Other',
)

test(
  'what follows from one answer is there before the next is taken',
  inOffice(async (office) => {
    const it = await office.run(racing, { v: 9 })
    const jobs = await leased(office)
    await it.suspend()
    for (const [name, v] of [
      ['Ask', 0],
      ['Tell', 1],
    ] as const) {
      const [id = '', token = 0] = jobs[name] ?? []
      await office.engine.completeJob(STAFF, id, { v }, token)
    }
    await it.resume()
    expect([it.waits.toSorted(), it.variables]).toEqual([['task Other', 'task Yes'], { v: 1 }])
  }),
)

test(
  'answers that are left when the server stops are taken by the next',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask'), user('Review')))
    const [job = '', token = 0] = (await leased(office))['Ask'] ?? []
    await it.suspend()
    await office.engine.completeJob(STAFF, job, { found: true }, token)
    const { store, definitions } = office.engine.deps
    const apart = createEngine({ ...office.engine.deps, store, definitions, wakeup: wakeup() })
    await apart.resumeInstance(STAFF, it.id, 'nobody hears of it')
    office.clock.set(office.clock.now() + 3 * 3_600_000)
    expect(await leased(office)).toEqual({})
    await office.settle()
    expect([(await it.read()).waits, it.variables]).toEqual([['task Review'], { found: true }])
  }),
)

test(
  'an answer is for the job it was given to, also where the application goes over to a version that asks otherwise',
  inOffice(async (office) => {
    const asks = (type: string) => line(service('Ask', { type }), user('Review'))
    await office.deploy(pack([asks('Ask')]))
    const it = await office.start()
    await office.deploy(pack([asks('Tell')], { version: '2.0.0' }))
    const [job = '', token = 0] = (await leased(office))['Ask'] ?? []
    await it.suspend()
    await office.engine.completeJob(STAFF, job, { found: true }, token)
    const migrated = await office.engine.migrateInstance(STAFF, it.id, { to: '2.0.0' })
    if (isProblem(migrated)) throw new Error(migrated.detail)
    expect((await office.engine.deps.store.jobs.list({ instance: it.id, limit: 9 })).map(({ type }) => type)).toEqual([
      'Ask',
    ])
    await it.resume()
    expect([it.waits, it.variables]).toEqual([['task Review'], { found: true }])
  }),
)

test('answers that are kept find room together or are refused', async () => {
  const office = new Office()
  const { limits } = office.engine.deps
  const it = await office.run(line(service('Ask', { loop: { over: '=[1, 2, 3]', item: 'n' } }), user('Review')))
  const jobs = await office.engine.activateJobs(STAFF, ALL)
  if (isProblem(jobs)) throw new Error(jobs.detail)
  await it.suspend()
  const large = { text: 'x'.repeat(0.45 * limits.variables) }
  const codes: string[] = []
  for (const { instance, id, token } of jobs) {
    const done = await office.engine.completeJob(STAFF, globalId(instance, id), large, token)
    codes.push(isProblem(done) ? done.code : 'kept')
  }
  expect(codes).toEqual(['kept', 'kept', 'variables.too-large'])
})

test(
  'a message for the step after the next is kept as well',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask'), caught('Reply', message('reply', '="A-1"')), user('Next')))
    const [job = '', token = 0] = (await leased(office))['Ask'] ?? []
    await it.suspend()
    await office.engine.completeJob(STAFF, job, {}, token)
    await office.message('reply', { key: 'A-1', timeToLive: 3_600_000 })
    await office.advance('P30D')
    await it.resume()
    expect(it.waits).toEqual(['task Next'])
  }),
)

test(
  'for others a message runs out in its time, however long one that waits for it is suspended',
  inOffice(async (office) => {
    const one = line(caught('Paid', message('paid', '="A-1"')), user('Next'))
    const late = line(user('Before'), caught('Paid', message('paid', '="A-1"')), user('Next'))
    await office.deploy(pack([one]), pack([late], { id: 'moj.late' }))
    const [held, other] = [await office.start(), await office.start({}, 'moj.late')]
    await held.suspend()
    await office.message('paid', { key: 'A-1', timeToLive: 60_000 })
    await office.advance('P1D')
    await other.task('Before')
    expect(other.waits).toEqual(['message Paid'])
    expect((await held.resume()).waits).toEqual(['task Next'])
  }),
)

test(
  'a message that was on its way when the application was suspended is kept',
  inOffice(async (office) => {
    const it = await office.run(line(caught('Paid', message('paid', '="A-1"')), user('Next')))
    const { messages } = office.engine.deps.store
    const find = messages.subscribers.bind(messages)
    const spy = vi.spyOn(messages, 'subscribers').mockImplementation(async (...asked) => {
      const found = await find(...asked)
      office.clock.set(office.clock.now() + 1)
      await office.engine.suspendInstance(STAFF, it.id, 'just now')
      return found
    })
    await office.message('paid', { key: 'A-1', timeToLive: 0 })
    spy.mockRestore()
    await office.advance('PT1H')
    expect((await it.read()).status).toBe('suspended')
    expect((await it.resume()).waits).toEqual(['task Next'])
  }),
)

test(
  'nothing is left of the signals to a suspended application that is cancelled',
  inOffice(async (office) => {
    const it = await office.run(line(caught('Told', signal('holiday')), user('Next')))
    await it.suspend()
    await office.signal('holiday', {})
    await it.cancel()
    await office.settle()
    expect(await office.engine.deps.store.signals.due(253_402_300_799_000, 100)).toEqual([])
  }),
)

test(
  'an answer to a job that is called off by hand while it is suspended is dropped with it',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask'), user('Review')))
    const [job = '', token = 0] = (await leased(office))['Ask'] ?? []
    await it.suspend()
    await office.engine.completeJob(STAFF, job, { found: true }, token)
    await it.modify({ kind: 'move', id: it.at('Ask'), to: 'Review' })
    await it.resume()
    expect([it.waits, it.variables]).toEqual([['task Review'], {}])
  }),
)

test(
  'a suspended application can be cancelled, and nothing of it is left',
  inOffice(async (office) => {
    const it = await office.run(reviewed)
    await it.suspend()
    await it.cancel()
    expect([it.status, it.waits]).toEqual(['terminated', []])
  }),
)

test(
  'suspending twice and resuming what runs are refused and change nothing',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')))
    expect(await office.engine.resumeInstance(STAFF, it.id, 'why')).toMatchObject({ code: 'instance.not-suspended' })
    await it.suspend()
    const records = (await it.read()).events.length
    expect(await office.engine.suspendInstance(STAFF, it.id, 'again')).toMatchObject({ code: 'instance.suspended' })
    expect((await it.read()).events.length).toBe(records)
  }),
)

test(
  'variables can be corrected while it is suspended',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')), { amount: 1 })
    await it.suspend()
    await it.set({ amount: 2 })
    expect([it.status, it.variables]).toEqual(['suspended', { amount: 2 }])
  }),
)

test(
  'lists and counts tell suspended applications apart',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')))
    await office.start()
    await it.suspend()
    const { instances } = office.engine.deps.store
    expect(await instances.count()).toMatchObject({ active: 1, suspended: 1 })
    const held = await office.engine.listInstances(STAFF, { status: 'suspended', limit: 10 })
    expect(held.items.map(({ id, endedAt }) => ({ id, endedAt }))).toEqual([{ id: it.id, endedAt: undefined }])
    await it.resume()
    expect(await instances.count()).toMatchObject({ active: 2, suspended: 0 })
  }),
)
