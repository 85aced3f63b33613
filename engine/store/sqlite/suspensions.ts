/** Services that are held, so that nothing of theirs begins, and those that were. */
import type { AgencyId } from '../../core/ids.ts'
import type { CommitResult } from '../../core/store.ts'
import type { ServiceSuspension, SuspensionStore } from '../../core/suspension.ts'
import type { Connection } from './file/driver.ts'
import { keyOf } from './rows/cursor.ts'
import { page } from './rows/page.ts'
import type { Appliers } from './write/change.ts'
import { signalRelease } from './write/holding.ts'
import { Refused } from './write/refused.ts'

const ANOTHER_WAS_FASTER: CommitResult = { kind: 'duplicate', of: 'suspension' }

interface StoredSuspension {
  readonly seq: number
  readonly agency: AgencyId
  readonly packageId: string
  readonly reason: string
  readonly by: string
  readonly at: number
  readonly liftedAt: number | null
  readonly liftedBy: string | null
  readonly liftReason: string | null
  readonly endedAt: number | null
}

const COLUMNS = `seq, agency, package_id AS packageId, reason, held_by AS by, at, lifted_at AS liftedAt,
  lifted_by AS liftedBy, lift_reason AS liftReason, ended_at AS endedAt`

export function suspensions(db: Connection): SuspensionStore {
  const open = db.query<StoredSuspension>(`
    SELECT ${COLUMNS} FROM suspensions WHERE ended_at IS NULL AND (:agency IS NULL OR agency = :agency) ORDER BY seq`)
  const ended = db.query<StoredSuspension>(`
    SELECT ${COLUMNS} FROM suspensions
    WHERE ended_at IS NOT NULL AND (:agency IS NULL OR agency = :agency) AND seq < :before ORDER BY seq DESC LIMIT :limit`)
  return {
    open: async (agency) => open.all({ agency: agency ?? null }).map(suspension),
    ended: async ({ agency = null, after, limit }) => {
      const [before = Number.MAX_SAFE_INTEGER] = after === undefined ? [] : keyOf(after, ['number'])
      const rows = ended.all({ agency, before, limit: limit + 1 })
      return page([rows], { limit, order: 'descending', key: (row) => [row.seq], item: suspension })
    },
  }
}

/** SQL that is true where a row of this table speaks of a service that is held. */
export const isHeldSql = (table: string): string => `EXISTS (
  SELECT 1 FROM suspensions h WHERE h.agency = ${table}.agency AND h.package_id IN ('', ${table}.package_id)
    AND h.lifted_at IS NULL)`

/** Why no application of the service may begin, or nothing where it may. */
export function heldService(db: Connection): (agency: string, packageId: string) => string | undefined {
  const find = db.query<{ reason: string }>(
    "SELECT reason FROM suspensions WHERE agency = ? AND package_id IN ('', ?) AND lifted_at IS NULL",
  )
  return (agency, packageId) => find.get(agency, packageId)?.reason
}

/** A service that is held again while what was suspended before is being resumed: the new suspension takes it over. */
export function suspensionChanges(db: Connection): Appliers<'suspendService' | 'liftSuspension' | 'endSuspension'> {
  const put = db.statement(
    'INSERT INTO suspensions (agency, package_id, reason, held_by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const lift = db.statement(`
    UPDATE suspensions SET lifted_at = ?, lifted_by = ?, lift_reason = ?
    WHERE agency = ? AND package_id = ? AND lifted_at IS NULL`)
  const release = signalRelease(db)
  const end = db.statement(`
    UPDATE suspensions SET ended_at = ?
    WHERE agency = ? AND package_id = ? AND lifted_at IS NOT NULL AND ended_at IS NULL`)
  return {
    suspendService: ({ suspension: { agency, packageId = '', reason, by, at } }) => {
      end.run(at, agency, packageId)
      if (put.run(agency, packageId, reason, by, at) === 0) throw new Refused(ANOTHER_WAS_FASTER)
    },
    liftSuspension: ({ agency, packageId = '', by, reason }, { at }) => {
      if (lift.run(at, by, reason, agency, packageId) === 0) throw new Refused(ANOTHER_WAS_FASTER)
      release(agency, packageId, at)
    },
    endSuspension: ({ agency, packageId = '' }, { at }) => {
      end.run(at, agency, packageId)
    },
  }
}

function suspension(stored: StoredSuspension): ServiceSuspension {
  const { agency, packageId, reason, by, at, liftedAt, liftedBy, liftReason, endedAt } = stored
  return {
    agency,
    reason,
    by,
    at,
    ...(packageId === '' ? {} : { packageId }),
    ...(liftedAt === null ? {} : { lifted: { at: liftedAt, by: liftedBy ?? '', reason: liftReason ?? '' } }),
    ...(endedAt === null ? {} : { endedAt }),
  }
}
