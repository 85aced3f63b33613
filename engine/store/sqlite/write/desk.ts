/**
 * A task comes onto the desk, goes from hand to hand, and leaves it.
 *
 * An open task stands once under everybody who sees it: the person it is assigned to, or else each person and group it
 * is offered to. A clerk's list is then a walk along rows that are already in order, however many tasks others have.
 */
import type { OpenedTask } from '../../../core/event.ts'
import type { InstanceId, LocalId } from '../../../core/ids.ts'
import type { Appliers } from './change.ts'
import type { Connection } from '../file/driver.ts'

/** Stands for "no due date"; sorts after every date. */
export const NO_DUE = Number.MAX_SAFE_INTEGER

export const assignedTo = (user: string): string => `a:${user}`
export const offeredToUser = (user: string): string => `u:${user}`
export const offeredToGroup = (group: string): string => `g:${group}`

/** Columns by which an open task is found on the desk. */
interface Placed {
  readonly agency: string
  readonly due: number
  readonly rank: number
  readonly openedAt: number
  readonly assignee: string | null
  readonly candidateGroups: string
  readonly candidateUsers: string
}

const PLACED = `agency, due, rank, opened_at AS openedAt, assignee,
  candidate_groups AS candidateGroups, candidate_users AS candidateUsers`

type DeskKind = 'openTask' | 'rescheduleTask' | 'assignTask' | 'closeTask' | 'moveTask' | 'renewTask'

export function deskChanges(db: Connection): Appliers<DeskKind> {
  const open = taskOpener(db)
  const { place, remove } = placer(db)
  const find = db.query<Placed>(`SELECT ${PLACED} FROM tasks WHERE instance = ? AND id = ? AND status = 'open'`)
  const assign = db.statement('UPDATE tasks SET assignee = ? WHERE instance = ? AND id = ?')
  const reschedule = db.statement('UPDATE tasks SET due = ? WHERE instance = ? AND id = ?')
  const move = db.statement('UPDATE tasks SET element = ?, program = ? WHERE instance = ? AND id = ?')
  const renew = taskRenewer(db)
  const finish = db.statement('INSERT OR IGNORE INTO desk_done VALUES (?, ?, ?, ?, ?)')
  const close = db.returning<Placed>(`
    UPDATE tasks SET status = ?, closed_at = ?, closed_by = ?, draft = NULL
    WHERE instance = ? AND id = ? AND status = 'open' RETURNING ${PLACED}`)
  return {
    openTask: (change, write) => place(change.instance, change.id, open(change, write)),
    assignTask: ({ instance, id, assignee = null }) => {
      const before = find.get(instance, Number(id))
      if (!before || before.assignee === assignee) return
      remove(instance, id, before)
      assign.run(assignee, instance, Number(id))
      place(instance, id, { ...before, assignee })
    },
    rescheduleTask: ({ instance, id, due = NO_DUE }) => {
      const before = find.get(instance, Number(id))
      if (!before || before.due === due) return
      remove(instance, id, before)
      reschedule.run(due, instance, Number(id))
      place(instance, id, { ...before, due })
    },
    moveTask: ({ instance, id, element, program }) => {
      move.run(element, program, instance, Number(id))
    },
    renewTask: ({ instance, id, task }) => {
      const before = find.get(instance, Number(id))
      if (!before) return
      remove(instance, id, before)
      place(instance, id, renew(instance, id, task, before))
    },
    closeTask: ({ instance, id, outcome, by }, { agency, at }) => {
      const closed = close.get(outcome, at, by ?? null, instance, Number(id))
      if (!closed) return
      remove(instance, id, closed)
      if (outcome !== 'completed') return
      for (const group of JSON.parse(closed.candidateGroups) as string[])
        finish.run(agency, offeredToGroup(group), at, instance, Number(id))
    },
  }
}

function taskOpener(db: Connection): (...args: Parameters<Appliers<'openTask'>['openTask']>) => Placed {
  const insert = db.statement(`
    INSERT INTO tasks (instance, id, agency, status, due, rank, opened_at, reference, program, element, name, form,
      assignee, candidate_groups, candidate_users, follow_up, four_eyes, service)
    VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      coalesce((SELECT substr(program, 1, instr(program, '@') - 1) FROM instances WHERE id = ?), ''))`)
  return ({ instance, id, reference, task }, { agency, at }) => {
    const placed = placedAs(task, agency, at)
    insert.run(
      instance,
      Number(id),
      agency,
      placed.due,
      placed.rank,
      at,
      reference,
      task.program,
      task.element,
      task.name,
      task.form ?? null,
      placed.assignee,
      placed.candidateGroups,
      placed.candidateUsers,
      task.followUp ?? null,
      JSON.stringify(task.fourEyes),
      instance,
    )
    return placed
  }
}

/** Everything but the draft, and when it came onto the desk. */
function taskRenewer(db: Connection): (instance: InstanceId, id: LocalId, task: OpenedTask, before: Placed) => Placed {
  const update = db.statement(`
    UPDATE tasks SET due = ?, rank = ?, program = ?, element = ?, name = ?, form = ?, assignee = ?, candidate_groups = ?,
      candidate_users = ?, follow_up = ?, four_eyes = ? WHERE instance = ? AND id = ?`)
  return (instance, id, task, { agency, openedAt }) => {
    const placed = placedAs(task, agency, openedAt)
    update.run(
      placed.due,
      placed.rank,
      task.program,
      task.element,
      task.name,
      task.form ?? null,
      placed.assignee,
      placed.candidateGroups,
      placed.candidateUsers,
      task.followUp ?? null,
      JSON.stringify(task.fourEyes),
      instance,
      Number(id),
    )
    return placed
  }
}

const placedAs = (task: OpenedTask, agency: string, openedAt: number): Placed => ({
  agency,
  due: task.due ?? NO_DUE,
  rank: -task.priority,
  openedAt,
  assignee: task.assignee ?? null,
  candidateGroups: JSON.stringify(task.candidateGroups),
  candidateUsers: JSON.stringify(task.candidateUsers),
})

type Placing = (instance: InstanceId, id: LocalId, task: Placed) => void

function placer(db: Connection): { place: Placing; remove: Placing } {
  const insert = db.statement('INSERT OR IGNORE INTO desk VALUES (?, ?, ?, ?, ?, ?, ?)')
  const erase = db.statement(`
    DELETE FROM desk WHERE agency = ? AND who = ? AND due = ? AND rank = ? AND opened_at = ? AND instance = ? AND id = ?`)
  const each =
    (statement: typeof insert): Placing =>
    (instance, id, task) => {
      for (const who of seenBy(task))
        statement.run(task.agency, who, task.due, task.rank, task.openedAt, instance, Number(id))
    }
  return { place: each(insert), remove: each(erase) }
}

function seenBy({ assignee, candidateGroups, candidateUsers }: Placed): string[] {
  if (assignee !== null) return [assignedTo(assignee)]
  const groups = JSON.parse(candidateGroups) as string[]
  const users = JSON.parse(candidateUsers) as string[]
  return [...groups.map(offeredToGroup), ...users.map(offeredToUser)]
}
