/** Packages that are being written: the draft itself, its lock, and what was done to it. Contents are in package-draft-files.ts. */
import type { PackageDraftId } from '../../core/ids.ts'
import {
  DRAFT_ROOM,
  lockOf,
  type DraftChange,
  type DraftChanged,
  type DraftRevision,
  type DraftRoom,
  type LockTaken,
  type PackageDraftStore,
  type Takeover,
} from '../../core/package-draft.ts'
import type { Text } from '../../core/text.ts'
import type { Connection } from './file/driver.ts'
import { draftFiles, packed, type PackedFile } from './package-draft-files.ts'
import { revisionFolder } from './package-draft-folds.ts'
import { draftRoom, ROW } from './package-draft-room.ts'
import { draftRows } from './package-draft-rows.ts'
import type { WriteQueue } from './write/commit.ts'

export function packageDrafts(db: Connection, queue: WriteQueue): PackageDraftStore {
  const drafts = draftRows(db)
  const revisions = revisionRows(db)
  const files = draftFiles(db)
  const fold = revisionFolder(db)
  const takeovers = takeoverRows(db)
  const room = draftRoom(db)
  const change = changer(db)

  return {
    async add(draft, contents, label, most = DRAFT_ROOM) {
      const rows = await packed(contents)
      return queue.write(() => {
        const { id, agency, rev, createdAt: at, createdBy: by } = draft
        if (drafts.isTaken(id)) return { kind: 'taken' }
        if (room.isFull(agency, most)) return { kind: 'many' }
        const lacking = room.lacking(agency, roomOf(rows), most)
        if (lacking > 0) return { kind: 'full', lacking }
        drafts.insert(draft)
        revisions.insert(id, { rev, at, by, kind: 'created', ...(label && { label }) })
        files.insert(id, rev, rows)
        room.grow(id, roomOf(rows))
        return { kind: 'added' }
      })
    },
    get: async (id) => drafts.get(id),
    list: async ({ agency }) => drafts.list(agency),
    discarded: async ({ agency }) => drafts.discarded(agency),
    files: (id, rev) => files.at(id, rev),
    sizes: async (id, rev) => files.sizes(id, rev),
    revisions: async (id, limit) => revisions.list(id, limit),
    async change(id, made, most = DRAFT_ROOM) {
      const rows = await packed(made.files)
      return queue.write(() => change(id, made, rows, most))
    },
    lock: (id, taken) => queue.write(() => locked(id, taken, drafts, takeovers)),
    unlock: (id, by) =>
      queue.write(() => {
        drafts.unlock(id, by)
      }),
    takeovers: async (id) => takeovers.list(id),
    discard: (id, { at, by }) =>
      queue.write(() => {
        const draft = drafts.get(id)
        if (draft === undefined || draft.discarded) return 'gone'
        const lock = lockOf(draft, at)
        if (lock && lock.by !== by) return 'locked'
        drafts.discard(id, at, by)
        return 'discarded'
      }),
    recover: (id, most = DRAFT_ROOM) =>
      queue.write(() => {
        const draft = drafts.get(id)
        if (draft?.discarded === undefined) return 'gone'
        if (room.isFull(draft.agency, most)) return 'many'
        drafts.recover(id)
        return 'recovered'
      }),
    forget: async (before, limit) =>
      drafts.longDiscarded(before, limit).length === 0
        ? 0
        : queue.write(() => {
            const ids = drafts.longDiscarded(before, limit)
            for (const id of ids) room.forget(id)
            return ids.length
          }),
    giveUp: (agency, bytes) => queue.write(() => room.giveUp(agency, bytes)),
    async clear() {
      const id = room.nextForgotten()
      if (id !== undefined) await queue.write(() => room.clear(id))
      return id !== undefined
    },
    unthinned: async (before, limit, agency) => drafts.unthinned(before, limit, agency),
    fold: (id, folds, at) =>
      queue.write(() => {
        fold(id, folds)
        if (folds.length > 0) room.measure(id)
        drafts.thinned(id, at)
      }),
  }
}

/** Of a revision with these files. */
const roomOf = (rows: readonly PackedFile[]): number =>
  rows.reduce((sum, { content }) => sum + ROW + (content?.length ?? 0), ROW)

type StoredRevision = Omit<DraftRevision, 'label'> & { readonly ar: string | null; readonly en: string | null }

