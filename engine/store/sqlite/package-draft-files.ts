/** What stands in the files of drafts, of each revision those that it changed; packed, since a day of drawing is a thousand of them. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { PackageDraftId } from '../../core/ids.ts'
import type { FileSizes } from '../../core/package/files.ts'
import type { Connection } from './file/driver.ts'

/** null: gone with this revision. */
export interface PackedFile {
  readonly path: string
  readonly bytes: number | null
  readonly content: Uint8Array | null
}

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Done before the write, so that no other write waits for it. */
export const packed = (files: ReadonlyMap<string, string | null>): Promise<readonly PackedFile[]> =>
  Promise.all(
    [...files].map(async ([path, text]) => {
      if (text === null) return { path, bytes: null, content: null }
      const bytes = Buffer.from(text)
      return { path, bytes: bytes.length, content: await deflate(bytes) }
    }),
  )

/** The row of each path that stood after a revision: an index walk, whatever was changed how often. */
export const NEWEST = `SELECT path, max(rev) AS rev FROM package_draft_files WHERE draft = :draft AND rev <= :rev GROUP BY path`

export function draftFiles(db: Connection) {
  const insert = db.statement(
    'INSERT INTO package_draft_files (draft, path, rev, bytes, content) VALUES (?, ?, ?, ?, ?)',
  )
  const at = db.query<{ path: string; content: Uint8Array }>(`
    SELECT f.path, f.content FROM (${NEWEST}) n CROSS JOIN package_draft_files f
    ON f.draft = :draft AND f.path = n.path AND f.rev = n.rev WHERE f.content IS NOT NULL ORDER BY f.path`)
  const sizes = db.query<{ path: string; bytes: number }>(`
    SELECT f.path, f.bytes FROM (${NEWEST}) n CROSS JOIN package_draft_files f
    ON f.draft = :draft AND f.path = n.path AND f.rev = n.rev WHERE f.bytes IS NOT NULL ORDER BY f.path`)
  return {
    insert(draft: PackageDraftId, rev: number, files: readonly PackedFile[]) {
      for (const { path, bytes, content } of files) insert.run(draft, path, rev, bytes, content)
    },
    async at(draft: PackageDraftId, rev: number): Promise<DraftFiles> {
      const rows = at.all({ draft, rev })
      const texts = await Promise.all(rows.map(async ({ content }) => (await inflate(content)).toString('utf8')))
      return new Map(rows.map(({ path }, index) => [path, texts[index] ?? '']))
    },
    sizes: (draft: PackageDraftId, rev: number): FileSizes =>
      new Map(sizes.all({ draft, rev }).map(({ path, bytes }) => [path, bytes])),
  }
}
