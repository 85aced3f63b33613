/** What people at an agency arrange among themselves: who stands in for whom, filters they keep, help at the counter. */
import { describe, expect, it } from 'vitest'
import type { Delegation } from '../../../engine/core/delegation.ts'
import type { SavedFilter } from '../../../engine/core/saved-filter.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { DoneQuery } from '../../../engine/core/task.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, instance, local, MOH, MOJ, openTask, start, user } from './given.ts'

const delegation = (n: number, more: Partial<Delegation> = {}): Delegation => ({
  id: `delegation-${String(n)}`,
  agency: MOJ,
  principal: user('rana'),
  deputy: user('omar'),
  starts: AT + 100,
  ends: AT + 200,
  reason: 'إجازة',
  madeBy: user('rana'),
  madeAt: AT + n,
  ...more,
})

const filter = (n: number, more: Partial<SavedFilter> = {}): SavedFilter => ({
  id: `filter-${String(n)}`,
  agency: MOJ,
  owner: user('rana'),
  name: `متأخرة ${String(n)}`,
  filter: 'view=groups&due=overdue',
  createdAt: AT,
  ...more,
})

const close = (n: number, at: number, by = 'rana') => {
  const change: Change = { kind: 'closeTask', instance: instance(n), id: local(3), outcome: 'completed', by: user(by) }
  return alone([change], at)
}

export function colleagues(store: () => Store): void {
  describe('who stands in for whom', () => {
    it('holds from its first moment until its last', async () => {
      await store().delegations.add(delegation(1))
      const at = (now: number) => store().delegations.principalsOf(user('omar'), now)
      expect(await at(AT + 99)).toEqual([])
      expect(await at(AT + 100)).toEqual(['rana'])
      expect(await at(AT + 199)).toEqual(['rana'])
      expect(await at(AT + 200)).toEqual([])
      expect(await store().delegations.principalsOf(user('rana'), AT + 150)).toEqual([])
    })

    it('names each principal once', async () => {
      await store().delegations.add(delegation(1))
      await store().delegations.add(delegation(2, { ends: AT + 300 }))
      await store().delegations.add(delegation(3, { principal: user('huda') }))
      expect(await store().delegations.principalsOf(user('omar'), AT + 150)).toEqual(['huda', 'rana'])
    })

    it('is ended once, and stays to be read', async () => {
      await store().delegations.add(delegation(1))
      expect(await store().delegations.end(delegation(1).id, AT + 120, user('huda'))).toBe(true)
      expect(await store().delegations.end(delegation(1).id, AT + 130, user('rana'))).toBe(false)
      expect(await store().delegations.end('none', AT, user('rana'))).toBe(false)
      expect(await store().delegations.principalsOf(user('omar'), AT + 150)).toEqual([])
      const ended = { ...delegation(1), endedAt: AT + 120, endedBy: 'huda' }
      expect(await store().delegations.get(delegation(1).id)).toEqual(ended)
    })

    it('is listed for the agency and for the people on both sides, the newest first', async () => {
      await store().delegations.add(delegation(1))
      await store().delegations.add(delegation(2, { principal: user('huda'), deputy: user('sami') }))
      await store().delegations.add(delegation(3, { agency: MOH }))
      const listed = async (of?: string) =>
        (await store().delegations.list({ agency: MOJ, ...(of === undefined ? {} : { of: user(of) }) })).map(
          ({ id }) => id,
        )
      expect(await listed()).toEqual(['delegation-2', 'delegation-1'])
      expect(await listed('rana')).toEqual(['delegation-1'])
      expect(await listed('sami')).toEqual(['delegation-2'])
    })
  })

  describe('a saved filter', () => {
    it('is seen by its owner, and by the group it is shown to', async () => {
      const shared = filter(2, { owner: user('omar'), office: 'clerks', name: 'أ' })
      for (const one of [filter(1), shared, filter(3, { owner: user('omar') }), filter(4, { agency: MOH })])
        await store().savedFilters.add(one)
      const list = (owner: string, offices: string[]) =>
        store().savedFilters.list({ agency: MOJ, owner: user(owner), offices })
      expect(await list('rana', ['clerks'])).toEqual([filter(1), shared])
      expect(await list('rana', ['judges'])).toEqual([filter(1)])
      expect((await list('omar', [])).map(({ id }) => id)).toEqual(['filter-2', 'filter-3'])
    })

    it('is removed once', async () => {
      await store().savedFilters.add(filter(1))
      expect(await store().savedFilters.get('filter-1')).toEqual(filter(1))
      expect(await store().savedFilters.remove('filter-1')).toBe(true)
      expect(await store().savedFilters.remove('filter-1')).toBe(false)
      expect(await store().savedFilters.get('filter-1')).toBeUndefined()
    })
  })

  describe('help at the counter', () => {
    it('is recorded with the application it began', async () => {
      const assistance = {
        operator: user('rana'),
        applicant: user('900000001'),
        consent: 'signed',
        statement: 'أوافق',
      } as const
      const representative = 'ليلى خليل 400000105'
      await committed(
        store(),
        start(1, { changes: [{ kind: 'recordAssistance', assistance }] }),
        start(2),
        start(3, { changes: [{ kind: 'recordAssistance', assistance: { ...assistance, representative } }] }),
      )
      expect(await store().assistances.of(instance(3))).toMatchObject({ representative })
      expect(await store().assistances.of(instance(1))).toEqual({
        ...assistance,
        instance: instance(1),
        agency: MOJ,
        at: AT + 1,
      })
      expect(await store().assistances.of(instance(2))).toBeUndefined()
    })
  })

  describe('what was completed', () => {
    it('is listed page by page, the last first: by one person, of groups, of all, of some applications', async () => {
      const groups = [['clerks'], ['clerks', 'judges'], ['judges'], ['clerks'], []]
      const opened = groups.map((candidateGroups, n) =>
        start(n + 1, { changes: [openTask(n + 1, 3, { candidateGroups })] }),
      )
      await committed(store(), ...opened)
      await committed(store(), close(1, AT + 30), close(2, AT + 50), close(3, AT + 40), close(4, AT + 60, 'omar'))
      const done = async (more: Partial<DoneQuery>, after?: string) => {
        const { items, next } = await store().tasks.done({ agency: MOJ, limit: 2, ...(after && { after }), ...more })
        return { numbers: items.map((task) => Number(task.instance.slice(4))), next }
      }
      const by = user('rana')
      const first = await done({ by })
      expect([first.numbers, await done({ by }, first.next)]).toEqual([[2, 3], { numbers: [1], next: undefined }])
      const all = await done({})
      expect([all.numbers, (await done({}, all.next)).numbers]).toEqual([
        [4, 2],
        [3, 1],
      ])
      const ours = await done({ groups: ['clerks', 'judges', 'clerks'] })
      expect([ours.numbers, (await done({ groups: ['clerks', 'judges'] }, ours.next)).numbers]).toEqual([
        [4, 2],
        [3, 1],
      ])
      expect((await done({ groups: ['judges'] })).numbers).toEqual([2, 3])
      expect((await done({ groups: [] })).numbers).toEqual([])
      expect((await done({ instances: [instance(1), instance(3), instance(5)] })).numbers).toEqual([3, 1])
      expect((await done({ instances: [instance(1), instance(3)], groups: ['judges'] })).numbers).toEqual([3])
      expect((await done({ instances: [instance(1), instance(4)], by })).numbers).toEqual([1])
      expect((await done({ by, service: 'moj.other' })).numbers).toEqual([])
      expect((await done({ agency: MOH })).numbers).toEqual([])
    })
  })
}
