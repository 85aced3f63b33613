/** Messages and subscriptions in either order. */
import { describe, expect, it } from 'vitest'
import type { ProgramKey } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import {
  alone,
  AT,
  committed,
  hold,
  instance,
  local,
  MOH,
  MOJ,
  PROGRAM,
  publish,
  release,
  start,
  step,
  subscribe,
  take,
} from './given.ts'

const NEXT_VERSION = 'moj.record@1.1.0/main' as ProgramKey
const OTHER = 'moj.other@1.0.0/main' as ProgramKey

export function news(store: () => Store): void {
  const subscribers = async (messageId: string, key = '77'): Promise<string[]> =>
    (await store().messages.subscribers(MOJ, 'judgment', key, messageId)).map((row) => row.instance)
  const buffered = async (process = 'moj.record/main', now = AT): Promise<string[]> =>
    (
      await store().messages.buffered({
        agency: MOJ,
        name: 'judgment',
        key: '77',
        process,
        instance: instance(1),
        now,
        limit: 10,
      })
    ).map((row) => row.messageId)

  describe('a message', () => {
    it('is remembered by agency, name and id, and never published twice', async () => {
      await committed(store(), alone([publish('m-1')]))
      expect(await store().messages.get(MOJ, 'judgment', 'm-1')).toEqual({
        messageId: 'm-1',
        agency: MOJ,
        name: 'judgment',
        key: '77',
        variables: { ok: true },
        publishedAt: AT,
        expires: AT + 60_000,
      })
      expect(await store().commit(alone([publish('m-1', { key: 'other' })]))).toEqual({
        kind: 'duplicate',
        of: 'message',
      })
      await committed(store(), alone([publish('m-1', { name: 'paid' })]), alone([publish('m-1')], AT, MOH))
    })

    it('finds those who wait for it, whose process has not taken it yet', async () => {
      await committed(
        store(),
        start(1, { changes: [subscribe(1, 5)] }),
        start(2, { changes: [subscribe(2, 5, { program: NEXT_VERSION })] }),
        start(3, { changes: [subscribe(3, 5, { program: OTHER })] }),
        start(4, { changes: [subscribe(4, 5, { key: '78' }), subscribe(4, 6, { name: 'paid' })] }),
        start(5, { agency: MOH, changes: [subscribe(5, 5)] }),
        alone([publish('m-1')]),
      )
      expect(await subscribers('m-1')).toEqual([instance(1), instance(2), instance(3)])
      expect((await store().messages.subscribers(MOJ, 'judgment', '77', 'm-1'))[0]).toEqual({
        instance: instance(1),
        id: '5',
        agency: MOJ,
        program: PROGRAM,
        name: 'judgment',
        key: '77',
      })
      await committed(store(), step(1, 1, { changes: [take('m-1', 1)] }))
      expect(await subscribers('m-1')).toEqual([instance(3)])
      expect(await subscribers('m-2')).toEqual([instance(1), instance(2), instance(3)])
      await committed(
        store(),
        step(3, 1, { changes: [{ kind: 'closeSubscription', instance: instance(3), id: local(5) }] }),
      )
      expect(await subscribers('m-1')).toEqual([])
    })

    it('waits for those who come later, oldest first, until it expires', async () => {
      await committed(store(), alone([publish('m-2', { expires: AT + 10 })], AT - 5), alone([publish('m-1')], AT - 9))
      expect(await buffered()).toEqual(['m-1', 'm-2'])
      expect(await buffered('moj.record/main', AT + 10)).toEqual(['m-1'])
      await committed(store(), start(1, { changes: [take('m-1', 1)] }))
      expect(await buffered()).toEqual(['m-2'])
      expect(await buffered('moj.other/main')).toEqual(['m-1', 'm-2'])
    })

    it('and its taker are found when they fit but did not meet', async () => {
      await committed(
        store(),
        start(1, { changes: [subscribe(1, 5)] }),
        start(2, { changes: [subscribe(2, 5, { key: '78' })] }),
        alone([publish('m-1')]),
      )
      const [pair, ...others] = await store().messages.unmet(AT, 10, 0)
      expect(others).toEqual([])
      expect(pair?.message).toMatchObject({ messageId: 'm-1', variables: { ok: true } })
      expect(pair?.subscription).toEqual({
        instance: instance(1),
        id: '5',
        agency: MOJ,
        program: PROGRAM,
        name: 'judgment',
        key: '77',
      })
      expect(await store().messages.unmet(AT + 60_000, 10, 0)).toEqual([])
      await committed(store(), step(1, 1, { changes: [take('m-1', 1)] }))
      expect(await store().messages.unmet(AT, 10, 0)).toEqual([])
    })

    it('is forgotten some time after it expired, and may then come again', async () => {
      await committed(
        store(),
        start(1, { changes: [publish('m-1'), take('m-1', 1)] }),
        alone([publish('m-2', { expires: AT + 90_000 })]),
      )
      expect(await store().messages.forget(AT + 60_000)).toBe(0)
      expect(await store().messages.forget(AT + 60_001)).toBe(1)
      expect(await store().messages.get(MOJ, 'judgment', 'm-1')).toBeUndefined()
      expect(await store().messages.get(MOJ, 'judgment', 'm-2')).toBeDefined()
      await committed(store(), alone([publish('m-1'), take('m-1', 2)]))
      expect(await subscribers('m-1')).toEqual([])
    })

    it('finds no suspended application, for which its time stands still, and for nobody else', async () => {
      const then = AT + 90_000_000
      await committed(store(), start(1, { changes: [subscribe(1, 5)] }))
      await committed(store(), step(1, 1, { at: AT, status: 'suspended', restated: true, changes: [hold(1)] }))
      await committed(
        store(),
        alone([publish('m-0', { expires: AT - 6_000 })], AT - 7_000),
        alone([publish('m-1', { expires: AT + 3_600_000 })], AT - 7_000),
        alone([publish('m-2', { expires: AT + 10 })], AT + 10),
      )
      expect(await subscribers('m-2')).toEqual([])
      expect(await store().messages.unmet(AT, 10, 0)).toEqual([])
      expect(await store().messages.forget(then)).toBe(1)
      await committed(store(), step(1, 2, { at: then, restated: true, changes: [release(1)] }))
      expect(await subscribers('m-2')).toEqual([instance(1)])
      expect(await buffered('moj.record/main', then + 3_599_999)).toEqual(['m-1', 'm-2'])
      expect(await buffered('moj.record/main', then + 3_600_000)).toEqual(['m-2'])
      expect(await buffered('moj.record/main', then + 86_400_000)).toEqual([])
      expect((await store().messages.sought(then, 10, 0)).map(({ message }) => message.messageId)).toEqual([
        'm-1',
        'm-2',
      ])
      const of = { agency: MOJ, name: 'judgment', key: '77', process: 'moj.record/main', limit: 10 }
      expect(await store().messages.buffered({ ...of, instance: instance(2), now: then })).toEqual([])
      expect(await store().messages.forget(then)).toBe(0)
      expect(await store().messages.forget(then + 86_400_001)).toBe(2)
      expect(await store().messages.sought(then, 10, 0)).toEqual([])
    })

    it('is remembered as taken while another of the same id and another name is forgotten', async () => {
      const paid = publish('m-1', { name: 'paid', expires: AT })
      await committed(store(), start(1, { changes: [paid, publish('m-1'), take('m-1', 1), subscribe(1, 5)] }))
      expect(await store().messages.forget(AT + 1)).toBe(1)
      expect(await subscribers('m-1')).toEqual([])
      expect(await store().commit(alone([take('m-1', 2)]))).toMatchObject({ kind: 'duplicate', instance: instance(1) })
    })
  })
}
