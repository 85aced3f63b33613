/** What is to happen at a time: deadlines of applications, and services that start by the calendar. */
import type { AgencyId, InstanceId, LocalId } from '../../core/ids.ts'
import type { StartTimerRow, TimerStore } from '../../core/store.ts'
import type { Appliers } from './write/change.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'

interface StoredTimer {
  readonly instance: InstanceId
  readonly id: number
  readonly agency: AgencyId
  readonly due: number
}

export function timers(db: Connection): TimerStore {
  const due = db.query<StoredTimer>(
    'SELECT instance, id, agency, due FROM timers WHERE due <= ? ORDER BY due, instance, id LIMIT ?',
  )
  const next = db.query<{ due: number | null }>(
    'SELECT min(due) AS due FROM (SELECT min(due) AS due FROM timers UNION ALL SELECT min(due) FROM start_timers)',
  )
  const dueStarts = db.query<Stored<StartTimerRow>>(
    'SELECT agency, program, element, due, repeat FROM start_timers WHERE due <= ? ORDER BY due, program, element LIMIT ?',
  )
  return {
    due: async (now, limit) => due.all(now, limit).map((row) => ({ ...row, id: String(row.id) as LocalId })),
    next: async () => next.get()?.due ?? undefined,
    dueStarts: async (now, limit) => dueStarts.all(now, limit).map(present<StartTimerRow>),
  }
}

export function timerChanges(db: Connection): Appliers<'openTimer' | 'closeTimer' | 'moveStartTimer'> {
  const insert = db.statement('INSERT INTO timers (instance, id, agency, due) VALUES (?, ?, ?, ?)')
  const remove = db.statement('DELETE FROM timers WHERE instance = ? AND id = ?')
  const move = db.statement('UPDATE start_timers SET due = ?, repeat = ? WHERE program = ? AND element = ?')
  const end = db.statement('DELETE FROM start_timers WHERE program = ? AND element = ?')
  return {
    openTimer: ({ instance, id, due }, { agency }) => {
      insert.run(instance, Number(id), agency, due)
    },
    closeTimer: ({ instance, id }) => {
      remove.run(instance, Number(id))
    },
    moveStartTimer: ({ program, element, due, repeat }) => {
      if (due === undefined) end.run(program, element)
      else move.run(due, repeat ?? null, program, element)
    },
  }
}
