import { expect, test } from 'vitest'
import { isProblem } from '../../engine/core/problem.ts'
import { globalId } from '../../engine/core/ids.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice } from '../elements/office.ts'
import { STAFF } from '../elements/staff.ts'
import { after, boundary, caught, condition, message, service, signal, user } from '../elements/steps.ts'

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
    await office.advance('PT2H')
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

test(
  'no worker is handed a job of it, and one at work when it was suspended gets the job again afterwards',
  inOffice(async (office) => {
    const it = await office.run(line(service('Ask')))
    const { engine } = office
    const request = { types: ['Ask'], worker: 'w', limit: 10, leaseTime: 60_000 }
    const leased = await engine.activateJobs(STAFF, request)
    if (isProblem(leased)) throw new Error(leased.detail)
    const [job] = leased
    if (!job) throw new Error('Expected a job')
    await it.suspend()
    const late = await office.engine.completeJob(STAFF, globalId(it.id, job.id), { found: true }, job.token)
    expect(late).toMatchObject({ kind: 'conflict', code: 'instance.suspended' })
    expect(await office.engine.activateJobs(STAFF, request)).toEqual([])
    await office.advance('P1D')
    expect(await office.engine.activateJobs(STAFF, request)).toEqual([])
    await it.resume()
    expect((await it.job('Ask', { found: true })).status).toBe('completed')
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
