/** Files people give: in pieces, whole or not at all, and kept as long as somebody needs them. */
import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../../engine/core/attachment.ts'
import type { Digest } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, digest, instance, MOJ, start, user } from './given.ts'

const OWNER = user('900000001')

const attachment = (letter: string, more: Partial<Attachment> = {}): Attachment => ({
  owner: OWNER,
  digest: digest(letter),
  name: 'deed.pdf',
  size: 5,
  mediaType: 'application/pdf',
  givenAt: AT,
  ...more,
})

async function give(store: Store, file: Attachment, pieces: readonly string[] = ['abc', 'de']): Promise<Attachment> {
  const receiving = await store.attachments.receive(AT)
  for (const piece of pieces) await receiving.add(Buffer.from(piece))
  return receiving.keep(file)
}

async function textOf(store: Store, of: Digest): Promise<readonly string[]> {
  const pieces: string[] = []
  for await (const piece of store.documents.read(of)) pieces.push(Buffer.from(piece).toString())
  return pieces
}

const attach = (n: number, file: Attachment) =>
  start(n, {
    changes: [
      {
        kind: 'attachDocument',
        document: {
          digest: file.digest,
          agency: MOJ,
          instance: instance(n),
          source: 'start',
          givenBy: file.owner,
          mediaType: file.mediaType,
          name: file.name,
          size: file.size,
          createdAt: AT,
        },
      },
    ],
  })

export function attachments(store: () => Store): void {
  describe('an attachment', () => {
    it('comes in pieces, and nobody finds it before the last', async () => {
      const receiving = await store().attachments.receive(AT)
      await receiving.add(Buffer.from('abc'))
      await receiving.add(Buffer.from('de'))
      expect(await store().attachments.list(OWNER)).toEqual([])
      expect(await receiving.keep(attachment('a', { warning: 'active' }))).toEqual(
        attachment('a', { warning: 'active' }),
      )
      expect(await store().attachments.get(OWNER, digest('a'))).toEqual(attachment('a', { warning: 'active' }))
      expect(await store().attachments.get(user('900000002'), digest('a'))).toBeUndefined()
      expect(await textOf(store(), digest('a'))).toEqual(['abc', 'de'])
      expect(Buffer.from((await store().documents.bytes(digest('a'))) ?? []).toString()).toBe('abcde')
      expect(await textOf(store(), digest('b'))).toEqual([])
    })

    it('keeps its first name when it is given again, and the time of the last', async () => {
      await give(store(), attachment('a'))
      const again = await give(store(), attachment('a', { name: 'other.pdf', givenAt: AT + 5 }))
      expect(again).toEqual(attachment('a', { givenAt: AT + 5 }))
      expect(await store().attachments.given(OWNER, AT - 1)).toEqual({ files: 1, bytes: 5 })
      expect(await store().attachments.given(OWNER, AT + 5)).toEqual({ files: 0, bytes: 0 })
      expect(await textOf(store(), digest('a'))).toEqual(['abc', 'de'])
    })

    it('is a document of the application whose answers name it, and stays one', async () => {
      const file = attachment('a')
      await give(store(), file)
      await committed(store(), attach(1, file))
      expect(await store().documents.list(instance(1))).toMatchObject([{ digest: file.digest, givenBy: OWNER }])
      expect(await store().attachments.remove(OWNER, file.digest)).toBe(true)
      expect(await store().attachments.remove(OWNER, file.digest)).toBe(false)
      expect(await textOf(store(), file.digest)).toEqual(['abc', 'de'])
    })

    it('that was taken back meanwhile refuses the write that names it, whole', async () => {
      const file = attachment('a')
      await give(store(), file)
      await store().attachments.remove(OWNER, file.digest)
      expect(await store().commit(attach(1, file))).toEqual({ kind: 'conflict' })
      expect(await store().instances.get(instance(1))).toBeUndefined()
    })

    it('goes with its content when its last owner takes it back', async () => {
      const other = attachment('a', { owner: user('900000002') })
      await give(store(), attachment('a'))
      await give(store(), other)
      await store().attachments.remove(OWNER, digest('a'))
      expect(await textOf(store(), digest('a'))).toEqual(['abc', 'de'])
      await store().attachments.remove(other.owner, digest('a'))
      expect(await textOf(store(), digest('a'))).toEqual([])
      await give(store(), attachment('a'), ['abcde'])
      expect(await textOf(store(), digest('a'))).toEqual(['abcde'])
    })

    it('is forgotten when it is old, and so is what broke off on its way', async () => {
      await give(store(), attachment('a'))
      await give(store(), attachment('b', { givenAt: AT + 10 }))
      const broken = await store().attachments.receive(AT)
      await broken.add(Buffer.from('abc'))
      const dropped = await store().attachments.receive(AT)
      await dropped.add(Buffer.from('abc'))
      await dropped.drop()
      expect(await store().attachments.forget({ given: AT, begun: AT }, 10)).toBe(0)
      expect(await store().attachments.forget({ given: AT + 10, begun: AT + 1 }, 10)).toBe(2)
      expect(await store().attachments.list(OWNER)).toEqual([attachment('b', { givenAt: AT + 10 })])
      expect(await textOf(store(), digest('a'))).toEqual([])
    })
  })
}
