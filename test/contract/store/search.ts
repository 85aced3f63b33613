/** Applications as they are looked for by words. */
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../engine/core/search.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, committed, instance, MOH, MOJ, start } from './given.ts'

const words = (n: number, add: string, remove = ''): Change => ({
  kind: 'indexInstance',
  instance: instance(n),
  add: wordsOf(add),
  remove: wordsOf(remove),
})

export function search(store: () => Store): void {
  const found = async (text: string, agency = MOJ): Promise<number[]> =>
    (await store().search.find({ agency, words: wordsOf(text), limit: 10 })).items.map((id) => Number(id.slice(4)))
  const beginning = async (text: string): Promise<number[]> =>
    (await store().search.findBeginning({ agency: MOJ, words: wordsOf(text), limit: 10 })).map((id) =>
      Number(id.slice(4)),
    )

  describe('the search for an application', () => {
    it('finds those with all the words, the newest first, however they are spelled', async () => {
      await committed(
        store(),
        start(1, { changes: [words(1, 'أحمد محمود عطية 900000001')] }),
        start(2, { changes: [words(2, 'Ahmad Atiya أحمد عطيّة')] }),
        start(3, { changes: [words(3, 'منى خليل')] }),
      )
      expect(await found('احمد')).toEqual([2, 1])
      expect(await found('عطيه أحمـد')).toEqual([2, 1])
      expect(await found('احمد محمود')).toEqual([1])
      expect(await found('AHMAD')).toEqual([2])
      expect(await found('٩٠٠٠٠٠٠٠١')).toEqual([1])
      expect(await found('احمد خليل')).toEqual([])
      expect(await found('')).toEqual([])
    })

    it('stays within the agency', async () => {
      await committed(store(), start(1, { changes: [words(1, 'منى')] }))
      await committed(store(), start(2, { agency: MOH, changes: [words(2, 'منى')] }))
      expect(await found('منى')).toEqual([1])
      expect(await found('منى', MOH)).toEqual([2])
    })

    it('forgets words that are taken away', async () => {
      await committed(store(), start(1, { changes: [words(1, 'منى خليل')] }))
      await committed(store(), alone([words(1, 'سمير', 'منى')]))
      expect(await found('منى')).toEqual([])
      expect(await found('سمير خليل')).toEqual([1])
    })

    it('finds by how words begin', async () => {
      await committed(store(), start(1, { changes: [words(1, 'محمود عطية')] }))
      await committed(store(), start(2, { changes: [words(2, 'محمد خليل')] }))
      expect(await beginning('محم')).toEqual([2, 1])
      expect(await beginning('محم عط')).toEqual([1])
      expect(await beginning('حم')).toEqual([])
    })

    it('goes page by page', async () => {
      await committed(store(), ...[1, 2, 3, 4, 5].map((n) => start(n, { changes: [words(n, 'منى')] })))
      const query = { agency: MOJ, words: wordsOf('منى'), limit: 2 }
      const first = await store().search.find(query)
      const second = await store().search.find({ ...query, after: first.next ?? '' })
      const third = await store().search.find({ ...query, after: second.next ?? '' })
      const all = [first, second, third].flatMap(({ items }) => items.map((id) => Number(id.slice(4))))
      expect(all).toEqual([5, 4, 3, 2, 1])
      expect(third.next).toBeUndefined()
    })
  })
}
