/** An application that goes over to another version: its row, and every row beside it. */
import { describe, expect, it } from 'vitest'
import type { ProgramKey } from '../../../engine/core/ids.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, instance, local, MOJ, openJob, openTask, start, step, subscribe, user } from './given.ts'

const NEXT = 'moj.record@1.1.0/main' as ProgramKey
const one = { instance: instance(1) }

export function versions(store: () => Store): void {
  describe('an application of another version', () => {
    /** Application 1 with these rows, taken over with those changes. */
    async function taken(before: readonly Change[], changes: readonly Change[]): Promise<void> {
      await committed(store(), start(1, { changes: before }))
      const write = step(1, 1, { changes })
      if (!write.instance) throw new Error('Expected a step of an application')
      await committed(store(), { ...write, instance: { ...write.instance, program: NEXT } })
    }

    it('is of that version in every reading', async () => {
      await taken([], [])
      expect(await store().instances.get(instance(1))).toMatchObject({ program: NEXT, rev: 2 })
    })

    it('has its task on the desk as it was, under the element of that version', async () => {
      const move: Change = { ...one, kind: 'moveTask', id: local(3), element: 'Task_Look', program: NEXT }
      await taken([openTask(1, 3, { assignee: user('rana') })], [move])
      expect(await store().tasks.get(instance(1), local(3))).toMatchObject({
        element: 'Task_Look',
        program: NEXT,
        assignee: 'rana',
      })
    })

    it('has its task before other people, with the answers saved so far', async () => {
      const before = openTask(1, 3)
      const task = { ...before.task, program: NEXT, candidateGroups: ['supervisors'], priority: 90, due: AT + 9 }
      await committed(store(), start(1, { changes: [before] }))
      await store().tasks.saveDraft(instance(1), local(3), { a: 1 }, AT)
      await committed(store(), step(1, 1, { changes: [{ ...one, kind: 'renewTask', id: local(3), task }] }))
      const seenBy = async (group: string) =>
        (await store().tasks.list({ agency: MOJ, visibleTo: { user: user('x'), groups: [group] }, limit: 9 })).items
      expect(await seenBy('clerks')).toEqual([])
      expect(await seenBy('supervisors')).toMatchObject([
        { priority: 90, due: AT + 9, openedAt: AT + 1, draft: { a: 1 } },
      ])
    })

    it('has its job in another queue, with its lease count and failures', async () => {
      const { job } = openJob(1, 4, { type: 'new', headers: { a: '1' }, variables: { b: 2 }, retries: 5 })
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      await store().jobs.lease({ types: ['masar:databus'], worker: 'w', limit: 1, now: AT, until: AT + 9 })
      const failed: Change = { ...one, kind: 'rescheduleJob', id: local(4), retries: 2, due: AT }
      await committed(store(), step(1, 1, { changes: [failed] }))
      await committed(
        store(),
        step(1, 2, { changes: [{ ...one, kind: 'renewJob', id: local(4), program: NEXT, job }] }),
      )
      const next = { worker: 'w', limit: 1, now: AT, until: AT + 9 }
      expect(await store().jobs.lease({ ...next, types: ['masar:databus'] })).toEqual([])
      expect(await store().jobs.lease({ ...next, types: ['new'] })).toMatchObject([
        { program: NEXT, headers: { a: '1' }, variables: { b: 2 }, retries: 5, failures: 1, token: 2 },
      ])
    })

    it('has its job, subscription and incident under their elements', async () => {
      await taken(
        [
          openJob(1, 4),
          subscribe(1, 5),
          { ...one, kind: 'openIncident', id: local(6), element: 'a', owner: local(4), cause: 'job', message: 'm' },
        ],
        [
          { ...one, kind: 'moveJob', id: local(4), element: 'Task_Ask', program: NEXT },
          { ...one, kind: 'moveSubscription', id: local(5), element: 'b', program: NEXT },
          { ...one, kind: 'moveIncident', id: local(6), element: 'Task_Ask' },
        ],
      )
      expect(await store().jobs.get(instance(1), local(4))).toMatchObject({ element: 'Task_Ask', program: NEXT })
      expect(await store().messages.subscribers(MOJ, 'judgment', '77', 'm')).toMatchObject([{ program: NEXT }])
      const { items } = await store().instances.incidents({ ...one, limit: 9 })
      expect(items).toMatchObject([{ element: 'Task_Ask' }])
    })

    it('is not written when a worker took one of its jobs meanwhile', async () => {
      await committed(store(), start(1, { changes: [openJob(1, 4)] }))
      const write = { ...step(1, 1), untaken: [{ id: local(4), token: 0 }] }
      await store().jobs.lease({ types: ['masar:databus'], worker: 'w', limit: 1, now: AT, until: AT + 9 })
      expect(await store().commit(write)).toEqual({ kind: 'conflict' })
      expect(await store().commit({ ...write, untaken: [{ id: local(4), token: 1 }] })).toEqual({ kind: 'committed' })
    })
  })

  it('a job is unanswered from when it is handed out until its holder says how it ended', async () => {
    await committed(store(), start(1, { changes: [openJob(1, 4)] }))
    const isUnanswered = async () => (await store().jobs.get(instance(1), local(4)))?.unanswered
    const lease = () => store().jobs.lease({ types: ['masar:databus'], worker: 'w', limit: 1, now: AT, until: AT + 9 })
    expect(await isUnanswered()).toBe(false)
    const [held] = await lease()
    expect(await isUnanswered()).toBe(true)
    await store().jobs.putBack(instance(1), local(4), held?.token ?? 0, AT)
    expect(await isUnanswered()).toBe(true)
    await lease()
    await committed(
      store(),
      step(1, 1, { changes: [{ ...one, kind: 'rescheduleJob', id: local(4), retries: 1, due: AT }] }),
    )
    expect(await isUnanswered()).toBe(false)
  })
}
