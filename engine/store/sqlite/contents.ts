/** The bytes of papers, each content once by its digest: whole in one row, or in pieces where it came streaming. */
import type { Digest } from '../../core/ids.ts'
import type { Connection } from './file/driver.ts'

export interface ContentReader {
  whole(digest: Digest): Uint8Array | undefined
  read(digest: Digest): AsyncIterable<Uint8Array>
}

interface Content {
  /** Empty where it is in pieces. */
  readonly bytes: Uint8Array
  readonly pieces: number | null
}

export function contentReader(db: Connection): ContentReader {
  const content = db.query<Content>('SELECT bytes, pieces FROM contents WHERE digest = ?')
  const numbers = db.query<{ n: number }>('SELECT n FROM pieces WHERE content = ? ORDER BY n')
  const piece = db.query<{ bytes: Uint8Array }>('SELECT bytes FROM pieces WHERE content = ? AND n = ?')

  function* parts(found: Content): Generator<Uint8Array> {
    if (found.pieces === null) yield found.bytes
    else
      for (const { n } of numbers.all(found.pieces)) {
        const bytes = piece.get(found.pieces, n)?.bytes
        if (bytes === undefined) throw new Error('Expected a content to stay while it is read, but it was removed')
        yield bytes
      }
  }

  return {
    whole(digest) {
      const found = content.get(digest)
      return found && Buffer.concat([...parts(found)])
    },
    async *read(digest) {
      const found = content.get(digest)
      if (found) yield* parts(found)
    },
  }
}

/** Takes away a content that nothing names any more. */
export function contentRemover(db: Connection): (digest: string) => void {
  const pieces = db.query<{ pieces: number | null }>(
    `SELECT pieces FROM contents WHERE digest = :digest
       AND NOT EXISTS (SELECT 1 FROM attachments WHERE digest = :digest)
       AND NOT EXISTS (SELECT 1 FROM documents WHERE digest = :digest)
       AND NOT EXISTS (SELECT 1 FROM certificates WHERE digest = :digest)`,
  )
  const dropContent = db.statement('DELETE FROM contents WHERE digest = ?')
  const dropPieces = db.statement('DELETE FROM pieces WHERE content = ?')
  return (digest) => {
    const found = pieces.get({ digest })
    if (found === undefined) return
    dropContent.run(digest)
    if (found.pieces !== null) dropPieces.run(found.pieces)
  }
}
