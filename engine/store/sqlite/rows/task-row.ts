/** A task as it is stored and as the desk has it. */
import type { JsonObject } from '../../../core/json.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { TaskRow } from '../../../core/task.ts'
import { NO_DUE } from '../write/desk.ts'
import { present, type Stored } from './row.ts'

type Lists = 'id' | 'candidateGroups' | 'candidateUsers' | 'fourEyes' | 'priority' | 'due' | 'draft'
/** As a statement gives it with TASK_COLUMNS of a table called t. */
export type StoredTask = Stored<Omit<TaskRow, Lists>> & {
  readonly id: number
  readonly due: number
  readonly rank: number
  readonly candidateGroups: string
  readonly candidateUsers: string
  readonly fourEyes: string
  readonly draft: string | null
}

export const TASK_COLUMNS = `t.instance, t.id, t.agency, t.reference, t.service, t.program, t.element, t.name, t.form, t.status, t.assignee,
  t.candidate_groups AS candidateGroups, t.candidate_users AS candidateUsers, t.due, t.follow_up AS followUp, t.rank,
  t.four_eyes AS fourEyes, t.opened_at AS openedAt, t.closed_at AS closedAt, t.closed_by AS closedBy, t.draft`

/** After every date, and after what has none. */
export const EVER = NO_DUE + 1

export function taskRow(stored: StoredTask): TaskRow {
  const { id, due, rank, candidateGroups, candidateUsers, fourEyes, draft, ...rest } = stored
  return {
    ...present<Omit<TaskRow, Lists>>(rest),
    id: String(id) as LocalId,
    candidateGroups: JSON.parse(candidateGroups) as string[],
    candidateUsers: JSON.parse(candidateUsers) as TaskRow['candidateUsers'],
    fourEyes: JSON.parse(fourEyes) as string[],
    priority: -rank,
    ...(due === NO_DUE ? {} : { due }),
    ...(draft === null ? {} : { draft: JSON.parse(draft) as JsonObject }),
  }
}
