/** The applications as people look for them: by id, by reference number, newest first; and the record of each. */
import type { HistoryRecord } from '../../core/history.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { InstanceStatus } from '../../core/instance.ts'
import type { InstanceQuery, InstanceRow, InstanceStore } from '../../core/instance-row.ts'
import type { Page } from '../../core/page.ts'
import { keyOf } from './rows/cursor.ts'
import type { Connection } from './file/driver.ts'
import { fingerprint } from './rows/fingerprint.ts'
import { incidentList } from './incidents.ts'
import { page } from './rows/page.ts'
import { present, type Stored } from './rows/row.ts'

const HEAD = `i.id, i.agency, i.rev, i.status, i.program, i.reference, i.applicant, i.started_by AS startedBy, i.started_at AS startedAt,
  i.changed_at AS changedAt, i.ended_at AS endedAt`

const RUNNING: readonly InstanceStatus[] = ['active', 'suspended']
const STATUSES: readonly InstanceStatus[] = [...RUNNING, 'completed', 'terminated']

const FILTER = `i.id < :before AND (:agency IS NULL OR i.agency = :agency) AND (:status IS NULL OR i.status = :status)
  AND (:applicant IS NULL OR i.applicant = :applicant) AND (:reference IS NULL OR i.reference = :reference)
  AND (:package IS NULL OR (i.program >= :package || '@' AND i.program < :package || 'A'))
  AND (:services IS NULL
    OR substr(i.program, 1, instr(i.program, '@') - 1) IN (SELECT value FROM json_each(:services)))
  AND (:running = 0 OR i.ended_at IS NULL)
  AND (:incidents = 0 OR EXISTS (SELECT 1 FROM incidents n WHERE n.instance = i.id))`

/** Where a list's rows come from, each already newest first; the narrowest that holds them all is read. */
const SOURCES = {
  reference: 'instances i WHERE i.reference_mark = :source',
  incidents: '(SELECT DISTINCT instance FROM incidents) n CROSS JOIN instances i ON i.id = n.instance WHERE true',
  applicant: 'instances i WHERE i.applicant = :source',
  agency: 'instances i INDEXED BY instances_agency WHERE i.agency = :agency AND i.status = :source',
  all: 'instances i WHERE true',
} as const

/** Sorts after every instance id. */
const NEWEST = '~'

export function instances(db: Connection): InstanceStore {
  const full = (where: string) =>
    db.query<Stored<InstanceRow>>(`SELECT ${HEAD}, i.recorded, i.state FROM instances i WHERE ${where}`)
  const get = full('i.id = ?')
  const byReference = full('i.reference_mark = ? AND i.reference = ?')
  const byKey = full('i.idempotency_mark = ? AND i.idempotency_key = ? AND i.agency = ?')
  const list = instanceList(db)
  const history = db.query<HistoryRecord>(
    'SELECT instance, seq, at, actor, command, events FROM history WHERE instance = ? ORDER BY seq',
  )
  const incidents = incidentList(db)
  const count = counter(db)
  const row = (stored: Stored<InstanceRow> | undefined): InstanceRow | undefined =>
    stored && present<InstanceRow>(stored)
  return {
    get: async (id) => row(get.get(id)),
    byReference: async (reference) => row(byReference.get(fingerprint(reference), reference)),
    byIdempotencyKey: async (agency, key) => row(byKey.get(fingerprint(agency, key), key, agency)),
    list: async (query) => list(query),
    history: async (id) => history.all(id),
    incidents: async (query) => incidents(query),
    count: async (agency) => count(agency),
  }
}

function instanceList(db: Connection): (query: InstanceQuery) => Page<InstanceRow> {
  const prepare = (source: keyof typeof SOURCES) =>
    db.query<Stored<InstanceRow>>(
      `SELECT ${HEAD}, '' AS state FROM ${SOURCES[source]} AND ${FILTER} ORDER BY i.id DESC LIMIT :limit`,
    )
  const reads = {
    reference: prepare('reference'),
    incidents: prepare('incidents'),
    applicant: prepare('applicant'),
    agency: prepare('agency'),
    all: prepare('all'),
  }
  return (query) => {
    const values = filterValues(query)
    const [source, keys] = sourceOf(query)
    return page(
      keys.map((key) =>
        reads[source].all(source === 'incidents' || source === 'all' ? values : { ...values, source: key }),
      ),
      { limit: query.limit, order: 'descending', key: ({ id }) => [id], item: present<InstanceRow> },
    )
  }
}

function sourceOf(query: InstanceQuery): [source: keyof typeof SOURCES, keys: readonly (string | number)[]] {
  if (query.reference !== undefined) return ['reference', [fingerprint(query.reference)]]
  if (query.incidents === true) return ['incidents', ['']]
  if (query.applicant !== undefined) return ['applicant', [query.applicant]]
  if (query.agency === undefined) return ['all', ['']]
  if (query.status !== undefined) return ['agency', [query.status]]
  return ['agency', query.running === true ? RUNNING : STATUSES]
}

function filterValues(query: InstanceQuery) {
  const [before = NEWEST] = query.after === undefined ? [] : keyOf(query.after, ['text'])
  return {
    before,
    agency: query.agency ?? null,
    status: query.status ?? null,
    applicant: query.applicant ?? null,
    reference: query.reference ?? null,
    package: query.packageId ?? null,
    services: query.services === undefined ? null : JSON.stringify(query.services),
    running: query.running === true ? 1 : 0,
    incidents: query.incidents === true ? 1 : 0,
    limit: query.limit + 1,
  }
}

type Counts = Record<InstanceStatus | 'incidents', number>

function counter(db: Connection): (agency: AgencyId | undefined) => Counts {
  const counts = db.query<{ status: InstanceStatus; count: number }>(
    'SELECT status, sum(count) AS count FROM instance_counts WHERE :agency IS NULL OR agency = :agency GROUP BY status',
  )
  const incidents = db.query<{ count: number }>('SELECT count(*) AS count FROM incidents')
  const incidentsOf = db.query<{ count: number }>('SELECT count(*) AS count FROM incidents WHERE agency = ?')
  return (agency) => {
    const found: Counts = { active: 0, suspended: 0, completed: 0, terminated: 0, incidents: 0 }
    for (const { status, count } of counts.all({ agency: agency ?? null })) found[status] = count
    found.incidents = (agency === undefined ? incidents.get() : incidentsOf.get(agency))?.count ?? 0
    return found
  }
}
