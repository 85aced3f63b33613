/** The desk's lists and the single task, as clerks and citizens ask for them. */
import type { AgencyId, InstanceId } from '../../core/ids.ts'
import type { Page } from '../../core/page.ts'
import type { TaskPlaces, TaskQuery, TaskRow, TaskStatus, TaskStore } from '../../core/task.ts'
import { doneTasks } from './done-tasks.ts'
import type { WriteQueue } from './write/commit.ts'
import { keyOf, type KeyPart } from './rows/cursor.ts'
import { assignedTo, NO_DUE, offeredToGroup, offeredToUser } from './write/desk.ts'
import type { Connection, Query, Value } from './file/driver.ts'
import { fingerprint } from './rows/fingerprint.ts'
import { page, type Listing } from './rows/page.ts'
import { EVER, TASK_COLUMNS, taskRow, type StoredTask } from './rows/task-row.ts'

const STATUSES: readonly TaskStatus[] = ['open', 'completed', 'canceled']

const FILTER = `(:status IS NULL OR t.status = :status)
  AND (:assignee IS NULL OR t.assignee = :assignee)
  AND (:assignees IS NULL OR t.assignee IN (SELECT value FROM json_each(:assignees)))
  AND (:service IS NULL OR t.service = :service)
  AND (:services IS NULL OR t.service IN (SELECT value FROM json_each(:services)))
  AND (:unassigned = 0 OR t.assignee IS NULL) AND (:assigned = 0 OR t.assignee IS NOT NULL)
  AND (:user IS NULL OR t.assignee = :user OR (t.assignee IS NULL AND (
    EXISTS (SELECT 1 FROM json_each(t.candidate_users) WHERE value = :user)
    OR EXISTS (SELECT 1 FROM json_each(t.candidate_groups) WHERE value IN (SELECT value FROM json_each(:groups))))))`

/** Where a list's rows come from: the places of one person or group, one service, one status of the agency, or one application. */
const SOURCES = {
  desk: {
    from: 'desk d CROSS JOIN tasks t ON t.instance = d.instance AND t.id = d.id',
    row: 'd',
    where: 'd.agency = :agency AND d.who = :who',
  },
  agency: { from: 'tasks t', row: 't', where: 't.agency = :agency AND t.status = :source' },
  service: {
    from: 'tasks t INDEXED BY tasks_service',
    row: 't',
    where: "t.agency = :agency AND t.status = 'open' AND t.service = :service",
  },
  instance: { from: 'tasks t', row: 't', where: 't.instance = :source AND t.agency = :agency' },
} as const

const LISTING = {
  order: 'ascending',
  key: ({ due, rank, openedAt, instance, id }: StoredTask): KeyPart[] => [due, rank, openedAt, instance, id],
  item: taskRow,
} as const satisfies Partial<Listing<StoredTask, TaskRow>>

export function tasks(db: Connection, queue: WriteQueue): TaskStore {
  const get = db.query<StoredTask>(`SELECT ${TASK_COLUMNS} FROM tasks t WHERE instance = ? AND id = ?`)
  const list = taskLists(db)
  const save = db.statement("UPDATE tasks SET draft = ? WHERE instance = ? AND id = ? AND status = 'open'")
  const replace = db.statement(
    "UPDATE tasks SET draft = ? WHERE instance = ? AND id = ? AND status = 'open' AND draft IS ?",
  )
  return {
    get: async (instance, id) => {
      const row = get.get(instance, Number(id))
      return row && taskRow(row)
    },
    list: async (query) => list(query),
    count: taskCounter(db),
    done: doneTasks(db),
    saveDraft: (instance, id, draft, _at, over) =>
      queue.write(() => {
        const row = [JSON.stringify(draft), instance, Number(id)] as const
        if (over === undefined) return save.run(...row) === 1
        return replace.run(...row, over === null ? null : JSON.stringify(over)) === 1
      }),
  }
}

