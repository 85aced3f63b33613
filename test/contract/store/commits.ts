/** One command, one write: kept whole, or refused whole. */
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../engine/core/store.ts'
import {
  AT,
  committed,
  instance,
  local,
  MOJ,
  MOH,
  openJob,
  openTask,
  publish,
  reference,
  start,
  step,
  take,
  user,
} from './given.ts'

export function commits(store: () => Store): void {
  describe('a commit', () => {
    it('keeps the application, its record and its task together', async () => {
      await committed(store(), start(1, { created: { applicant: user('citizen.one') }, changes: [openTask(1, 3)] }))
      expect(await store().instances.get(instance(1))).toEqual({
        id: instance(1),
        agency: MOJ,
        rev: 1,
        status: 'active',
        program: 'moj.record@1.0.0/main',
        reference: reference(1),
        applicant: 'citizen.one',
        startedBy: 'user:citizen.one',
        startedAt: AT + 1,
        changedAt: AT + 1,
        recorded: 2,
        state: '{"n":1,"rev":1}',
      })
      expect(await store().instances.history(instance(1))).toEqual([start(1).history])
      expect(await store().tasks.get(instance(1), local(3))).toMatchObject({ status: 'open', openedAt: AT + 1 })
    })

    it('moves the application to the next rev and says when it ended', async () => {
      await committed(store(), start(1))
      await committed(store(), step(1, 1, { at: AT + 5 }))
      expect(await store().instances.get(instance(1))).toMatchObject({
        rev: 2,
        changedAt: AT + 5,
        status: 'active',
        state: '{"n":1,"rev":2}',
      })
      await committed(store(), step(1, 2, { status: 'completed', at: AT + 9 }))
      expect(await store().instances.get(instance(1))).toMatchObject({
        rev: 3,
        endedAt: AT + 9,
        status: 'completed',
        startedAt: AT + 1,
      })
      const history = await store().instances.history(instance(1))
      expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3])
    })

    it('keeps the state byte for byte', async () => {
      const state = '{"اسم":"ليلى \\u0007 😀","n":0.1,"empty":{},"list":[]}'
      const write = start(1)
      await committed(store(), { ...write, ...(write.instance ? { instance: { ...write.instance, state } } : {}) })
      expect((await store().instances.get(instance(1)))?.state).toBe(state)
    })

    it('is refused whole when another write came first', async () => {
      await committed(store(), start(1), start(2))
      await committed(store(), step(1, 1))
      expect(await store().commit(step(1, 1, { changes: [openTask(1, 3)] }))).toEqual({ kind: 'conflict' })
      expect(await store().commit(step(9, 1))).toEqual({ kind: 'conflict' })
      expect(await store().tasks.get(instance(1), local(3))).toBeUndefined()
      expect(await store().instances.history(instance(1))).toHaveLength(2)
    })

    it('is refused when the application belongs to another agency', async () => {
      await committed(store(), start(1))
      expect(await store().commit(step(1, 1, { agency: MOH }))).toEqual({ kind: 'conflict' })
    })

    it('lets exactly one of two writes in the same group through', async () => {
      await committed(store(), start(1))
      const results = await Promise.all([store().commit(step(1, 1)), store().commit(step(1, 1))])
      expect(results.map(({ kind }) => kind)).toEqual(['committed', 'conflict'])
    })

    it('finds the first application when an idempotency key comes again', async () => {
      await committed(store(), start(1, { created: { idempotencyKey: 'k-1' } }))
      expect(await store().commit(start(2, { created: { idempotencyKey: 'k-1' }, changes: [openTask(2, 3)] }))).toEqual(
        {
          kind: 'duplicate',
          of: 'idempotencyKey',
          instance: instance(1),
        },
      )
      expect(await store().instances.get(instance(2))).toBeUndefined()
      expect(await store().tasks.get(instance(2), local(3))).toBeUndefined()
      expect((await store().instances.byIdempotencyKey(MOJ, 'k-1'))?.id).toBe(instance(1))
      expect(await store().instances.byIdempotencyKey(MOH, 'k-1')).toBeUndefined()
      await committed(store(), start(3, { agency: MOH, created: { idempotencyKey: 'k-1' } }))
    })

    it('lets one application of a conversation run at a time', async () => {
      const created = { conversation: 'moj.record/main k-1' }
      await committed(store(), start(1, { created }))
      const results = await Promise.all([
        store().commit(start(2, { created })),
        store().commit(start(3, { created: { conversation: 'moj.record/main k-2' } })),
        store().commit(start(4, { agency: MOH, created })),
      ])
      expect(results).toEqual([
        { kind: 'duplicate', of: 'conversation', instance: instance(1) },
        { kind: 'committed' },
        { kind: 'committed' },
      ])
      expect(await store().instances.get(instance(2))).toBeUndefined()
      await committed(store(), step(1, 1, { status: 'completed' }))
      await committed(store(), start(5, { created }))
    })

    it('never gives one reference number to two applications', async () => {
      await committed(store(), start(1))
      expect(await store().commit(start(2, { created: { reference: reference(1) } }))).toMatchObject({
        kind: 'duplicate',
        of: 'reference',
      })
      expect((await store().instances.byReference(reference(1)))?.id).toBe(instance(1))
      expect(await store().instances.byReference(reference(2))).toBeUndefined()
    })

    it('never starts an application twice under one id', async () => {
      await committed(store(), start(1))
      expect(await store().commit(start(1, { created: { reference: reference(8) } }))).toEqual({ kind: 'conflict' })
    })

    it('lets a message be taken once per process, whole or not at all', async () => {
      await committed(store(), start(1), start(2), { agency: MOJ, at: AT, changes: [publish('m-1')] })
      await committed(store(), step(1, 1, { changes: [take('m-1', 1)] }))
      expect(await store().commit(step(2, 1, { changes: [openTask(2, 4), take('m-1', 2)] }))).toEqual({
        kind: 'duplicate',
        of: 'message',
        instance: instance(1),
      })
      expect((await store().instances.get(instance(2)))?.rev).toBe(1)
      await committed(store(), step(2, 1, { changes: [take('m-1', 2, 'moj.other/main')] }))
    })

    it('decided on an old state is told so, even where its message was taken meanwhile', async () => {
      await committed(store(), start(1))
      await committed(store(), step(1, 1, { changes: [publish('m-1'), take('m-1', 1)] }))
      expect(await store().commit(step(1, 1, { changes: [publish('m-1')] }))).toEqual({ kind: 'conflict' })
      expect(await store().commit(step(1, 1, { changes: [take('m-1', 1)] }))).toEqual({ kind: 'conflict' })
      expect((await store().commit(step(1, 2, { changes: [take('m-1', 1)] }))).kind).toBe('duplicate')
    })

    it('tells messages of different names apart though their ids are the same', async () => {
      await committed(store(), start(1), start(2))
      await committed(store(), step(1, 1, { changes: [take('7', 1, 'moj.record/main', 'paid')] }))
      const inspected = step(2, 1, { changes: [take('7', 2, 'moj.record/main', 'inspected')] })
      expect(await store().commit(inspected)).toEqual({ kind: 'committed' })
    })

    it('refuses a sender that publishes the same message twice and keeps its neighbours', async () => {
      const results = await Promise.all([
        store().commit(start(1)),
        store().commit({ agency: MOJ, at: AT, changes: [publish('m-1'), publish('m-1')] }),
        store().commit(start(3)),
      ])
      expect(results.map(({ kind }) => kind)).toEqual(['committed', 'duplicate', 'committed'])
      expect(await store().messages.get(MOJ, 'judgment', 'm-1')).toBeUndefined()
    })

    it('lets an application go on whose message was published before, and keeps the first', async () => {
      await committed(store(), start(1, { changes: [publish('m-1')] }), start(2))
      await committed(store(), step(2, 1, { changes: [publish('m-1', { key: '78' }), openTask(2, 4)] }))
      await committed(store(), start(3, { changes: [publish('m-2'), publish('m-2', { key: '78' })] }))
      expect((await store().messages.get(MOJ, 'judgment', 'm-1'))?.key).toBe('77')
      expect((await store().messages.get(MOJ, 'judgment', 'm-2'))?.key).toBe('77')
      expect(await store().tasks.get(instance(2), local(4))).toBeDefined()
    })

    it('takes none of its neighbours down when it cannot be written', async () => {
      await committed(store(), start(1, { changes: [openTask(1, 3)] }))
      const results = await Promise.allSettled([
        store().commit(start(2)),
        store().commit(step(1, 1, { changes: [openJob(1, 5), openTask(1, 3)] })),
        store().commit(start(3)),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect((await store().instances.get(instance(1)))?.rev).toBe(1)
      expect(await store().jobs.get(instance(1), local(5))).toBeUndefined()
      expect(await store().instances.get(instance(3))).toBeDefined()
    })

    it('keeps a thousand writes sent at once, each of them', async () => {
      const numbers = Array.from({ length: 1_000 }, (_, n) => n + 1)
      await committed(store(), ...numbers.map((n) => start(n, { changes: [openTask(n, 3)] })))
      expect(await store().instances.count()).toMatchObject({ active: 1_000 })
    })
  })
}
