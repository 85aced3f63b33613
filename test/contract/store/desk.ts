/** The desk: who sees which task, in which order, and what happens to it. */
import { describe, expect, it } from 'vitest'
import { integer, option, record, sample, subarray } from 'fast-check'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import type { TaskPlaces, TaskQuery, TaskRow } from '../../../engine/core/task.ts'
import type { AgencyId, ProgramKey } from '../../../engine/core/ids.ts'
import { alone, AT, committed, instance, local, MOH, MOJ, openTask, reference, start, user } from './given.ts'

const assign = (n: number, assignee?: string): Change => ({
  kind: 'assignTask',
  instance: instance(n),
  id: local(3),
  ...(assignee === undefined ? {} : { assignee: user(assignee) }),
})

const close = (n: number, outcome: 'completed' | 'canceled' = 'completed'): Change => ({
  kind: 'closeTask',
  instance: instance(n),
  id: local(3),
  outcome,
  by: user('rana'),
})

export function desk(store: () => Store): void {
  const numbers = async (query: Partial<TaskQuery>): Promise<number[]> =>
    (await store().tasks.list({ agency: MOJ, limit: 100, ...query })).items.map((task) =>
      Number(task.instance.slice(4)),
    )
  const seenBy = (name: string, groups: string[], query: Partial<TaskQuery> = {}): Promise<number[]> =>
    numbers({ status: 'open', visibleTo: { user: user(name), groups }, ...query })

  describe('a task', () => {
    it('is there as it was opened, and after it is closed says by whom', async () => {
      const task = {
        form: 'review',
        due: AT + 9,
        followUp: AT + 5,
        priority: 80,
        candidateUsers: ['omar'],
        fourEyes: ['Task_A'],
      }
      await committed(store(), start(1, { changes: [openTask(1, 3, task)] }))
      const open = {
        instance: instance(1),
        id: '3',
        agency: MOJ,
        reference: reference(1),
        service: 'moj.record',
        program: 'moj.record@1.0.0/main',
        element: 'Task_Review',
        name: 'Review',
        candidateGroups: ['clerks'],
        openedAt: AT + 1,
        status: 'open',
        ...task,
      }
      expect(await store().tasks.get(instance(1), local(3))).toEqual(open)
      await committed(store(), alone([close(1)], AT + 50))
      expect(await store().tasks.get(instance(1), local(3))).toEqual({
        ...open,
        status: 'completed',
        closedAt: AT + 50,
        closedBy: 'rana',
      })
    })

    it('is listed by its new due date when that moves, and last while it has none', async () => {
      const move = (n: number, due?: number): Change => ({
        kind: 'rescheduleTask',
        instance: instance(n),
        id: local(3),
        ...(due === undefined ? {} : { due }),
      })
      await committed(store(), start(1, { changes: [openTask(1, 3, { due: AT + 10, assignee: user('rana') })] }))
      await committed(store(), start(2, { changes: [openTask(2, 3, { due: AT + 20 })] }))
      await committed(store(), alone([move(1, AT + 30)]))
      expect((await store().tasks.get(instance(1), local(3)))?.due).toBe(AT + 30)
      expect(await seenBy('rana', ['clerks'])).toEqual([2, 1])
      await committed(store(), alone([move(2)]))
      expect(await store().tasks.get(instance(2), local(3))).not.toHaveProperty('due')
      expect(await seenBy('rana', ['clerks'])).toEqual([1, 2])
      await committed(store(), alone([close(1), move(1, AT + 40)]))
      expect(await seenBy('rana', ['clerks'])).toEqual([2])
    })

    it('keeps a draft while it is open and refuses one afterwards', async () => {
      await committed(store(), start(1, { changes: [openTask(1, 3)] }))
      expect(await store().tasks.saveDraft(instance(1), local(3), { note: 'نصف' }, AT)).toBe(true)
      expect((await store().tasks.get(instance(1), local(3)))?.draft).toEqual({ note: 'نصف' })
      expect(await store().tasks.saveDraft(instance(1), local(3), { note: 'other' }, AT, null)).toBe(false)
      expect(await store().tasks.saveDraft(instance(1), local(3), { note: 'other' }, AT, { note: 'half' })).toBe(false)
      expect(await store().tasks.saveDraft(instance(1), local(3), { note: 'whole' }, AT, { note: 'نصف' })).toBe(true)
      expect((await store().tasks.get(instance(1), local(3)))?.draft).toEqual({ note: 'whole' })
      await committed(store(), alone([close(1)]))
      expect(await store().tasks.saveDraft(instance(1), local(3), { note: 'late' }, AT)).toBe(false)
      expect(await store().tasks.saveDraft(instance(7), local(3), {}, AT)).toBe(false)
    })
  })

  describe('the desk', () => {
    it('shows a clerk what is theirs and what is offered to them or their groups', async () => {
      await committed(
        store(),
        start(1, { changes: [openTask(1, 3)] }),
        start(2, { changes: [openTask(2, 3, { candidateGroups: ['judges'] })] }),
        start(3, { changes: [openTask(3, 3, { candidateGroups: ['judges'], candidateUsers: ['rana'] })] }),
        start(4, { changes: [openTask(4, 3, { candidateGroups: ['judges'], assignee: user('rana') })] }),
        start(5, { changes: [openTask(5, 3, { candidateGroups: ['clerks', 'judges'], assignee: user('omar') })] }),
        start(6, { agency: MOH, changes: [openTask(6, 3)] }),
      )
      expect(await seenBy('rana', ['clerks'])).toEqual([1, 3, 4])
      expect(await seenBy('rana', [])).toEqual([3, 4])
      expect(await seenBy('sami', ['clerks', 'judges', 'clerks'])).toEqual([1, 2, 3])
      expect(await seenBy('rana', ['clerks'], { unassigned: true })).toEqual([1, 3])
      expect(await seenBy('rana', ['clerks'], { assignee: user('rana') })).toEqual([4])
      expect(await seenBy('rana', ['clerks'], { reference: reference(3) })).toEqual([3])
      expect(await numbers({ status: 'open', assignee: user('omar') })).toEqual([5])
      expect(await numbers({ status: 'open' })).toEqual([1, 2, 3, 4, 5])
      expect(await numbers({ unassigned: true })).toEqual([1, 2, 3])
      expect(await numbers({ assigned: true })).toEqual([4, 5])
      expect(await numbers({ instance: instance(2) })).toEqual([2])
      expect(await numbers({ instance: instance(6) })).toEqual([])
      expect(await numbers({ reference: reference(99) })).toEqual([])
    })

    it('follows a task from hand to hand', async () => {
      await committed(store(), start(1, { changes: [openTask(1, 3)] }))
      await committed(store(), alone([assign(1, 'rana')]))
      expect(await seenBy('rana', [])).toEqual([1])
      expect(await seenBy('omar', ['clerks'])).toEqual([])
      await committed(store(), alone([assign(1, 'omar')]))
      expect(await seenBy('rana', ['clerks'])).toEqual([])
      expect(await seenBy('omar', [])).toEqual([1])
      await committed(store(), alone([assign(1)]))
      expect(await seenBy('rana', ['clerks'])).toEqual([1])
      expect(await seenBy('omar', [])).toEqual([])
      await committed(store(), alone([close(1, 'canceled')]))
      expect(await seenBy('rana', ['clerks'])).toEqual([])
      expect(await numbers({ status: 'canceled' })).toEqual([1])
    })

    it('is narrowed to a service, to dates, to colleagues who stand for each other, and to applications', async () => {
      const licence = 'moj.licence@1.0.0/main' as ProgramKey
      await committed(
        store(),
        start(1, { changes: [openTask(1, 3, { due: AT + 100 })] }),
        start(2, { created: { program: licence }, changes: [openTask(2, 3, { due: AT + 200 })] }),
        start(3, { changes: [openTask(3, 3, { assignee: user('rana') })] }),
        start(4, { changes: [openTask(4, 3, { assignee: user('omar'), due: AT + 300 })] }),
      )
      const open = { status: 'open' } as const
      expect(await numbers({ ...open, service: 'moj.licence' })).toEqual([2])
      expect(await seenBy('sami', ['clerks'], { service: 'moj.record' })).toEqual([1])
      expect(await numbers({ ...open, dueBefore: AT + 200 })).toEqual([1])
      expect(await numbers({ ...open, dueFrom: AT + 200, dueBefore: AT + 301 })).toEqual([2, 4])
      expect(await seenBy('sami', ['clerks'], { dueFrom: AT + 101 })).toEqual([2])
      expect(await numbers({ ...open, dueFrom: AT + 301 })).toEqual([])
      expect(await numbers({ ...open, assignees: [user('rana'), user('omar')] })).toEqual([4, 3])
      expect(await numbers({ ...open, assignees: [] })).toEqual([])
      expect(await numbers({ ...open, instances: [instance(4), instance(1), instance(9)] })).toEqual([1, 4])
    })

    it('counts what a clerk sees, each task once, and no further than asked', async () => {
      await committed(
        store(),
        start(1, { changes: [openTask(1, 3, { due: AT, candidateGroups: ['clerks', 'judges'] })] }),
        start(2, { changes: [openTask(2, 3, { candidateGroups: ['judges'] })] }),
        start(3, { changes: [openTask(3, 3, { assignee: user('rana') })] }),
        start(4, { agency: MOH, changes: [openTask(4, 3)] }),
      )
      const count = (of: TaskPlaces['of'], dueBefore?: number, most = 100): Promise<number> =>
        store().tasks.count({ agency: MOJ, ...(of && { of }), ...(dueBefore === undefined ? {} : { dueBefore }) }, most)
      expect(await count({ groups: ['clerks', 'judges'] })).toBe(2)
      expect(await count({ groups: ['clerks', 'judges'] }, AT + 1)).toBe(1)
      expect(await count({ assignees: [user('rana')] })).toBe(1)
      expect(await count({})).toBe(0)
      expect(await count(undefined)).toBe(3)
      expect(await count(undefined, AT + 1)).toBe(1)
      expect(await count(undefined, undefined, 2)).toBe(2)
    })

    it('keeps closed tasks to be looked up', async () => {
      await committed(store(), ...[1, 2, 3].map((n) => start(n, { changes: [openTask(n, 3)] })))
      await committed(store(), alone([assign(2, 'rana'), close(2), close(3)]))
      expect(await numbers({ status: 'completed' })).toEqual([2, 3])
      expect(await numbers({ status: 'completed', assignee: user('rana') })).toEqual([2])
      expect(await seenBy('rana', [], { status: 'completed' })).toEqual([2])
      expect(await numbers({})).toEqual([1, 2, 3])
    })

    it('puts the earliest due first, those without a date last, then the more urgent, then the older', async () => {
      await committed(
        store(),
        start(1, { changes: [openTask(1, 3)] }),
        start(2, { changes: [openTask(2, 3, { priority: 90 })] }),
        start(3, { changes: [openTask(3, 3, { due: AT + 500 })] }),
        start(4, { changes: [openTask(4, 3, { due: AT + 100, priority: 0 })] }),
        start(5, { changes: [openTask(5, 3, { due: AT + 500, priority: 60 })] }),
        start(6, { at: AT, changes: [openTask(6, 3), openTask(6, 10)] }),
      )
      const order = [4, 5, 3, 2, 6, 6, 1]
      expect(await numbers({ status: 'open' })).toEqual(order)
      expect(await numbers({})).toEqual(order)
      expect(await seenBy('rana', ['clerks'])).toEqual(order)
    })

    it('goes page by page to the end in the same order, each once', async () => {
      const task = record({
        due: option(integer({ min: 0, max: 3 }), { nil: undefined }),
        priority: integer({ min: 0, max: 2 }),
        at: integer({ min: 0, max: 3 }),
        groups: subarray(['clerks', 'judges']),
      })
      const tasks = sample(task, { seed: 20261123, numRuns: 60 })
      const writes = tasks.map(({ due, priority, at, groups }, n) => {
        const open = openTask(n + 1, 3, { priority, candidateGroups: groups, ...(due === undefined ? {} : { due }) })
        return start(n + 1, { at, changes: [open] })
      })
      await committed(store(), ...writes)
      const visibleTo = { user: user('rana'), groups: ['clerks', 'judges'] }
      for (const query of [{ status: 'open' as const }, {}, { status: 'open' as const, visibleTo }]) {
        const whole = await numbers(query)
        expect(await paged(store(), query, 7)).toEqual(whole)
      }
    })

    it('of five thousand tasks shows each once in its order, page by page, and counts them up to what anybody reads', async () => {
      const crowd = Array.from({ length: 500 }, (_, n) =>
        start(n + 1, {
          changes: Array.from({ length: 10 }, (_other, m) =>
            openTask(n + 1, m + 3, {
              candidateGroups: m % 2 === 0 ? ['clerks'] : ['judges'],
              ...(m % 5 === 0 ? { assignee: user('rana') } : {}),
              ...(m === 9 ? {} : { due: AT + ((n * 7 + m * 13) % 400) }),
            }),
          ),
        }),
      )
      await committed(store(), ...crowd)
      const walk = async (query: Partial<TaskQuery>) => {
        const seen: TaskRow[] = []
        let after: string | undefined
        do {
          const { items, next } = await store().tasks.list({
            agency: MOJ,
            status: 'open',
            limit: 200,
            ...query,
            ...(after && { after }),
          })
          seen.push(...items)
          after = next
        } while (after !== undefined)
        expect(new Set(seen.map(({ instance, id }) => `${instance} ${id}`)).size).toBe(seen.length)
        const dues = seen.map(({ due = Infinity }) => due)
        expect(dues).toEqual(dues.toSorted((one, other) => one - other))
        return seen.length
      }
      const groups = ['clerks', 'judges']
      expect(await walk({})).toBe(5_000)
      expect(await walk({ assignees: [user('rana')] })).toBe(1_000)
      expect(await walk({ visibleTo: { user: user('omar'), groups }, unassigned: true })).toBe(4_000)
      expect(await walk({ service: 'moj.record', dueBefore: AT + 100 })).toBeGreaterThan(1_000)
      const counted = (more: Partial<TaskPlaces>, most: number) => store().tasks.count({ agency: MOJ, ...more }, most)
      expect(await counted({}, 10_000)).toBe(5_000)
      expect(await counted({}, 1_000)).toBe(1_000)
      expect(await counted({ of: { users: [user('omar')], groups } }, 10_000)).toBe(4_000)
      expect(await counted({ of: { assignees: [user('rana')] } }, 10_000)).toBe(1_000)
      expect(await counted({ dueBefore: AT + 100 }, 10_000)).toBe(await walk({ dueBefore: AT + 100 }))
    })

    it('shows a person what lies with several agencies as one list, and nothing of the others', async () => {
      const agencies = [MOJ, MOH, 'lgu' as AgencyId]
      const writes = Array.from({ length: 9 }, (_, n) => {
        const due = AT + 100 - ((n * 7) % 9)
        const task = { due, candidateGroups: [], ...(n < 8 ? { assignee: user('400000022') } : {}) }
        return start(n + 1, { agency: agencies[n % 3] ?? MOJ, changes: [openTask(n + 1, 3, task)] })
      })
      await committed(store(), ...writes)
      const mine = { status: 'open' as const, visibleTo: { user: user('400000022'), groups: [] } }
      const two = { ...mine, agency: [MOJ, MOH] }
      const whole = await numbers(two)
      expect([...whole].sort()).toEqual([1, 2, 4, 5, 7, 8])
      expect(await paged(store(), two, 2)).toEqual(whole)
      expect(await numbers({ ...two, reference: reference(2) })).toEqual([2])
      expect(await numbers({ ...two, reference: reference(3) })).toEqual([])
      expect(await numbers({ ...mine, agency: [] })).toEqual([])
    })
  })
}

async function paged(store: Store, query: Partial<TaskQuery>, limit: number): Promise<number[]> {
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await store.tasks.list({ agency: MOJ, limit, ...query, ...(after === undefined ? {} : { after }) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...page.items.map((task) => Number(task.instance.slice(4))))
    after = page.next
  } while (after !== undefined)
  return seen
}