function revisionRows(db: Connection) {
  const insert = db.statement(`INSERT INTO package_draft_revisions (draft, rev, name, at, by, kind, label_ar, label_en)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const list = db.query<StoredRevision>(`SELECT rev, at, by, kind, label_ar AS ar, label_en AS en
    FROM package_draft_revisions WHERE draft = ? ORDER BY rev DESC LIMIT ?`)
  const named = db.query<{ rev: number }>('SELECT rev FROM package_draft_revisions WHERE draft = ? AND name = ?')
  return {
    insert(draft: PackageDraftId, { rev, at, by, kind, label }: DraftRevision, name: string | null = null) {
      insert.run(draft, rev, name, at, by, kind, label?.ar ?? null, label?.en ?? null)
    },
    list: (draft: PackageDraftId, limit: number): readonly DraftRevision[] =>
      list.all(draft, limit).map(({ ar, en, ...row }) => ({ ...row, ...labelled(ar, en) })),
    named: (draft: PackageDraftId, name: string) => named.get(draft, name)?.rev,
  }
}

const labelled = (ar: string | null, en: string | null): { label?: Text } =>
  ar === null || en === null ? {} : { label: { ar, en } }

function takeoverRows(db: Connection) {
  const insert = db.statement(
    'INSERT INTO package_draft_takeovers (draft, at, taken_by, taken_from) VALUES (?, ?, ?, ?)',
  )
  const list = db.query<Takeover>(`SELECT at, taken_by AS "by", taken_from AS "from" FROM package_draft_takeovers
    WHERE draft = ? ORDER BY at DESC LIMIT 200`)
  const trim = db.statement(`DELETE FROM package_draft_takeovers WHERE draft = :draft AND rowid IN
    (SELECT rowid FROM package_draft_takeovers WHERE draft = :draft ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET 200)`)
  return {
    /** As many stay as are listed: two who take it from each other fill nothing. */
    insert(draft: PackageDraftId, { at, by, from }: Takeover) {
      insert.run(draft, at, by, from)
      trim.run({ draft })
    },
    list: (draft: PackageDraftId) => list.all(draft),
  }
}

/** What was done before is recognised first: whoever writes now, it is done. */
function changer(db: Connection) {
  const drafts = draftRows(db)
  const revisions = revisionRows(db)
  const files = draftFiles(db)
  const room = draftRoom(db)
  const update =
    db.statement(`UPDATE package_drafts SET rev = ?, package_id = ?, title_ar = ?, title_en = ?, changed_at = ?, changed_by = ?
    WHERE id = ?`)
  return (id: PackageDraftId, made: DraftChange, rows: readonly PackedFile[], most: DraftRoom): DraftChanged => {
    const draft = drafts.get(id)
    if (draft === undefined || draft.discarded) return { kind: 'gone' }
    const before = revisions.named(id, made.name)
    if (before !== undefined) return { kind: 'repeated', rev: before }
    const lock = lockOf(draft, made.at)
    if (lock && lock.by !== made.by) return { kind: 'locked', lock }
    if (draft.rev !== made.rev) return { kind: 'stale', draft }
    const lacking = room.lacking(draft.agency, roomOf(rows), most)
    if (lacking > 0) return { kind: 'full', lacking }
    const rev = draft.rev + 1
    const { at, by, kind, label, packageId, title } = made
    update.run(rev, packageId, title.ar, title.en, at, by, id)
    if (lock) drafts.lock(id, { by, until: Math.max(lock.until, made.lockedUntil) })
    revisions.insert(id, { rev, at, by, kind, ...(label && { label }) }, made.name)
    files.insert(id, rev, rows)
    room.grow(id, roomOf(rows))
    return { kind: 'changed', rev }
  }
}

function locked(
  id: PackageDraftId,
  { by, now, until, steal }: Parameters<PackageDraftStore['lock']>[1],
  drafts: ReturnType<typeof draftRows>,
  takeovers: ReturnType<typeof takeoverRows>,
): LockTaken {
  const draft = drafts.get(id)
  if (draft === undefined || draft.discarded) return { kind: 'gone' }
  const lock = lockOf(draft, now)
  const others = lock !== undefined && lock.by !== by
  if (others && !steal) return { kind: 'locked', lock }
  if (others) takeovers.insert(id, { at: now, by, from: lock.by })
  drafts.lock(id, { by, until })
  return { kind: 'held', lock: { by, until } }
}
