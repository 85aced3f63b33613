/** The rows of drafts: whose each is, how it is called, where it stands, who holds it. */
import type { AgencyId, PackageDraftId, UserId } from '../../core/ids.ts'
import type { EditLock, PackageDraft } from '../../core/package-draft.ts'
import type { Connection } from './file/driver.ts'
import { table } from './rows/table.ts'

interface Stored {
  readonly id: PackageDraftId
  readonly agency: AgencyId
  readonly packageId: string
  readonly titleAr: string
  readonly titleEn: string
  readonly rev: number
  readonly basePackage: string | null
  readonly baseVersion: string | null
  readonly createdAt: number
  readonly createdBy: UserId
  readonly changedAt: number
  readonly changedBy: UserId
  readonly lockedBy: UserId | null
  readonly lockedUntil: number | null
  readonly discardedAt: number | null
  readonly discardedBy: UserId | null
}

const DRAFTS = table<Stored>('package_drafts', [
  'id',
  'agency',
  'packageId',
  'titleAr',
  'titleEn',
  'rev',
  'basePackage',
  'baseVersion',
  'createdAt',
  'createdBy',
  'changedAt',
  'changedBy',
  'lockedBy',
  'lockedUntil',
  'discardedAt',
  'discardedBy',
])

export const DRAFTS_OF_AGENCY = `SELECT ${DRAFTS.select} FROM package_drafts
  WHERE agency = ? AND discarded_at IS NULL ORDER BY changed_at DESC LIMIT 500`
export const DRAFTS_OF_ALL = `SELECT ${DRAFTS.select} FROM package_drafts
  WHERE discarded_at IS NULL ORDER BY changed_at DESC LIMIT 500`
export const DISCARDED = `SELECT ${DRAFTS.select} FROM package_drafts
  WHERE discarded_at IS NOT NULL AND forgotten = 0 ORDER BY discarded_at DESC LIMIT 100`
export const DISCARDED_OF_AGENCY = `SELECT ${DRAFTS.select} FROM package_drafts
  WHERE agency = ? AND discarded_at IS NOT NULL AND forgotten = 0 ORDER BY discarded_at DESC LIMIT 100`
export const UNTHINNED =
  'SELECT id FROM package_drafts WHERE thinned_at < ? AND forgotten = 0 ORDER BY thinned_at LIMIT ?'
export const UNTHINNED_OF_AGENCY = `SELECT id FROM package_drafts
  WHERE agency = ? AND thinned_at < ? AND forgotten = 0 ORDER BY kept DESC LIMIT ?`
export const LONG_DISCARDED = 'SELECT id FROM package_drafts WHERE discarded_at < ? AND forgotten = 0 LIMIT ?'

export function draftRows(db: Connection) {
  const insert = db.statement(DRAFTS.insert)
  const get = db.query<Stored>(`SELECT ${DRAFTS.select} FROM package_drafts WHERE id = ? AND forgotten = 0`)
  const taken = db.query<object>('SELECT id FROM package_drafts WHERE id = ?')
  const ofAgency = db.query<Stored>(DRAFTS_OF_AGENCY)
  const ofAll = db.query<Stored>(DRAFTS_OF_ALL)
  const lock = db.statement('UPDATE package_drafts SET locked_by = ?, locked_until = ? WHERE id = ?')
  const unlock = db.statement(
    'UPDATE package_drafts SET locked_by = NULL, locked_until = NULL WHERE id = ? AND locked_by = ?',
  )
  const discard = db.statement(
    'UPDATE package_drafts SET discarded_at = ?, discarded_by = ?, locked_by = NULL, locked_until = NULL WHERE id = ?',
  )
  const recover = db.statement(
    'UPDATE package_drafts SET discarded_at = NULL, discarded_by = NULL WHERE id = ? AND discarded_at IS NOT NULL AND forgotten = 0',
  )
  const thrownAway = db.query<Stored>(DISCARDED)
  const thrownAwayOf = db.query<Stored>(DISCARDED_OF_AGENCY)
  const discarded = db.query<{ id: PackageDraftId }>(LONG_DISCARDED)
  const unthinned = db.query<{ id: PackageDraftId }>(UNTHINNED)
  const unthinnedOf = db.query<{ id: PackageDraftId }>(UNTHINNED_OF_AGENCY)
  const thinned = db.statement('UPDATE package_drafts SET thinned_at = ? WHERE id = ?')
  return {
    insert: (draft: PackageDraft) => insert.run(DRAFTS.values(stored(draft))),
    get(id: PackageDraftId): PackageDraft | undefined {
      const row = get.get(id)
      return row && draftOf(row)
    },
    /** Also by one that is forgotten. */
    isTaken: (id: PackageDraftId) => taken.get(id) !== undefined,
    list: (agency: AgencyId | undefined) => (agency === undefined ? ofAll.all() : ofAgency.all(agency)).map(draftOf),
    discarded: (agency: AgencyId | undefined) =>
      (agency === undefined ? thrownAway.all() : thrownAwayOf.all(agency)).map(draftOf),
    lock: (id: PackageDraftId, { by, until }: EditLock) => lock.run(by, until, id),
    unlock: (id: PackageDraftId, by: UserId) => unlock.run(id, by),
    discard: (id: PackageDraftId, at: number, by: UserId) => discard.run(at, by, id),
    recover: (id: PackageDraftId) => recover.run(id) === 1,
    longDiscarded: (before: number, limit: number) => discarded.all(before, limit).map(({ id }) => id),
    unthinned: (before: number, limit: number, agency: AgencyId | undefined) =>
      (agency === undefined ? unthinned.all(before, limit) : unthinnedOf.all(agency, before, limit)).map(
        ({ id }) => id,
      ),
    thinned: (id: PackageDraftId, at: number) => thinned.run(at, id),
  }
}

const stored = ({ title, base, lock, discarded, ...draft }: PackageDraft): Stored => ({
  ...draft,
  titleAr: title.ar,
  titleEn: title.en,
  basePackage: base?.packageId ?? null,
  baseVersion: base?.version ?? null,
  lockedBy: lock?.by ?? null,
  lockedUntil: lock?.until ?? null,
  discardedAt: discarded?.at ?? null,
  discardedBy: discarded?.by ?? null,
})

const draftOf = ({
  titleAr,
  titleEn,
  basePackage,
  baseVersion,
  lockedBy,
  lockedUntil,
  discardedAt,
  discardedBy,
  ...row
}: Stored): PackageDraft => ({
  ...row,
  title: { ar: titleAr, en: titleEn },
  ...(basePackage === null || baseVersion === null ? {} : { base: { packageId: basePackage, version: baseVersion } }),
  ...(lockedBy === null || lockedUntil === null ? {} : { lock: { by: lockedBy, until: lockedUntil } }),
  ...(discardedAt === null || discardedBy === null ? {} : { discarded: { at: discardedAt, by: discardedBy } }),
})
