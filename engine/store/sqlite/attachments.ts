/**
 * What people gave with their answers. Bytes come piece by piece, each its own write, under a number nobody else knows;
 * the last write gives them their digest and their owner, all at once.
 */
import type { Attachment, AttachmentStore, Receiving } from '../../core/attachment.ts'
import { contentRemover } from './contents.ts'
import { DOCUMENTS } from './documents.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { Appliers } from './write/change.ts'
import type { WriteQueue } from './write/commit.ts'
import { Refused } from './write/refused.ts'

const ATTACHMENTS = table<Attachment>('attachments', [
  'owner',
  'digest',
  'name',
  'size',
  'mediaType',
  'warning',
  'givenAt',
])

const LISTED = 200

/** Old, and in no answers that their owner keeps for later: of an application to come, or of a task they have. */
const FORGOTTEN = `
  SELECT owner, digest FROM attachments AS a WHERE given_at < ?
    AND NOT EXISTS (
      SELECT 1 FROM drafts WHERE owner = a.owner AND instance IS NULL AND instr(answers, a.digest) > 0)
    AND NOT EXISTS (
      SELECT 1 FROM desk JOIN tasks USING (instance, id)
      WHERE desk.agency IN (SELECT agency FROM deployments) AND desk.who = 'a:' || a.owner
        AND instr(tasks.draft, a.digest) > 0)
  ORDER BY given_at LIMIT ?`

export function attachments(db: Connection, queue: WriteQueue): AttachmentStore {
  const select = `SELECT ${ATTACHMENTS.select} FROM attachments`
  const get = db.query<Stored<Attachment>>(`${select} WHERE owner = ? AND digest = ?`)
  const list = db.query<Stored<Attachment>>(`${select} WHERE owner = ? ORDER BY given_at DESC, digest LIMIT ${LISTED}`)
  const given = db.query<{ files: number; bytes: number }>(
    'SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM attachments WHERE owner = ? AND given_at > ?',
  )
  const old = db.query<{ owner: string; digest: string }>(FORGOTTEN)
  const broken = db.query<{ content: number }>('SELECT content FROM receiving WHERE begun_at < ? LIMIT ?')
  const remove = remover(db)
  const receive = receiver(db, queue)
  const drop = dropper(db)
  return {
    receive,
    get: async (owner, digest) =>
      get
        .all(owner, digest)
        .map(present<Attachment>)
        .at(0),
    list: async (owner) => list.all(owner).map(present<Attachment>),
    given: async (owner, since) => given.get(owner, since) ?? { files: 0, bytes: 0 },
    remove: (owner, digest) => queue.write(() => remove(owner, digest)),
    forget: (before, limit) =>
      queue.write(() => {
        const rows = old.all(before.given, limit)
        for (const { owner, digest } of rows) remove(owner, digest)
        const partial = broken.all(before.begun, limit)
        for (const { content } of partial) drop(content)
        return rows.length + partial.length
      }),
  }
}

function remover(db: Connection): (owner: string, digest: string) => boolean {
  const statement = db.statement('DELETE FROM attachments WHERE owner = ? AND digest = ?')
  const removeContent = contentRemover(db)
  return (owner, digest) => {
    if (statement.run(owner, digest) === 0) return false
    removeContent(digest)
    return true
  }
}

function dropper(db: Connection): (content: number) => void {
  const pieces = db.statement('DELETE FROM pieces WHERE content = ?')
  const receiving = db.statement('DELETE FROM receiving WHERE content = ?')
  return (content) => {
    pieces.run(content)
    receiving.run(content)
  }
}

function receiver(db: Connection, queue: WriteQueue): (at: number) => Promise<Receiving> {
  const begin = db.returning<{ content: number }>('INSERT INTO receiving (begun_at) VALUES (?) RETURNING content')
  const piece = db.statement('INSERT INTO pieces (content, n, bytes) VALUES (?, ?, ?)')
  const name = db.statement(
    "INSERT INTO contents (digest, bytes, pieces) VALUES (?, x'', ?) ON CONFLICT (digest) DO NOTHING",
  )
  const done = db.statement('DELETE FROM receiving WHERE content = ?')
  const insert = db.statement(
    `${ATTACHMENTS.insert} ON CONFLICT (owner, digest) DO UPDATE SET given_at = excluded.given_at`,
  )
  const kept = db.query<Stored<Attachment>>(
    `SELECT ${ATTACHMENTS.select} FROM attachments WHERE owner = ? AND digest = ?`,
  )
  const drop = dropper(db)
  return async (at) => {
    const content = await queue.write(() => begin.get(at)?.content)
    if (content === undefined) throw new Error('Expected a number for what is being received')
    let next = 0
    return {
      add: async (bytes) => {
        const n = next++
        await queue.write(() => piece.run(content, n, bytes))
      },
      keep: (attachment) =>
        queue.write(() => {
          if (name.run(attachment.digest, content) === 0) drop(content)
          else done.run(content)
          insert.run(ATTACHMENTS.values(attachment))
          const there = kept.get(attachment.owner, attachment.digest)
          if (!there) throw new Error('Expected an attachment after keeping it')
          return present<Attachment>(there)
        }),
      drop: () => queue.write(() => drop(content)),
    }
  }
}

export function attachmentChanges(db: Connection): Appliers<'attachDocument'> {
  const there = db.query<{ found: number }>('SELECT 1 AS found FROM attachments WHERE owner = ? AND digest = ?')
  const insert = db.statement(`${DOCUMENTS.insert} ON CONFLICT DO NOTHING`)
  return {
    attachDocument: ({ document }) => {
      if (there.get(document.givenBy, document.digest) === undefined) throw new Refused({ kind: 'conflict' })
      insert.run(DOCUMENTS.values(document))
    },
  }
}
