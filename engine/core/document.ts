/**
 * A paper that was issued or handed in: certificate, receipt, notice, power of attorney. Kept by the digest of its bytes;
 * certificates are also entered in a register, by serial number, where a revocation is written.
 */
import { bilingual } from './bilingual.ts'
import type { FileWarning } from './file/file-type.ts'
import type { AgencyId, Digest, InstanceId, UserId } from './ids.ts'
import type { Text } from './text.ts'

export interface DocumentRow {
  readonly digest: Digest
  readonly agency: AgencyId
  readonly instance: InstanceId
  /** Job or task that made it, or with whose answers it was handed in; "start" where it came with the application. */
  readonly source: string
  /** Who handed it in; absent where Masar issued it. */
  readonly givenBy?: UserId
  readonly mediaType: string
  /** File name offered on download. */
  readonly name: string
  readonly size: number
  readonly warning?: FileWarning
  readonly createdAt: number
}

/** What people call it: a paper of ours by its name in their language, a file they handed in as they named it. */
export function documentTitle(name: string): Text {
  const title = bilingual(name.replace(/\.pdf$/i, ''))
  return title.ar === title.en ? { ar: name, en: name } : title
}

export type CertificateStatus = 'valid' | 'revoked'

export interface CertificateRow {
  /** e.g. "MOJ-2026-8F3K2M". */
  readonly serial: string
  readonly agency: AgencyId
  readonly instance: InstanceId
  readonly digest: Digest
  readonly issuedAt: number
  readonly validUntil?: number
  readonly status: CertificateStatus
  readonly revokedAt?: number
  readonly reason?: string
}

export interface DocumentStore {
  /** Same digest, instance and source again: nothing happens. */
  add(document: DocumentRow, bytes: Uint8Array, certificate?: CertificateRow): Promise<void>
  get(instance: InstanceId, digest: Digest): Promise<DocumentRow | undefined>
  /** What one job or task made, for a job that is delivered twice. */
  bySource(instance: InstanceId, source: string): Promise<readonly DocumentRow[]>
  list(instance: InstanceId): Promise<readonly DocumentRow[]>
  bytes(digest: Digest): Promise<Uint8Array | undefined>
  /** The same, a piece at a time; empty where nothing is kept under it. */
  read(digest: Digest): AsyncIterable<Uint8Array>
  certificate(serial: string): Promise<CertificateRow | undefined>
  certificateOf(digest: Digest): Promise<CertificateRow | undefined>
  /** False when it is unknown; revoking twice keeps the first. */
  revoke(serial: string, at: number, reason: string): Promise<boolean>
}
