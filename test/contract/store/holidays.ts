/** Announced days: kept for ever, read often, and carried to every running application once. */
import { describe, expect, it } from 'vitest'
import type { NewHoliday } from '../../../engine/core/holiday.ts'
import type { Change } from '../../../engine/core/change.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, MOJ } from './given.ts'

const holiday = (id: string, more: Partial<NewHoliday> = {}): NewHoliday => ({
  id,
  title: { ar: 'عيد', en: 'Feast' },
  first: '2026-03-20',
  last: '2026-03-22',
  ...more,
})

const announce = (one: NewHoliday): Change => ({ kind: 'announceHoliday', holiday: one, by: 'user:huda' })
const withdraw = (id: string): Change => ({ kind: 'withdrawHoliday', id, by: 'user:omar', reason: 'moon' })
const spread = (id: string, withdrawn: boolean): Change => ({ kind: 'spreadHoliday', id, withdrawn })

export function holidays(store: () => Store): void {
  const ids = async (): Promise<string[]> => (await store().holidays.spreading()).map(({ id }) => id)

  describe('a holiday', () => {
    it('is listed as it was announced, and as it was withdrawn', async () => {
      expect(await store().holidays.list()).toEqual([])
      const own = holiday('b', { agency: MOJ, governorate: 'PS-RBH', closes: '12:30' })
      await committed(store(), alone([announce(holiday('a'))], AT + 5))
      await committed(store(), alone([announce(own)], AT + 6))
      const first = { ...holiday('a'), announced: { at: AT + 5, by: 'user:huda' } }
      const second = { ...own, announced: { at: AT + 6, by: 'user:huda' } }
      expect(await store().holidays.list()).toEqual([first, second])
      await committed(store(), alone([withdraw('a')], AT + 9))
      await committed(store(), alone([withdraw('a')], AT + 99))
      const withdrawn = { at: AT + 9, by: 'user:omar', reason: 'moon' }
      expect(await store().holidays.list()).toEqual([{ ...first, withdrawn }, second])
    })

    it('is to be carried on until it was, and again when it is withdrawn', async () => {
      await committed(store(), alone([announce(holiday('a')), announce(holiday('b'))]))
      expect(await ids()).toEqual(['a', 'b'])
      await committed(store(), alone([spread('a', false)]))
      expect(await ids()).toEqual(['b'])
      await committed(store(), alone([withdraw('a')]))
      expect(await ids()).toEqual(['a', 'b'])
      await committed(store(), alone([spread('a', true), spread('b', false)]))
      expect(await ids()).toEqual([])
    })

    it('that was withdrawn while its announcement was carried on is carried on once more', async () => {
      await committed(store(), alone([announce(holiday('a'))]))
      await committed(store(), alone([withdraw('a')]))
      await committed(store(), alone([spread('a', false)]))
      expect(await ids()).toEqual(['a'])
    })
  })
}
