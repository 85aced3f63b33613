/** How much room the drafts of an agency take, what is forgotten to make some, and the clearing away of it a piece at a time. */
import type { AgencyId, PackageDraftId } from '../../core/ids.ts'
import type { DraftRoom } from '../../core/package-draft.ts'
import type { Connection } from './file/driver.ts'

/** What a row takes beside what it holds. */
export const ROW = 512

/** Removed in one write: others wait for it. */
const PIECE = { rows: 200, bytes: 4_000_000 }

export const KEPT = 'SELECT sum(kept) AS kept FROM package_drafts WHERE agency = ? AND forgotten = 0'
export const THROWN = `SELECT id, kept FROM package_drafts
  WHERE agency = ? AND discarded_at IS NOT NULL AND forgotten = 0 ORDER BY discarded_at`
export const FORGOTTEN = 'SELECT id FROM package_drafts WHERE forgotten = 1 LIMIT 1'

export function draftRoom(db: Connection) {
  const kept = db.query<{ kept: number | null }>(KEPT)
  const open = db.query<{ drafts: number }>(
    'SELECT count(*) AS drafts FROM package_drafts WHERE agency = ? AND discarded_at IS NULL',
  )
  const grow = db.statement('UPDATE package_drafts SET kept = kept + ? WHERE id = ?')
  const measure = db.statement(`UPDATE package_drafts SET kept =
    ${ROW} * (SELECT count(*) FROM package_draft_revisions WHERE draft = :draft)
    + (SELECT coalesce(sum(${ROW} + coalesce(length(content), 0)), 0) FROM package_draft_files WHERE draft = :draft)
    WHERE id = :draft`)
  const thrown = db.query<{ id: PackageDraftId; kept: number }>(THROWN)
  const forget = db.statement('UPDATE package_drafts SET forgotten = 1 WHERE id = ?')
  const forgotten = db.query<{ id: PackageDraftId }>(FORGOTTEN)
  const rows = db.query<{ rowid: number; bytes: number }>(
    'SELECT rowid, coalesce(length(content), 0) AS bytes FROM package_draft_files WHERE draft = ? LIMIT ?',
  )
  const clear = db.statement('DELETE FROM package_draft_files WHERE rowid = ?')
  const clearRevisions = db.statement(`DELETE FROM package_draft_revisions WHERE draft = :draft AND rev IN
    (SELECT rev FROM package_draft_revisions WHERE draft = :draft LIMIT ${PIECE.rows})`)
  const remove = db.statement('DELETE FROM package_drafts WHERE id = ?')

  return {
    /** Bytes that `more` would be too many; 0 where there is room. */
    lacking: (agency: AgencyId, more: number, room: DraftRoom): number =>
      Math.max(0, (kept.get(agency)?.kept ?? 0) + more - room.bytes),
    isFull: (agency: AgencyId, room: DraftRoom): boolean => (open.get(agency)?.drafts ?? 0) >= room.drafts,
    grow: (draft: PackageDraftId, bytes: number) => grow.run(bytes, draft),
    measure: (draft: PackageDraftId) => measure.run({ draft }),
    /** Those thrown away longest ago first. @returns bytes that are free by it */
    giveUp(agency: AgencyId, bytes: number): number {
      let freed = 0
      for (const draft of thrown.all(agency)) {
        if (freed >= bytes) break
        forget.run(draft.id)
        freed += draft.kept
      }
      return freed
    },
    forget: (draft: PackageDraftId) => forget.run(draft),
    nextForgotten: () => forgotten.get()?.id,
    /** A piece of a forgotten draft; the draft itself with the last one. */
    clear(draft: PackageDraftId): void {
      let bytes = 0
      const some = rows.all(draft, PIECE.rows)
      for (const row of some) {
        clear.run(row.rowid)
        bytes += row.bytes
        if (bytes > PIECE.bytes) return
      }
      if (some.length < PIECE.rows && clearRevisions.run({ draft }) < PIECE.rows) remove.run(draft)
    },
  }
}
