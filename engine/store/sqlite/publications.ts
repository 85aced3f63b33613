/** Signatures under drafts, and where versions came from. A publication is written with its deployment: deployments.ts. */
import type { Digest, PackageDraftId, UserId, AgencyId } from '../../core/ids.ts'
import type { Publication, PublicationStore, SignOff } from '../../core/publication.ts'
import type { Connection } from './file/driver.ts'
import type { WriteQueue } from './write/commit.ts'

interface StoredSignOff {
  readonly draft: PackageDraftId
  readonly digest: Digest
  readonly role: string
  readonly by: UserId
  readonly at: number
  readonly remark: string | null
}

interface StoredPublication {
  readonly packageId: string
  readonly version: string
  readonly agency: AgencyId
  readonly at: number
  readonly by: UserId
  readonly draft: PackageDraftId | null
  readonly rev: number | null
  readonly restores: string | null
  readonly remark: string | null
}

export function publications(db: Connection, queue: WriteQueue): PublicationStore {
  const insert = db.statement('INSERT INTO sign_offs (draft, digest, role, by, at, remark) VALUES (?, ?, ?, ?, ?, ?)')
  const taken = db.query('SELECT 1 FROM sign_offs WHERE draft = ? AND digest = ? AND (role = ? OR by = ?)')
  const signed = db.query<StoredSignOff>('SELECT * FROM sign_offs WHERE draft = ? ORDER BY at DESC LIMIT 500')
  const list =
    db.query<StoredPublication>(`SELECT package_id AS packageId, version, agency, at, by, draft, rev, restores, remark
    FROM publications WHERE package_id = ? ORDER BY at DESC LIMIT 500`)
  return {
    sign: ({ draft, digest, role, by, at, remark = null }) =>
      queue.write(() => {
        if (taken.get(draft, digest, role, by)) return false
        insert.run(draft, digest, role, by, at, remark)
        return true
      }),
    signOffs: async (draft) => signed.all(draft).map(signOffOf),
    publications: async (packageId) => list.all(packageId).map(publicationOf),
  }
}

const signOffOf = ({ remark, ...row }: StoredSignOff): SignOff => ({ ...row, ...(remark !== null && { remark }) })

const publicationOf = ({ draft, rev, restores, remark, ...row }: StoredPublication): Publication => ({
  ...row,
  ...(draft !== null && rev !== null && { draft: { id: draft, rev } }),
  ...(restores !== null && { restores }),
  ...(remark !== null && { remark }),
})

/** Within the write of its deployment. @returns false where the draft went on meanwhile, and nothing was written */
export function publicationWriter(db: Connection): {
  readonly fits: (publication: Publication) => boolean
  readonly write: (publication: Publication) => void
} {
  const standing = db.query<{ rev: number }>('SELECT rev FROM package_drafts WHERE id = ? AND discarded_at IS NULL')
  const insert =
    db.statement(`INSERT INTO publications (package_id, version, agency, at, by, draft, rev, restores, remark)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const rebase = db.statement('UPDATE package_drafts SET base_package = ?, base_version = ? WHERE id = ?')
  return {
    fits: ({ draft }) => draft === undefined || standing.get(draft.id)?.rev === draft.rev,
    write({ packageId, version, agency, at, by, draft, restores = null, remark = null }) {
      insert.run(packageId, version, agency, at, by, draft?.id ?? null, draft?.rev ?? null, restores, remark)
      if (draft) rebase.run(packageId, version, draft.id)
    },
  }
}
