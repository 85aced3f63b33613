/** What clerks write beside an application. */
import { describe, expect, it } from 'vitest'
import type { Note } from '../../../engine/core/note.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, instance, MOJ, start, user } from './given.ts'

const note = (n: number, more: Partial<Note> = {}): Note => ({
  id: `note-${String(n)}`,
  instance: instance(1),
  agency: MOJ,
  audience: 'internal',
  author: user('rana'),
  body: 'راجع الملف',
  at: AT + n,
  ...more,
})
const add = (...notes: readonly Note[]) => notes.map((one) => ({ kind: 'addNote', note: one }) as const)

export function notes(store: () => Store): void {
  describe('the notes beside an application', () => {
    it('stay in the order they were written, each as it was', async () => {
      const written = [note(3), note(1, { audience: 'applicant' }), note(2, { author: user('omar') })]
      await committed(store(), start(1, { changes: add(...written) }), alone(add(note(4, { instance: instance(2) }))))
      expect(await store().notes.ofInstance(instance(1))).toEqual(written)
      expect(await store().notes.ofInstance(instance(1), 'applicant')).toEqual([written[1]])
      expect(await store().notes.ofInstance(instance(3))).toEqual([])
    })

    it('are written once: sent again under the same id, the first stays', async () => {
      await committed(store(), alone(add(note(1))))
      await committed(store(), alone(add(note(1, { body: 'something else', audience: 'applicant' }))))
      expect(await store().notes.ofInstance(instance(1))).toEqual([note(1)])
    })

    it('are not there when the write they come with is refused', async () => {
      await committed(store(), start(1))
      expect(await store().commit(start(1, { changes: add(note(1)) }))).toMatchObject({ kind: 'duplicate' })
      expect(await store().notes.ofInstance(instance(1))).toEqual([])
    })
  })
}
