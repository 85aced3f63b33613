/** Where an application stands still and a person must look. */
import type { LocalId } from '../../core/ids.ts'
import type { IncidentRow, InstanceStore } from '../../core/instance-row.ts'
import type { Page } from '../../core/page.ts'
import type { Appliers } from './write/change.ts'
import { keyOf } from './rows/cursor.ts'
import type { Connection } from './file/driver.ts'
import { page } from './rows/page.ts'

type StoredIncident = Omit<IncidentRow, 'id' | 'owner'> & { readonly id: number; readonly owner: number }
type IncidentQuery = Parameters<InstanceStore['incidents']>[0]

const AFTER = `(instance, id) > (:afterInstance, :afterId) ORDER BY instance, id LIMIT :limit`

/** In the order of their applications, oldest first. */
export function incidentList(db: Connection): (query: IncidentQuery) => Page<IncidentRow> {
  const select = 'SELECT instance, id, agency, owner, element, cause, message, raised_at AS raisedAt FROM incidents'
  const reads = {
    all: db.query<StoredIncident>(`${select} WHERE ${AFTER}`),
    agency: db.query<StoredIncident>(`${select} WHERE agency = :agency AND ${AFTER}`),
    instance: db.query<StoredIncident>(
      `${select} WHERE instance = :instance AND (:agency IS NULL OR agency = :agency) AND ${AFTER}`,
    ),
  }
  return ({ agency, instance, after, limit }) => {
    const [afterInstance = '', afterId = 0] = after === undefined ? [] : keyOf(after, ['text', 'number'])
    const range = { afterInstance, afterId, limit: limit + 1 }
    const rows =
      instance !== undefined
        ? reads.instance.all({ ...range, instance, agency: agency ?? null })
        : agency !== undefined
          ? reads.agency.all({ ...range, agency })
          : reads.all.all(range)
    return page([rows], { limit, order: 'ascending', key: (row) => [row.instance, row.id], item: incidentRow })
  }
}

export function incidentChanges(db: Connection): Appliers<'openIncident' | 'closeIncident' | 'moveIncident'> {
  const insert = db.statement(`
    INSERT INTO incidents (instance, id, agency, owner, element, cause, message, raised_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const remove = db.statement('DELETE FROM incidents WHERE instance = ? AND id = ?')
  const move = db.statement('UPDATE incidents SET element = ? WHERE instance = ? AND id = ?')
  return {
    openIncident: ({ instance, id, element, owner, cause, message }, { agency, at }) => {
      insert.run(instance, Number(id), agency, Number(owner), element, cause, message, at)
    },
    closeIncident: ({ instance, id }) => {
      remove.run(instance, Number(id))
    },
    moveIncident: ({ instance, id, element }) => {
      move.run(element, instance, Number(id))
    },
  }
}

const incidentRow = (row: StoredIncident): IncidentRow => ({
  ...row,
  id: String(row.id) as LocalId,
  owner: String(row.owner) as LocalId,
})
