/** Applications that are being filled in. */
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../engine/core/draft.ts'
import type { DraftId } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, instance, reference, start, user } from './given.ts'

const id = (n: number): DraftId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as DraftId

const draft = (n: number, more: Partial<Draft> = {}): Draft => ({
  id: id(n),
  owner: user('900000001'),
  packageId: 'moj.record',
  version: '1.0.0',
  answers: { purpose: 'عمل', copies: 2, parts: [{ name: null }] },
  rev: 1,
  createdAt: AT,
  changedAt: AT + n,
  expires: AT + 1_000,
  ...more,
})

export function unsent(store: () => Store): void {
  const drafts = (): Store['drafts'] => store().drafts

  describe('a draft of an application', () => {
    it('is kept as it is given', async () => {
      const whole = draft(1, { startEvent: 'renewal', place: '2', begunBy: user('900000002') })
      await drafts().add(whole)
      await drafts().add(draft(2))
      expect(await drafts().get(id(1))).toEqual(whole)
      expect(await drafts().get(id(2))).toEqual(draft(2))
      expect(await drafts().get(id(3))).toBeUndefined()
    })

    it('is listed for its owner until it is too old, the one changed last first', async () => {
      await drafts().add(draft(1))
      await drafts().add(draft(2))
      await drafts().add(draft(3, { owner: user('900000002') }))
      await drafts().add(draft(4, { expires: AT + 5 }))
      const listed = async (now: number) => (await drafts().ofOwner(user('900000001'), now)).map((one) => one.id)
      expect(await listed(AT)).toEqual([id(4), id(2), id(1)])
      expect(await listed(AT + 5)).toEqual([id(2), id(1)])
      expect(await listed(AT + 1_000)).toEqual([])
    })

    it('is changed only as it was read', async () => {
      await drafts().add(draft(1))
      const { rev: _, ...changed } = draft(1, { version: '1.1.0', answers: { purpose: 'study' }, place: '3' })
      expect(await drafts().save({ ...changed, changedAt: AT + 9, expires: AT + 2_000 }, 1)).toBe(true)
      expect(await drafts().save({ ...changed, answers: {} }, 1)).toBe(false)
      expect(await drafts().get(id(1))).toEqual({ ...changed, changedAt: AT + 9, expires: AT + 2_000, rev: 2 })
      expect(await drafts().save({ ...changed, id: id(7) }, 1)).toBe(false)
    })

    it('becomes an application with the write that begins it, and keeps no answers', async () => {
      await drafts().add(draft(1))
      await committed(store(), start(1, { changes: [{ kind: 'sendDraft', draft: id(1), rev: 1 }] }))
      const sent = { instance: instance(1), reference: reference(1) }
      expect(await drafts().get(id(1))).toEqual({ ...draft(1), answers: {}, rev: 2, changedAt: AT + 1, sent })
      expect(await drafts().ofOwner(user('900000001'), AT)).toEqual([])
      expect(await drafts().save(draft(1), 2)).toBe(false)
      expect(await drafts().discard(id(1))).toBe(false)
    })

    it('is sent once, and as it was read: otherwise no application begins', async () => {
      await drafts().add(draft(1))
      const send = (n: number, rev: number) =>
        store().commit(start(n, { changes: [{ kind: 'sendDraft', draft: id(1), rev }] }))
      expect(await send(1, 2)).toEqual({ kind: 'conflict' })
      expect(await Promise.all([send(2, 1), send(3, 1)])).toEqual([{ kind: 'committed' }, { kind: 'conflict' }])
      expect(await store().instances.get(instance(1))).toBeUndefined()
      expect(await store().instances.get(instance(3))).toBeUndefined()
    })

    it('is gone when it is discarded or too old', async () => {
      await drafts().add(draft(1))
      await drafts().add(draft(2, { expires: AT + 5 }))
      expect(await drafts().discard(id(1))).toBe(true)
      expect(await drafts().discard(id(1))).toBe(false)
      expect(await drafts().forget(AT + 4)).toBe(0)
      expect(await drafts().forget(AT + 5)).toBe(1)
      expect(await drafts().get(id(2))).toBeUndefined()
    })
  })
}
