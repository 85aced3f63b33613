import { expect, test } from 'vitest'
import { isProblem } from '../../engine/core/problem.ts'
import { globalId } from '../../engine/core/ids.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice } from '../elements/office.ts'
import { STAFF } from '../elements/staff.ts'
import { after, boundary, caught, message, service, user } from '../elements/steps.ts'

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
