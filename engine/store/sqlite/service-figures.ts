/** How each service does; kept up to date by triggers as applications begin and end, so that nobody counts a million rows. */
import type { AgencyId } from '../../core/ids.ts'
import { FEWEST_DECISIONS, type ServiceFigures, type ServiceFiguresStore } from '../../core/service-figures.ts'
import type { Connection } from './file/driver.ts'

interface Counted {
  readonly packageId: string
  readonly agency: AgencyId
  readonly received: number
  readonly calledOff: number
  readonly everDecided: number
}

const MEDIAN = 0.5
const SLOW = 0.9

export function serviceFigures(db: Connection): ServiceFiguresStore {
  const counts = db.query<Counted>(`
    SELECT package_id AS packageId, agency, received, called_off AS calledOff, decided AS everDecided
    FROM service_counts ORDER BY package_id`)
  const decided = db.query<{ count: number }>(
    'SELECT count(*) AS count FROM decisions WHERE package_id = ? AND decided_at >= ?',
  )
  const nth = db.query<{ took: number }>(
    'SELECT took FROM decisions WHERE package_id = ? AND decided_at >= ? ORDER BY took LIMIT 1 OFFSET ?',
  )
  /** The shortest time within which this part of the decisions was made. */
  const within = (packageId: string, since: number, count: number, part: number): number =>
    nth.get(packageId, since, Math.ceil(count * part) - 1)?.took ?? 0

  function figures({ packageId, agency, received, calledOff, everDecided }: Counted, since: number): ServiceFigures {
    const count = decided.get(packageId, since)?.count ?? 0
    return {
      packageId,
      agency,
      received,
      open: received - calledOff - everDecided,
      decided: count,
      ...(count < FEWEST_DECISIONS
        ? {}
        : { median: within(packageId, since, count, MEDIAN), slow: within(packageId, since, count, SLOW) }),
    }
  }
  return { list: async (since) => counts.all().map((one) => figures(one, since)) }
}
