/** The figures of an agency, read from counters that every change of a task keeps up to date. */
import type { FiguresQuery, FiguresStore, Holder, TaskFigures } from '../../core/figures.ts'
import type { UserId } from '../../core/ids.ts'
import type { Connection } from './file/driver.ts'

const DAY = 86_400_000
const MOST_OVERDUE = 5_000

interface Key {
  readonly service: string
  readonly who: string
}
type Standing = Key & { readonly open: number; readonly opened: number }
type Overdue = Key & { readonly overdue: number }
type Done = Key & { readonly done: number; readonly late: number; readonly spent: number }

export function figures(db: Connection): FiguresStore {
  const standing = db.query<Standing>(
    'SELECT service, who, open, opened FROM task_figures WHERE agency = ? AND open > 0',
  )
  const overdue = db.query<Overdue>(`SELECT service, who, count(*) AS overdue FROM (
    SELECT service, CASE WHEN assignee IS NULL THEN '' WHEN candidate_groups = '[]' THEN '@' ELSE assignee END AS who
    FROM tasks WHERE agency = ? AND status = 'open' AND due < ? LIMIT ${MOST_OVERDUE}) GROUP BY service, who`)
  const done = db.query<Done>(`SELECT service, who, sum(done) AS done, sum(late) AS late, sum(spent) AS spent
    FROM task_days WHERE agency = ? AND day >= ? GROUP BY service, who`)
  return {
    tasks: async ({ agency, now, since }: FiguresQuery) => {
      const found = new Map<string, TaskFigures>()
      const add = ({ service, who }: Key, part: Partial<TaskFigures>): void => {
        const key = `${service} ${who}`
        found.set(key, { ...(found.get(key) ?? { ...NOTHING, service, holder: holderOf(who) }), ...part })
      }
      for (const row of standing.all(agency))
        add(row, { open: row.open, age: Math.max(0, now - Math.round((row.opened / row.open) * 1_000)) })
      for (const row of overdue.all(agency, now)) add(row, { overdue: row.overdue })
      for (const row of done.all(agency, Math.floor(since / DAY)))
        add(row, { done: row.done, late: row.late, spent: Math.round((row.spent / row.done) * 1_000) })
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
    },
  }
}

const NOTHING = { open: 0, age: 0, overdue: 0, done: 0, late: 0, spent: 0 }

const holderOf = (who: string): Holder => {
  if (who === '') return { kind: 'nobody' }
  return who === '@' ? { kind: 'named' } : { kind: 'person', id: who as UserId }
}
