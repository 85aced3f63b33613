/** Makes revisions of a draft one with a later one: what stood after that later one stands as before. */
import type { PackageDraftId } from '../../core/ids.ts'
import type { Fold } from '../../core/package-draft.ts'
import type { Connection } from './file/driver.ts'

export function revisionFolder(db: Connection): (draft: PackageDraftId, folds: readonly Fold[]) => void {
  const overwritten = db.statement(`DELETE FROM package_draft_files WHERE draft = :draft AND rev = :rev
    AND path IN (SELECT path FROM package_draft_files WHERE draft = :draft AND rev = :into)`)
  const move = db.statement('UPDATE package_draft_files SET rev = :into WHERE draft = :draft AND rev = :rev')
  const remove = db.statement('DELETE FROM package_draft_revisions WHERE draft = ? AND rev = ?')
  return (draft, folds) => {
    for (const { rev, into } of folds.toSorted((a, b) => b.rev - a.rev)) {
      overwritten.run({ draft, rev, into })
      move.run({ draft, rev, into })
      remove.run(draft, rev)
    }
  }
}
