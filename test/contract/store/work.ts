/** Jobs and timers: what is due, who holds it, and who comes too late. */
import { describe, expect, it } from 'vitest'
import { globalId } from '../../../engine/core/ids.ts'
import type { JobRow, LeaseRequest } from '../../../engine/core/job.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import {
  alone,
  AT,
  committed,
  hold,
  instance,
  local,
  MOH,
  MOJ,
  openJob,
  PROGRAM,
  reference,
  release,
  start,
  step,
} from './given.ts'

const TYPE = 'masar:databus'
const reschedule = (n: number, retries: number, due: number): Change => ({
  kind: 'rescheduleJob',
  instance: instance(n),
  id: local(4),
  retries,
  due,
})
const closeJob = (n: number): Change => ({ kind: 'closeJob', instance: instance(n), id: local(4) })
const openTimer = (n: number, id: number, due: number): Change => ({
  kind: 'openTimer',
  instance: instance(n),
  id: local(id),
  due,
})

export function work(store: () => Store): void {
  const lease = (request: Partial<LeaseRequest> = {}): Promise<readonly JobRow[]> =>
    store().jobs.lease({ types: [TYPE], worker: 'one', limit: 10, now: AT, until: AT + 100, ...request })
  const leased = async (request: Partial<LeaseRequest> = {}): Promise<number[]> =>
    (await lease(request)).map((job) => Number(job.instance.slice(4)))

  describe('a job', () => {
    it('is leased with everything its worker needs', async () => {
      await committed(
        store(),
        start(1, { changes: [openJob(1, 4, { headers: { service: 'civil' }, variables: { id: '9' } })] }),
      )
      expect(await lease()).toEqual([
        {
          instance: instance(1),
          id: '4',
          agency: MOJ,
          reference: reference(1),
          program: PROGRAM,
          element: 'Task_Call',
          type: TYPE,
          headers: { service: 'civil' },
          variables: { id: '9' },
          retries: 3,
          failures: 0,
          due: AT,
          leasedUntil: AT + 100,
          worker: 'one',
          token: 1,
          unanswered: true,
        },
      ])
    })

    it('is leased oldest due first, only when it is due, of the asked types and agency', async () => {
      await committed(
        store(),
        start(1, { changes: [openJob(1, 4, {}, AT - 1)] }),
        start(2, { changes: [openJob(2, 4, {}, AT - 5)] }),
        start(3, { changes: [openJob(3, 4, {}, AT + 1)] }),
        start(4, { changes: [openJob(4, 4, { type: 'print' }, AT - 3)] }),
        start(5, { agency: MOH, changes: [openJob(5, 4, {}, AT - 4)] }),
      )
      expect(await leased({ types: ['none'] })).toEqual([])
      expect(await leased({ agency: MOH })).toEqual([5])
      expect(await leased({ types: [TYPE, 'print', TYPE], limit: 2 })).toEqual([2, 4])
      expect(await leased({ types: [TYPE, 'print'] })).toEqual([1])
      expect(await leased({ now: AT + 1 })).toEqual([3])
    })

    it('of a suspended application is in no queue, and due as before once it is released', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }), start(2, { changes: [openJob(2, 4)] }))
      await committed(store(), step(1, 1, { status: 'suspended', restated: true, changes: [hold(1)] }))
      expect(await leased({ now: AT + 100_000 })).toEqual([2])
      await committed(store(), step(1, 2, { restated: true, changes: [release(1)] }))
      expect(await store().instances.count(MOJ)).toMatchObject({ active: 2, suspended: 0 })
      expect(await lease()).toMatchObject([{ instance: instance(1), due: AT, token: 1, failures: 0 }])
    })

    it('that a worker holds when the application is suspended stays with it, is no other’s, and is answered once', async () => {
      const job = { instance: instance(1), id: local(4) }
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      const [held] = await lease()
      const fence = { job: globalId(job.instance, job.id), token: held?.token ?? 0 }
      await committed(store(), step(1, 1, { status: 'suspended', restated: true, changes: [hold(1)] }))
      expect(await store().jobs.extend(job.instance, job.id, fence.token, AT + 900)).toBe(true)
      expect(await leased({ now: AT + 100_000 })).toEqual([])
      expect(await store().jobs.next([TYPE])).toBeUndefined()
      await committed(store(), step(1, 2, { status: 'suspended', fence, changes: [{ kind: 'answerJob', ...job }] }))
      expect(await store().jobs.get(job.instance, job.id)).toMatchObject({ unanswered: false })
      expect(await store().commit(step(1, 3, { status: 'suspended', fence }))).toEqual({ kind: 'fenced' })
      expect(await store().jobs.answered(9)).toEqual([])
      await committed(store(), step(1, 3, { restated: true, changes: [release(1)] }))
      expect(await leased()).toEqual([])
      expect(await store().jobs.answered(9)).toEqual([{ instance: instance(1), agency: MOJ }])
      await committed(store(), step(1, 4, { changes: [{ kind: 'rescheduleJob', ...job, retries: 1, due: AT }] }))
      expect(await store().jobs.answered(9)).toEqual([])
      expect(await leased()).toEqual([1])
    })

    it('put back while its application is suspended is due when it was put off to, not before it is released', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      const [held] = await lease()
      await committed(store(), step(1, 1, { status: 'suspended', restated: true, changes: [hold(1)] }))
      expect(await store().jobs.putBack(instance(1), local(4), held?.token ?? 0, AT + 500)).toBe(true)
      expect(await leased({ now: AT + 1_000 })).toEqual([])
      await committed(store(), step(1, 2, { restated: true, changes: [release(1)] }))
      expect(await leased({ now: AT + 499 })).toEqual([])
      expect(await leased({ now: AT + 500 })).toEqual([1])
    })

    it('is held by one worker until the lease runs out, then is anyone’s under a new token', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      const [first, second] = await Promise.all([lease(), lease({ worker: 'two' })])
      expect([first.length, second.length]).toEqual([1, 0])
      expect(await leased({ worker: 'two', now: AT + 99 })).toEqual([])
      const [again] = await lease({ worker: 'two', now: AT + 100, until: AT + 200 })
      expect(again).toMatchObject({ worker: 'two', token: 2, leasedUntil: AT + 200, failures: 0, retries: 3 })
    })

    it('may be completed only under its newest token', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      await lease()
      await lease({ worker: 'two', now: AT + 100, until: AT + 200 })
      const job = globalId(instance(1), local(4))
      const late = step(1, 1, { fence: { job, token: 1 }, changes: [closeJob(1)] })
      expect(await store().commit(late)).toEqual({ kind: 'fenced' })
      expect((await store().instances.get(instance(1)))?.rev).toBe(1)
      await committed(store(), step(1, 1, { fence: { job, token: 2 }, changes: [closeJob(1)] }))
      expect(await store().jobs.get(instance(1), local(4))).toBeUndefined()
      expect(await store().commit(step(1, 2, { fence: { job, token: 2 } }))).toEqual({ kind: 'fenced' })
    })

    it('may still be completed by a slow worker when nobody else took it', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      await lease()
      const job = globalId(instance(1), local(4))
      const slow = step(1, 1, { at: AT + 5_000, fence: { job, token: 1 }, changes: [closeJob(1)] })
      expect(await store().commit(slow)).toEqual({ kind: 'committed' })
    })

    it('is extended and put back by its holder alone', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      await lease()
      const { jobs } = store()
      expect(await jobs.extend(instance(1), local(4), 2, AT + 500)).toBe(false)
      expect(await jobs.extend(instance(1), local(4), 1, AT + 500)).toBe(true)
      expect(await leased({ worker: 'two', now: AT + 499 })).toEqual([])
      expect(await jobs.putBack(instance(1), local(4), 7, AT)).toBe(false)
      expect(await jobs.putBack(instance(1), local(4), 1, AT + 50)).toBe(true)
      expect(await jobs.putBack(instance(1), local(4), 1, AT + 50)).toBe(false)
      expect(await jobs.extend(instance(1), local(4), 1, AT + 900)).toBe(false)
      const job = await jobs.get(instance(1), local(4))
      expect(job).toMatchObject({ retries: 3, failures: 0, due: AT + 50, token: 1 })
      expect(job).not.toHaveProperty('leasedUntil')
      const fence = { job: globalId(instance(1), local(4)), token: 1 }
      expect(await store().commit(step(1, 1, { fence }))).toEqual({ kind: 'fenced' })
      expect(await leased({ now: AT + 49 })).toEqual([])
      expect(await leased({ now: AT + 50 })).toEqual([1])
    })

    it('is free at once when the only server on the store died with it, and the dead one may not complete it', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      const [held] = await lease()
      const { jobs } = store()
      expect(await jobs.takeBack(['something.else'])).toBe(0)
      expect(await leased({ worker: 'two', now: AT + 1 })).toEqual([])
      expect(await jobs.takeBack([held?.type ?? ''])).toBe(1)
      const fence = { job: globalId(instance(1), local(4)), token: 1 }
      expect(await store().commit(step(1, 1, { fence }))).toEqual({ kind: 'fenced' })
      expect(await leased({ worker: 'two', now: AT + 1 })).toEqual([1])
    })

    it('that failed waits for its next attempt, and without attempts stands still', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      await lease()
      await committed(store(), alone([reschedule(1, 2, AT + 30)]))
      const job = await store().jobs.get(instance(1), local(4))
      expect(job).toMatchObject({ retries: 2, failures: 1, due: AT + 30 })
      expect(job).not.toHaveProperty('worker')
      expect(await leased({ now: AT + 29 })).toEqual([])
      expect(await lease({ now: AT + 30 })).toMatchObject([{ token: 2, failures: 1 }])
      await committed(store(), alone([reschedule(1, 0, AT)]))
      expect(await leased({ now: AT + 1_000 })).toEqual([])
      expect(await store().jobs.next([TYPE])).toBeUndefined()
      await committed(store(), alone([reschedule(1, 1, AT + 40)]))
      expect(await leased({ now: AT + 40 })).toEqual([1])
    })

    it('says when the next one may be leased', async () => {
      expect(await store().jobs.next([TYPE])).toBeUndefined()
      await committed(
        store(),
        start(1, { changes: [openJob(1, 4)] }),
        start(2, { changes: [openJob(2, 4, {}, AT + 300)] }),
      )
      expect(await store().jobs.next(['print', TYPE])).toBe(AT)
      await lease({ until: AT + 100 })
      expect(await store().jobs.next([TYPE])).toBe(AT + 100)
      await store().jobs.extend(instance(1), local(4), 1, AT + 900)
      expect(await store().jobs.next([TYPE])).toBe(AT + 300)
      expect(await store().jobs.next([])).toBeUndefined()
    })

    it('is listed by application, agency and type', async () => {
      await committed(
        store(),
        start(1, { changes: [openJob(1, 4), openJob(1, 5, { type: 'print' }, AT - 1)] }),
        start(2, { agency: MOH, changes: [openJob(2, 4, {}, AT - 2)] }),
      )
      const ids = async (query: object): Promise<string[]> =>
        (await store().jobs.list({ limit: 10, ...query })).map((job) => `${Number(job.instance.slice(4))}:${job.id}`)
      expect(await ids({})).toEqual(['2:4', '1:5', '1:4'])
      expect(await ids({ agency: MOJ })).toEqual(['1:5', '1:4'])
      expect(await ids({ instance: instance(1), type: TYPE })).toEqual(['1:4'])
      expect(await ids({ instance: instance(1), agency: MOH })).toEqual([])
      expect(await ids({ limit: 1 })).toEqual(['2:4'])
    })
  })

  describe('a timer', () => {
    it('is due at its time, earliest first, until it is closed', async () => {
      await committed(
        store(),
        start(1, { changes: [openTimer(1, 2, AT + 20), openTimer(1, 3, AT + 10)] }),
        start(2, { changes: [openTimer(2, 2, AT + 30)] }),
      )
      expect(await store().timers.next()).toBe(AT + 10)
      expect(await store().timers.due(AT + 9, 10)).toEqual([])
      expect(await store().timers.due(AT + 20, 10)).toEqual([
        { instance: instance(1), id: '3', agency: MOJ, due: AT + 10 },
        { instance: instance(1), id: '2', agency: MOJ, due: AT + 20 },
      ])
      expect(await store().timers.due(AT + 99, 1)).toHaveLength(1)
      await committed(store(), alone([{ kind: 'closeTimer', instance: instance(1), id: local(3) }]))
      expect(await store().timers.next()).toBe(AT + 20)
    })

    it('that moves is due at its new time alone', async () => {
      await committed(store(), start(1, { changes: [openTimer(1, 2, AT + 20)] }))
      await committed(store(), alone([{ kind: 'moveTimer', instance: instance(1), id: local(2), due: AT + 50 }]))
      expect(await store().timers.due(AT + 49, 10)).toEqual([])
      expect(await store().timers.due(AT + 50, 10)).toMatchObject([{ id: '2', due: AT + 50 }])
    })
  })
}
