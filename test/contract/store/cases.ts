/** Applications, their incidents and their counts, as people look for them. */
import { describe, expect, it } from 'vitest'
import type { ProgramKey } from '../../../engine/core/ids.ts'
import { ProblemError } from '../../../engine/core/problem.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { InstanceQuery } from '../../../engine/core/instance-row.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, instance, local, MOH, MOJ, reference, start, step, user } from './given.ts'

const openIncident = (n: number, id: number): Change => ({
  kind: 'openIncident',
  instance: instance(n),
  id: local(id),
  element: 'Task_Call',
  owner: local(2),
  cause: 'job',
  message: 'Expected an answer, but there was none',
})

export function cases(store: () => Store): void {
  const numbers = async (query: Partial<InstanceQuery>): Promise<number[]> =>
    (await store().instances.list({ limit: 100, ...query })).items.map(({ id }) => Number(id.slice(4)))

  describe('the list of applications', () => {
    it('shows the newest first, without their state', async () => {
      await committed(store(), start(1), start(2), start(3))
      await committed(store(), step(2, 1, { status: 'completed' }))
      expect(await numbers({})).toEqual([3, 2, 1])
      expect(await numbers({ agency: MOJ })).toEqual([3, 2, 1])
      const { items } = await store().instances.list({ limit: 1 })
      expect(items[0]).toMatchObject({ id: instance(3), state: '' })
    })

    it('is narrowed by agency, status, package, applicant, reference and open incidents', async () => {
      const other = 'moj.recordings@2.0.0/main' as ProgramKey
      await committed(
        store(),
        start(1, { created: { applicant: user('citizen.one') } }),
        start(2, { created: { program: other, applicant: user('citizen.two') }, changes: [openIncident(2, 4)] }),
        start(3, { agency: MOH, created: { applicant: user('citizen.one') }, changes: [openIncident(3, 4)] }),
      )
      await committed(store(), step(1, 1, { status: 'terminated' }))
      expect(await numbers({ agency: MOH })).toEqual([3])
      expect(await numbers({ agency: MOJ, status: 'active' })).toEqual([2])
      expect(await numbers({ status: 'terminated' })).toEqual([1])
      await committed(store(), step(2, 1, { status: 'suspended' }))
      expect(await numbers({ running: true })).toEqual([3, 2])
      expect(await numbers({ running: true, agency: MOJ })).toEqual([2])
      expect(await numbers({ packageId: 'moj.record' })).toEqual([3, 1])
      expect(await numbers({ packageId: 'moj.recordings', agency: MOJ })).toEqual([2])
      expect(await numbers({ applicant: user('citizen.one') })).toEqual([3, 1])
      expect(await numbers({ applicant: user('citizen.one'), agency: MOJ })).toEqual([1])
      expect(await numbers({ reference: reference(2) })).toEqual([2])
      expect(await numbers({ reference: reference(2), agency: MOH })).toEqual([])
      expect(await numbers({ incidents: true })).toEqual([3, 2])
      expect(await numbers({ incidents: true, agency: MOJ })).toEqual([2])
    })

    it.each([
      ['of all', {}],
      ['of one agency', { agency: MOJ }],
      ['of one status', { agency: MOJ, status: 'active' as const }],
      ['that run', { agency: MOJ, running: true }],
      ['of one person', { applicant: user('citizen.one') }],
      ['with incidents', { incidents: true }],
    ])('%s goes page by page to the end, each once', async (_, query) => {
      const created = { applicant: user('citizen.one') }
      await committed(
        store(),
        ...[1, 2, 3, 4, 5].map((n) => start(n, { created, changes: [openIncident(n, 4), openIncident(n, 5)] })),
      )
      const seen: string[] = []
      let after: string | undefined
      do {
        const found = await store().instances.list({ ...query, limit: 2, ...(after === undefined ? {} : { after }) })
        seen.push(...found.items.map(({ id }) => id))
        after = found.next
      } while (after !== undefined)
      expect(seen).toEqual([5, 4, 3, 2, 1].map(instance))
    })

    it.each(['', 'x', 'e30', 'WzFd', Buffer.from('[1,"2"]').toString('base64url')])(
      'refuses the page mark %j that no list gave',
      async (after) => {
        await expect(store().instances.list({ limit: 2, after })).rejects.toThrow(ProblemError)
        await expect(store().tasks.list({ agency: MOJ, limit: 2, after })).rejects.toMatchObject({
          problem: { kind: 'invalid', code: 'page.cursor' },
        })
      },
    )
  })

  describe('incidents', () => {
    it('are open until they are resolved, and are counted per agency', async () => {
      await committed(
        store(),
        start(1, { changes: [openIncident(1, 4), openIncident(1, 10)] }),
        start(2, { agency: MOH, changes: [openIncident(2, 4)] }),
      )
      expect(await store().instances.count(MOJ)).toEqual({
        active: 1,
        suspended: 0,
        completed: 0,
        terminated: 0,
        incidents: 2,
      })
      expect(await store().instances.count()).toEqual({
        active: 2,
        suspended: 0,
        completed: 0,
        terminated: 0,
        incidents: 3,
      })
      const { items } = await store().instances.incidents({ agency: MOJ, limit: 10 })
      expect(items.map(({ id }) => id)).toEqual(['4', '10'])
      expect(items[0]).toEqual({
        instance: instance(1),
        id: '4',
        agency: MOJ,
        owner: '2',
        element: 'Task_Call',
        cause: 'job',
        message: 'Expected an answer, but there was none',
        raisedAt: AT + 1,
      })
      await committed(store(), alone([{ kind: 'closeIncident', instance: instance(1), id: local(4) }]))
      expect((await store().instances.incidents({ instance: instance(1), limit: 10 })).items).toHaveLength(1)
      expect((await store().instances.incidents({ instance: instance(1), agency: MOH, limit: 10 })).items).toEqual([])
    })

    it('come page by page', async () => {
      await committed(
        store(),
        start(1, { changes: [openIncident(1, 4), openIncident(1, 10)] }),
        start(2, { changes: [openIncident(2, 4)] }),
      )
      const first = await store().instances.incidents({ limit: 2 })
      expect(first.items.map(({ id }) => id)).toEqual(['4', '10'])
      const second = await store().instances.incidents({ limit: 2, after: first.next ?? '' })
      expect(second.items.map((row) => row.instance)).toEqual([instance(2)])
      expect(second.next).toBeUndefined()
    })
  })

  it('counts applications by where they stand', async () => {
    await committed(store(), start(1), start(2), start(3), start(4, { agency: MOH }))
    await committed(store(), step(1, 1, { status: 'completed' }), step(2, 1, { status: 'terminated' }))
    await committed(store(), step(1, 2, { status: 'completed' }))
    expect(await store().instances.count(MOJ)).toEqual({
      active: 1,
      suspended: 0,
      completed: 1,
      terminated: 1,
      incidents: 0,
    })
    expect(await store().instances.count()).toMatchObject({ active: 2, completed: 1, terminated: 1 })
  })
}
