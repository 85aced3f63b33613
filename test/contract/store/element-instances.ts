/** Where applications stand in a procedure. */
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../engine/core/change.ts'
import type { ProgramKey } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, instance, local, MOH, MOJ, PROGRAM, reference, start, step } from './given.ts'

const OTHER = 'common.pay@1.0.0/pay' as ProgramKey

const at = (n: number, id: number, element: string, program = PROGRAM): Change => ({
  kind: 'trackElements',
  instance: instance(n),
  entered: [{ id: local(id), element, program }],
  left: [],
})

const left = (n: number, ...ids: readonly number[]): Change => ({
  kind: 'trackElements',
  instance: instance(n),
  entered: [],
  left: ids.map(local),
})

const fault = (n: number, id: number, owner: number, element: string): Change => ({
  kind: 'openIncident',
  instance: instance(n),
  id: local(id),
  owner: local(owner),
  element,
  cause: 'expression',
  message: 'Expected a number, but found text',
})

export function elementInstances(store: () => Store): void {
  const loads = async (program = PROGRAM, agency: typeof MOJ | undefined = MOJ) => {
    const found = await store().elementInstances.loads({ program, ...(agency && { agency }) })
    return found.toSorted((a, b) => (a.element < b.element ? -1 : 1))
  }

  describe('where applications stand', () => {
    it('is counted by element, with the one that came first and the one in the middle', async () => {
      for (const n of [1, 2, 3, 4, 5]) await committed(store(), start(n, { changes: [at(n, 2, 'review')] }))
      await committed(store(), start(6, { changes: [at(6, 2, 'pay', OTHER)] }))
      await committed(store(), start(7, { agency: MOH, changes: [at(7, 2, 'review')] }))
      expect(await loads()).toEqual([{ element: 'review', count: 5, oldest: AT + 1, median: AT + 3 }])
      expect(await loads(OTHER)).toEqual([{ element: 'pay', count: 1, oldest: AT + 6, median: AT + 6 }])
      expect(await store().elementInstances.loads({ program: PROGRAM })).toMatchObject([{ count: 6, oldest: AT + 1 }])
    })

    it('changes with what came and what left, and ends with the application', async () => {
      await committed(store(), start(1, { changes: [at(1, 1, 'main'), at(1, 2, 'review')] }))
      await committed(store(), step(1, 1, { changes: [left(1, 2), at(1, 3, 'decide')] }))
      expect((await loads()).map(({ element }) => element)).toEqual(['decide', 'main'])
      expect(await store().elementInstances.of(instance(1))).toEqual([
        { id: '1', element: 'main', program: PROGRAM },
        { id: '3', element: 'decide', program: PROGRAM },
      ])
      await committed(
        store(),
        step(1, 2, { changes: [{ kind: 'trackElements', instance: instance(1), entered: [], left: 'all' }] }),
      )
      expect(await loads()).toEqual([])
    })

    it('keeps its time where it goes on as another element', async () => {
      await committed(store(), start(1, { changes: [at(1, 2, 'review')] }))
      await committed(store(), step(1, 1, { at: AT + 500, changes: [at(1, 2, 'examine', OTHER)] }))
      expect(await loads(OTHER)).toEqual([{ element: 'examine', count: 1, oldest: AT + 1, median: AT + 1 }])
      expect(await loads()).toEqual([])
    })

    it('says where something stands still', async () => {
      await committed(store(), start(1, { changes: [at(1, 2, 'review'), fault(1, 9, 2, 'review')] }))
      await committed(store(), start(2, { changes: [at(2, 2, 'review')] }))
      await committed(store(), start(3, { agency: MOH, changes: [at(3, 2, 'review'), fault(3, 9, 2, 'review')] }))
      const { elementInstances: where } = store()
      expect(await where.incidents({ program: PROGRAM, agency: MOJ })).toEqual(new Map([['review', 1]]))
      expect(await where.incidents({ program: PROGRAM })).toEqual(new Map([['review', 2]]))
      expect(await where.incidents({ program: OTHER, agency: MOJ })).toEqual(new Map())
    })

    it('lists who stands at an element, the one that waits longest first, page by page', async () => {
      for (const n of [3, 1, 2]) await committed(store(), start(n, { changes: [at(n, 2, 'review')] }))
      await committed(store(), start(4, { agency: MOH, changes: [at(4, 2, 'review')] }))
      const query = { program: PROGRAM, agency: MOJ, element: 'review', limit: 2 }
      const first = await store().elementInstances.standing(query)
      expect(first.items).toEqual(
        [1, 2].map((n) => ({ instance: instance(n), reference: reference(n), since: AT + n })),
      )
      const next = await store().elementInstances.standing({ ...query, after: first.next ?? '' })
      expect(next).toEqual({ items: [{ instance: instance(3), reference: reference(3), since: AT + 3 }] })
    })
  })
}
