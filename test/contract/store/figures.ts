/** How the work of an agency stands, in numbers. */
import { describe, expect, it } from 'vitest'
import type { ProgramKey } from '../../../engine/core/ids.ts'
import type { TaskFigures } from '../../../engine/core/figures.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, instance, local, MOH, MOJ, openTask, start, user } from './given.ts'

const HOUR = 3_600_000
const LICENCE = 'moj.licence@1.0.0/main' as ProgramKey

const assign = (n: number, assignee?: string): Change => ({
  kind: 'assignTask',
  instance: instance(n),
  id: local(3),
  ...(assignee === undefined ? {} : { assignee: user(assignee) }),
})
const close = (n: number, by: string, outcome: 'completed' | 'canceled' = 'completed'): Change => ({
  kind: 'closeTask',
  instance: instance(n),
  id: local(3),
  outcome,
  by: user(by),
})

const nothing = { open: 0, age: 0, overdue: 0, done: 0, late: 0, spent: 0 }
const nobody = { kind: 'nobody' } as const
const person = (id: string) => ({ kind: 'person', id: user(id) }) as const

export function figures(store: () => Store): void {
  const now = AT + 10 * HOUR
  const shown = (since = AT): Promise<readonly TaskFigures[]> => store().figures.tasks({ agency: MOJ, now, since })

  describe('the figures of an agency', () => {
    it('count what is open per service and who has it, with its mean age and what is overdue', async () => {
      await committed(
        store(),
        start(1, { at: AT, changes: [openTask(1, 3, { due: AT + HOUR })] }),
        start(2, { at: AT + 2 * HOUR, changes: [openTask(2, 3, { due: now })] }),
        start(3, { at: AT, created: { program: LICENCE }, changes: [openTask(3, 3)] }),
        start(4, { at: AT, agency: MOH, changes: [openTask(4, 3)] }),
        start(5, { at: AT, changes: [openTask(5, 3, { candidateGroups: [], assignee: user('400000022') })] }),
      )
      await committed(store(), alone([assign(3, 'rana')], AT + HOUR))
      const record = { ...nothing, service: 'moj.record' }
      expect(await shown()).toEqual([
        { ...nothing, service: 'moj.licence', holder: person('rana'), open: 1, age: 10 * HOUR },
        { ...record, holder: nobody, open: 2, age: 9 * HOUR, overdue: 1 },
        { ...record, holder: { kind: 'named' }, open: 1, age: 10 * HOUR },
      ])
    })

    it('follow a task from hand to hand and off the desk', async () => {
      await committed(store(), start(1, { at: AT, changes: [openTask(1, 3, { due: AT + HOUR })] }))
      await committed(store(), alone([assign(1, 'rana')]))
      await committed(store(), alone([assign(1, 'omar')]))
      await committed(store(), alone([assign(1)]))
      expect((await shown()).map(({ holder, open }) => [holder, open])).toEqual([[nobody, 1]])
      await committed(store(), alone([close(1, 'omar')], AT + 2 * HOUR))
      const done = { ...nothing, service: 'moj.record', holder: person('omar'), done: 1, late: 1, spent: 2 * HOUR }
      expect(await shown()).toEqual([done])
    })

    it('count what was done by whole days, and nothing that was canceled', async () => {
      const day = 24 * HOUR
      await committed(
        store(),
        ...[1, 2, 3].map((n) => start(n, { at: AT, changes: [openTask(n, 3, { due: AT + day })] })),
      )
      await committed(store(), alone([close(1, 'rana')], AT + HOUR), alone([close(2, 'rana')], AT + day + HOUR))
      await committed(store(), alone([close(3, 'rana', 'canceled')], AT + HOUR))
      const [whole] = await shown()
      expect(whole).toMatchObject({ open: 0, done: 2, late: 1, spent: 13 * HOUR })
      expect(await shown(AT + day)).toMatchObject([{ done: 1, late: 1, spent: 25 * HOUR }])
      expect(await shown(AT + 2 * day)).toEqual([])
    })

    it('stay true whatever another version makes of a task', async () => {
      await committed(store(), start(1, { at: AT, changes: [openTask(1, 3)] }))
      const renew = { ...openTask(1, 3, { candidateGroups: [], assignee: user('rana') }), kind: 'renewTask' as const }
      await committed(store(), alone([renew]))
      expect((await shown()).map(({ holder, open }) => [holder.kind, open])).toEqual([['named', 1]])
      await committed(store(), alone([close(1, 'rana')], AT + HOUR))
      expect(await shown()).toMatchObject([{ holder: { kind: 'named' }, open: 0, done: 1 }])
    })
  })
}
