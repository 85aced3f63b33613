/** Tasks that were completed, the last first: by one person, by the members of a group, by everybody, or of some applications. */
import type { InstanceId } from '../../core/ids.ts'
import type { DoneQuery, TaskStore } from '../../core/task.ts'
import { keyOf, type KeyPart } from './rows/cursor.ts'
import type { Connection, Query, Value } from './file/driver.ts'
import { page, type Listing } from './rows/page.ts'
import { EVER, TASK_COLUMNS, taskRow, type StoredTask } from './rows/task-row.ts'
import { offeredToGroup } from './write/desk.ts'

/** Where the rows come from: what one person closed, what was offered to one group, the whole agency, one application. */
const DONE_SOURCES = {
  person: { from: 'tasks t INDEXED BY tasks_closed', row: 't', where: 't.agency = :agency AND t.closed_by = :who' },
  group: {
    from: 'desk_done d CROSS JOIN tasks t ON t.instance = d.instance AND t.id = d.id',
    row: 'd',
    where: 'd.agency = :agency AND d.who = :who',
  },
  agency: { from: 'tasks t INDEXED BY tasks_done', row: 't', where: 't.agency = :agency' },
  instance: { from: 'tasks t', row: 't', where: 't.instance = :who AND t.agency = :agency' },
} as const

const LISTING = {
  order: 'descending',
  key: ({ closedAt, instance, id }: StoredTask): KeyPart[] => [closedAt ?? 0, instance, id],
  item: taskRow,
} as const satisfies Partial<Listing<StoredTask, unknown>>

export function doneTasks(db: Connection): TaskStore['done'] {
  const reads = {
    person: prepare(db, 'person'),
    group: prepare(db, 'group'),
    agency: prepare(db, 'agency'),
    instance: prepare(db, 'instance'),
  }
  const placesOf = ({ by, groups, instances }: DoneQuery): readonly (readonly [Query<StoredTask>, string | null])[] => {
    if (instances) return instances.map((id: InstanceId) => [reads.instance, id])
    if (by !== undefined) return [[reads.person, by]]
    return groups ? [...new Set(groups)].map((group) => [reads.group, offeredToGroup(group)]) : [[reads.agency, null]]
  }
  return async (query) => {
    const values = valuesOf(query)
    const rows = placesOf(query).map(([read, who]) => read.all({ ...values, who }))
    return page(rows, { ...LISTING, limit: query.limit })
  }
}

const prepare = (db: Connection, source: keyof typeof DONE_SOURCES): Query<StoredTask> => db.query(doneSql(source))

export function doneSql(source: keyof typeof DONE_SOURCES): string {
  const { from, row, where } = DONE_SOURCES[source]
  const key = ['closed_at', 'instance', 'id'].map((column) => `${row}.${column}`)
  return `SELECT ${TASK_COLUMNS} FROM ${from} WHERE ${where} AND t.status = 'completed' AND (${key.join(', ')}) < (:afterClosed, :afterInstance, :afterId)
    AND (:service IS NULL OR t.service = :service) AND (:by IS NULL OR t.closed_by = :by)
    AND (:groups IS NULL OR EXISTS (SELECT 1 FROM json_each(t.candidate_groups) WHERE value IN (SELECT value FROM json_each(:groups))))
    ORDER BY ${key.map((column) => `${column} DESC`).join(', ')} LIMIT :limit`
}

function valuesOf({ agency, by, groups, service, after, limit }: DoneQuery): Record<string, Value> {
  const [afterClosed = EVER, afterInstance = '', afterId = 0] =
    after === undefined ? [] : keyOf(after, ['number', 'text', 'number'])
  return {
    agency,
    by: by ?? null,
    groups: groups ? JSON.stringify(groups) : null,
    service: service ?? null,
    afterClosed,
    afterInstance,
    afterId,
    limit: limit + 1,
  }
}
