/** Papers by the digest of their bytes, each content once; and the register of certificates. */
import type { CertificateRow, DocumentRow, DocumentStore } from '../../core/document.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import { contentReader } from './contents.ts'

export const DOCUMENTS = table<DocumentRow>('documents', [
  'digest',
  'agency',
  'instance',
  'source',
  'givenBy',
  'mediaType',
  'name',
  'size',
  'warning',
  'createdAt',
])

const CERTIFICATES = table<CertificateRow>('certificates', [
  'serial',
  'agency',
  'instance',
  'digest',
  'issuedAt',
  'validUntil',
  'status',
  'revokedAt',
  'reason',
])

export function documents(db: Connection, queue: WriteQueue): DocumentStore {
  const add = adder(db)
  const select = `SELECT ${DOCUMENTS.select} FROM documents WHERE instance = ?`
  const get = db.query<Stored<DocumentRow>>(`${select} AND digest = ? ORDER BY seq LIMIT 1`)
  const bySource = db.query<Stored<DocumentRow>>(`${select} AND source = ? ORDER BY seq`)
  const list = db.query<Stored<DocumentRow>>(`${select} ORDER BY seq`)
  const content = contentReader(db)
  const register = (where: string) =>
    db.query<Stored<CertificateRow>>(`SELECT ${CERTIFICATES.select} FROM certificates WHERE ${where}`)
  const bySerial = register('serial = ?')
  const byDigest = register('digest = ? ORDER BY issued_at LIMIT 1')
  const revoke = db.statement(
    "UPDATE certificates SET status = 'revoked', revoked_at = ?, reason = ? WHERE serial = ? AND status = 'valid'",
  )
  const row = (stored: Stored<CertificateRow> | undefined) => stored && present<CertificateRow>(stored)
  const paper = (stored: Stored<DocumentRow>) => present<DocumentRow>(stored)
  return {
    add: (document, content, certificate) => queue.write(() => add(document, content, certificate)),
    get: async (instance, digest) => get.all(instance, digest).map(paper)[0],
    bySource: async (instance, source) => bySource.all(instance, source).map(paper),
    list: async (instance) => list.all(instance).map(paper),
    bytes: async (digest) => content.whole(digest),
    read: (digest) => content.read(digest),
    certificate: async (serial) => row(bySerial.get(serial)),
    certificateOf: async (digest) => row(byDigest.get(digest)),
    revoke: (serial, at, reason) =>
      queue.write(() => revoke.run(at, reason, serial) === 1 || bySerial.get(serial) !== undefined),
  }
}

function adder(db: Connection): (document: DocumentRow, bytes: Uint8Array, certificate?: CertificateRow) => void {
  const content = db.statement('INSERT INTO contents (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const insert = db.statement(`${DOCUMENTS.insert} ON CONFLICT DO NOTHING`)
  const certify = db.statement(CERTIFICATES.insert)
  return (document, bytes, certificate) => {
    content.run(document.digest, bytes)
    const added = insert.run(DOCUMENTS.values(document))
    if (added === 1 && certificate) certify.run(CERTIFICATES.values(certificate))
  }
}
