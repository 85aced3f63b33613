/** Services that are held: nothing of theirs begins. */
import type { AgencyId } from '../../core/ids.ts'
import type { ServiceSuspension, SuspensionStore } from '../../core/suspension.ts'
import type { Connection } from './file/driver.ts'
import type { Appliers } from './write/change.ts'
import { serviceRelease } from './write/holding.ts'

interface StoredSuspension {
  readonly agency: AgencyId
  readonly packageId: string
  readonly reason: string
  readonly by: string
  readonly at: number
  readonly lifted: number
}

export function suspensions(db: Connection): SuspensionStore {
  const list = db.query<StoredSuspension>(`
    SELECT agency, package_id AS packageId, reason, held_by AS by, at, lifted FROM held_services
    WHERE :agency IS NULL OR agency = :agency ORDER BY at, agency, package_id`)
  return {
    list: async (agency) => list.all({ agency: agency ?? null }).map(suspension),
  }
}

/** SQL that is true where a row of this table speaks of a service that is held. */
export const isHeldSql = (table: string): string => `EXISTS (
  SELECT 1 FROM held_services h WHERE h.agency = ${table}.agency AND h.package_id IN ('', ${table}.package_id) AND h.lifted = 0)`

/** Whether any service is held at all, until that may have changed: hardly ever one is, and every start asks. */
const known = new WeakMap<Connection, boolean>()

/** Why no application of the service may begin, or nothing where it may. */
export function heldService(db: Connection): (agency: string, packageId: string) => string | undefined {
  const find = db.query<{ reason: string }>(
    "SELECT reason FROM held_services WHERE agency = ? AND package_id IN ('', ?) AND lifted = 0",
  )
  const any = db.query<{ held: number }>('SELECT EXISTS (SELECT 1 FROM held_services) AS held')
  return (agency, packageId) => {
    const isAny = known.get(db) ?? any.get()?.held === 1
    known.set(db, isAny)
    return isAny ? find.get(agency, packageId)?.reason : undefined
  }
}

export function suspensionChanges(db: Connection): Appliers<'suspendService' | 'liftSuspension' | 'endSuspension'> {
  const put = db.statement(`
    INSERT INTO held_services (agency, package_id, reason, held_by, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (agency, package_id) DO UPDATE SET reason = excluded.reason, held_by = excluded.held_by,
      at = excluded.at, lifted = 0`)
  const lift = db.statement('UPDATE held_services SET lifted = 1 WHERE agency = ? AND package_id = ?')
  const release = serviceRelease(db)
  const end = db.statement('DELETE FROM held_services WHERE agency = ? AND package_id = ? AND lifted = 1')
  return {
    suspendService: ({ suspension: { agency, packageId = '', reason, by, at } }) => {
      known.delete(db)
      put.run(agency, packageId, reason, by, at)
    },
    liftSuspension: ({ agency, packageId = '' }, { at }) => {
      lift.run(agency, packageId)
      release({ agency, packageId }, at)
    },
    endSuspension: ({ agency, packageId = '' }) => {
      end.run(agency, packageId)
    },
  }
}

function suspension({ packageId, lifted, ...rest }: StoredSuspension): ServiceSuspension {
  return { ...rest, ...(packageId === '' ? {} : { packageId }), ...(lifted === 1 ? { isLifted: true } : {}) }
}
