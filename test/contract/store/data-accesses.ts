/** Who looked into an application. */
import { describe, expect, it } from 'vitest'
import type { DataAccess } from '../../../engine/core/data-access.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, instance, MOJ, user } from './given.ts'

const MINUTE = 60_000

const look = (at: number, more: Partial<DataAccess> = {}): DataAccess => ({
  agency: MOJ,
  instance: instance(1),
  reader: user('clerk.rana'),
  readerAgency: MOJ,
  roles: ['clerk'],
  groups: ['clerks'],
  part: 'application',
  at,
  ...more,
})

export function lookedInto(store: () => Store): void {
  describe('a look into an application', () => {
    const listed = async (n = 1) => (await store().dataAccesses.list({ instance: instance(n), limit: 50 })).items

    it('is kept as it was, newest first, each application for itself', async () => {
      const looks = [look(AT), look(AT + 1, { part: 'document', subject: 'شهادة.pdf' }), look(AT + 2, { part: 'task' })]
      for (const one of looks) await store().dataAccesses.add(one)
      await store().dataAccesses.add(look(AT, { instance: instance(2) }))
      expect(await listed()).toEqual(looks.toReversed())
      expect(await listed(3)).toEqual([])
    })

    it('is the same one within a quarter of an hour, and another one after that, or at something else', async () => {
      const { add } = store().dataAccesses
      await Promise.all([add(look(AT)), add(look(AT)), add(look(AT + 14 * MINUTE))])
      expect((await listed()).map(({ at }) => at)).toEqual([AT])
      await add(look(AT + 15 * MINUTE))
      await add(look(AT + 15 * MINUTE, { reader: user('clerk.sami') }))
      await add(look(AT + 15 * MINUTE, { part: 'document', subject: 'a.pdf' }))
      await add(look(AT + 15 * MINUTE, { part: 'document', subject: 'b.pdf' }))
      expect(await listed()).toHaveLength(5)
    })

    it('is listed page by page', async () => {
      for (let n = 0; n < 5; n++) await store().dataAccesses.add(look(AT + n * 15 * MINUTE))
      const first = await store().dataAccesses.list({ instance: instance(1), limit: 3 })
      const second = await store().dataAccesses.list({ instance: instance(1), limit: 3, after: first.next ?? '' })
      expect([...first.items, ...second.items].map(({ at }) => (at - AT) / (15 * MINUTE))).toEqual([4, 3, 2, 1, 0])
      expect(second.next).toBeUndefined()
    })
  })
}
