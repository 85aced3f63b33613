/** A task as the person it waits for meets it: its form with what it begins with, and who that person may be. */
import { askerOf } from '../commands/offers.ts'
import type { Actor } from '../core/actor.ts'
import { globalId, type UserId } from '../core/ids.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import { isProblem } from '../core/problem.ts'
import type { TaskRow } from '../core/task.ts'
import type { Place, TriedTask } from './moment.ts'
import type { Trial } from './running.ts'
import { type Filling, triedForm } from './tried-form.ts'

export async function taskStanding(
  trial: Trial,
  row: InstanceRow,
  task: TaskRow,
  place: Place,
  filling: Filling | undefined,
): Promise<TriedTask> {
  const detail = await trial.engine.getTask(likelyFor(trial, row, task), globalId(task.instance, task.id))
  const form =
    isProblem(detail) || detail.form === undefined
      ? undefined
      : await triedForm(
          trial.engine.deps,
          trial.scenario.given ?? {},
          detail.form,
          askerOf(task),
          detail.answering,
          filling?.element === task.element ? filling.answers : undefined,
        )
  return {
    ...place,
    ...(form ? { form } : {}),
    ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
    groups: task.candidateGroups,
    users: task.candidateUsers,
    ...(task.due === undefined ? {} : { due: task.due }),
    fourEyes: task.fourEyes,
    openedAt: task.openedAt,
  }
}

/** The applicant where it is theirs; else somebody who may see it. */
function likelyFor(trial: Trial, row: InstanceRow, task: TaskRow): Actor {
  const named = task.assignee ?? task.candidateUsers[0]
  if (named !== undefined) return trial.person(named === row.applicant ? 'applicant' : named)
  return {
    kind: 'user',
    id: 'trial.staff' as UserId,
    agency: trial.agency,
    roles: ['clerk', 'supervisor'],
    groups: task.candidateGroups,
  }
}
