/** What is to happen at a time: deadlines of applications, and services that start by the calendar. */
import type { AgencyId, InstanceId, LocalId } from '../../core/ids.ts'
import type { StartTimerRow } from '../../core/start-timer.ts'
import type { TimerStore } from '../../core/store.ts'
import type { Appliers } from './write/change.ts'
import type { Connection } from './file/driver.ts'
import { agenciesBy, inTurn } from './rows/in-turn.ts'
import { isHeldSql } from './suspensions.ts'
import { present, type Stored } from './rows/row.ts'

interface StoredTimer {
  readonly instance: InstanceId
  readonly id: number
  readonly agency: AgencyId
  readonly due: number
}

/** How many of one application are due in one reading, and how many times that are looked through. */
const MOST_OF_ONE = 20
const PREFIX = 5

export function timers(db: Connection): TimerStore {
  const nextAgency = db.query<{ agency: string | null }>('SELECT min(agency) AS agency FROM timers WHERE agency > ?')
  const agencies = () => agenciesBy((after) => nextAgency.get(after)?.agency)
  const due = db.query<StoredTimer>(
    'SELECT instance, id, agency, due FROM timers WHERE agency = ? AND due <= ? ORDER BY due, instance, id LIMIT ?',
  )
  const firstOfEach = db.query<StoredTimer>(`SELECT instance, id, agency, min(due) AS due FROM timers
    WHERE agency = ? AND due <= ? GROUP BY instance ORDER BY due LIMIT ?`)
  /** Few applications with a crowd of timers do not hide the others. */
  function earliest(agency: string, now: number, limit: number): readonly StoredTimer[] {
    const read = due.all(agency, now, limit * PREFIX)
    const some = someOfEach(read).slice(0, limit)
    if (read.length < limit * PREFIX || some.length * 2 >= limit) return some
    const seen = new Set(some.map(({ instance }) => instance))
    return [...some, ...firstOfEach.all(agency, now, limit).filter(({ instance }) => !seen.has(instance))]
  }
  const first = db.query<{ due: number | null }>('SELECT min(due) AS due FROM timers WHERE agency = ?')
  const firstStart = db.query<{ due: number | null }>(
    `SELECT min(due) AS due FROM start_timers s WHERE NOT ended AND NOT ${isHeldSql('s')}`,
  )
  const dueStarts = db.query<StoredStart>(
    `SELECT ${START} FROM start_timers s WHERE due <= ? AND NOT ended AND NOT ${isHeldSql('s')}
     ORDER BY due, program, element LIMIT ?`,
  )
  const starts = db.query<StoredStart>(
    `SELECT ${START} FROM start_timers WHERE (:package IS NULL OR package_id = :package)
     AND (:agency IS NULL OR agency = :agency) ORDER BY program, element`,
  )
  return {
    due: async (now, limit) =>
      inTurn(
        agencies().map((agency) => earliest(agency, now, limit)),
        limit,
      ).map((row) => ({ ...row, id: String(row.id) as LocalId })),
    next: async () => {
      const times = [...agencies().map((agency) => first.get(agency)?.due), firstStart.get()?.due]
      return times.reduce<number | undefined>((least, time) => earlier(least, time ?? undefined), undefined)
    },
    dueStarts: async (now, limit) => dueStarts.all(now, limit).map(startTimer),
    starts: async ({ packageId = null, agency = null }) => starts.all({ package: packageId, agency }).map(startTimer),
  }
}

const START = 'agency, program, element, due, repeat, since, fired, ended'

type StoredStart = Stored<Omit<StartTimerRow, 'fired' | 'ended'>> & { readonly fired: number; readonly ended: number }

const startTimer = ({ fired, ended, ...row }: StoredStart): StartTimerRow => ({
  ...present<Omit<StartTimerRow, 'fired' | 'ended'>>(row),
  ...(fired ? { fired: true } : {}),
  ...(ended ? { ended: true } : {}),
})

function someOfEach(timers: readonly StoredTimer[]): StoredTimer[] {
  const counts = new Map<InstanceId, number>()
  return timers.filter(({ instance }) => {
    const count = counts.get(instance) ?? 0
    counts.set(instance, count + 1)
    return count < MOST_OF_ONE
  })
}

const earlier = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one

export function timerChanges(
  db: Connection,
): Appliers<'openTimer' | 'moveTimer' | 'closeTimer' | 'moveStartTimer' | 'recountStartTimer'> {
  const insert = db.statement('INSERT INTO timers (instance, id, agency, due) VALUES (?, ?, ?, ?)')
  const postpone = db.statement('UPDATE timers SET due = ? WHERE instance = ? AND id = ?')
  const remove = db.statement('DELETE FROM timers WHERE instance = ? AND id = ?')
  const move = db.statement(
    'UPDATE start_timers SET due = ?, repeat = ?, since = ?, fired = 1 WHERE program = ? AND element = ?',
  )
  const end = db.statement('UPDATE start_timers SET fired = 1, ended = 1 WHERE program = ? AND element = ?')
  const recount = db.statement('UPDATE start_timers SET due = ?, repeat = ? WHERE program = ? AND element = ?')
  return {
    openTimer: ({ instance, id, due }, { agency }) => {
      insert.run(instance, Number(id), agency, due)
    },
    moveTimer: ({ instance, id, due }) => {
      postpone.run(due, instance, Number(id))
    },
    closeTimer: ({ instance, id }) => {
      remove.run(instance, Number(id))
    },
    moveStartTimer: ({ program, element, due, repeat, since }) => {
      if (due === undefined) end.run(program, element)
      else move.run(due, repeat ?? null, since ?? null, program, element)
    },
    recountStartTimer: ({ program, element, due, repeat }) => {
      recount.run(due, repeat ?? null, program, element)
    },
  }
}