function taskLists(db: Connection): (query: TaskQuery) => ReturnType<typeof page<StoredTask, TaskRow>> {
  const reads = {
    desk: prepare(db, 'desk'),
    agency: prepare(db, 'agency'),
    service: prepare(db, 'service'),
    instance: prepare(db, 'instance'),
  }
  const byReference = db.query<{ id: InstanceId }>(
    'SELECT id FROM instances WHERE reference_mark = ? AND reference = ?',
  )
  return (query) => {
    const values = filterValues(query)
    const agencies = typeof query.agency === 'string' ? [query.agency] : query.agency
    const listing = { ...LISTING, limit: query.limit }
    const reference =
      query.reference === undefined ? undefined : byReference.get(fingerprint(query.reference), query.reference)
    if (query.reference !== undefined && (!reference || (query.instance ?? reference.id) !== reference.id))
      return { items: [] }
    const instance = query.instance ?? reference?.id
    const each = (read: (agency: AgencyId) => readonly (readonly StoredTask[])[]): Page<TaskRow> =>
      page(agencies.flatMap(read), listing)
    const among = instance === undefined ? query.instances : [instance]
    if (among !== undefined)
      return each((agency) => among.map((source) => reads.instance.all({ ...values, agency, source })))
    const places = placesOf(query)
    if (places) return each((agency) => places.map((who) => reads.desk.all({ ...values, agency, who })))
    if (query.status === 'open' && query.service !== undefined)
      return each((agency) => [reads.service.all({ ...values, agency })])
    const statuses = query.status === undefined ? STATUSES : [query.status]
    return each((agency) => statuses.map((source) => reads.agency.all({ ...values, agency, source })))
  }
}

const prepare = (db: Connection, source: keyof typeof SOURCES): Query<StoredTask> => db.query(taskListSql(source))

export function taskListSql(source: keyof typeof SOURCES): string {
  const { from, row, where } = SOURCES[source]
  const key = ['due', 'rank', 'opened_at', 'instance', 'id'].map((column) => `${row}.${column}`).join(', ')
  return `SELECT ${TASK_COLUMNS} FROM ${from} WHERE ${where} AND ${row}.due >= :dueFrom AND ${row}.due < :dueBefore AND ${FILTER}
    AND (${key}) > (:afterDue, :afterRank, :afterOpened, :afterInstance, :afterId) ORDER BY ${key} LIMIT :limit`
}

/** The desk rows among which every open task of this query is; undefined where only the agency's whole list will do. */
function placesOf({ status, assignee, assignees, visibleTo }: TaskQuery): string[] | undefined {
  if (status !== 'open') return undefined
  if (assignee !== undefined) return [assignedTo(assignee)]
  if (assignees !== undefined) return [...new Set(assignees.map(assignedTo))]
  return (
    visibleTo && [
      ...new Set([assignedTo(visibleTo.user), offeredToUser(visibleTo.user), ...visibleTo.groups.map(offeredToGroup)]),
    ]
  )
}

export const COUNT_OF_PLACES = `SELECT count(*) AS count FROM (SELECT DISTINCT instance, id FROM desk
  WHERE agency = :agency AND who IN (SELECT value FROM json_each(:places)) AND due < :dueBefore LIMIT :most)`
export const COUNT_OF_AGENCY = `SELECT count(*) AS count FROM (SELECT 1 FROM tasks
  WHERE agency = :agency AND status = 'open' AND due < :dueBefore LIMIT :most)`

function taskCounter(db: Connection): TaskStore['count'] {
  type Counted = { readonly count: number }
  const [ofPlaces, ofAgency] = [db.query<Counted>(COUNT_OF_PLACES), db.query<Counted>(COUNT_OF_AGENCY)]
  return async ({ agency, of, dueBefore = EVER }, most) => {
    const values = { agency, dueBefore, most }
    const found = of ? ofPlaces.get({ ...values, places: JSON.stringify(placed(of)) }) : ofAgency.get(values)
    return found?.count ?? 0
  }
}

const placed = ({ assignees = [], users = [], groups = [] }: NonNullable<TaskPlaces['of']>): string[] => [
  ...assignees.map(assignedTo),
  ...users.map(offeredToUser),
  ...groups.map(offeredToGroup),
]

function filterValues(query: TaskQuery): Record<string, Value> {
  const [afterDue = -1, afterRank = 0, afterOpened = 0, afterInstance = '', afterId = 0] =
    query.after === undefined ? [] : keyOf(query.after, ['number', 'number', 'number', 'text', 'number'])
  return {
    status: query.status ?? null,
    assignee: query.assignee ?? null,
    assignees: query.assignees === undefined ? null : JSON.stringify(query.assignees),
    service: query.service ?? null,
    services: query.services === undefined ? null : JSON.stringify(query.services),
    // What comes after a place in the list is due no earlier: the walk begins there.
    dueFrom: Math.max(query.dueFrom ?? -1, Number(afterDue)),
    dueBefore: query.dueBefore ?? (query.dueFrom === undefined ? EVER : NO_DUE),
    unassigned: query.unassigned === true ? 1 : 0,
    assigned: query.assigned === true ? 1 : 0,
    user: query.visibleTo?.user ?? null,
    groups: JSON.stringify(query.visibleTo?.groups ?? []),
    afterDue,
    afterRank,
    afterOpened,
    afterInstance,
    afterId,
    limit: query.limit + 1,
  }
}
