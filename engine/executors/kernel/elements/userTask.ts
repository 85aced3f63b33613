/** A step a person does: what lies on which desk, until when, and how urgent. */
import { completerKey } from '../../../core/instance.ts'
import type { UserId } from '../../../core/ids.ts'
import type { OpenedTask } from '../../../core/event.ts'
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { clockFor } from '../clocks/begin.ts'
import { Failure } from '../failure.ts'
import type { Visit } from '../visit.ts'
import { assignee, candidates, moment, priority } from './task-attributes.ts'

export const userTask: Behaviour<ElementOf<'userTask'>> = {
  activate(visit) {
    const task = opened(visit)
    return task instanceof Failure ? task : { kind: 'wait', facts: [{ kind: 'taskOpened', id: visit.id, task }] }
  },
}

function opened(visit: Visit<ElementOf<'userTask'>>): OpenedTask | Failure {
  const { element, program, run } = visit
  const { task } = element
  const who = assignee(visit, task.assignee)
  if (who instanceof Failure) return who
  const groups = candidates(visit, 'the candidate groups', task.candidateGroups)
  if (groups instanceof Failure) return groups
  const users = candidates(visit, 'the candidate users', task.candidateUsers)
  if (users instanceof Failure) return users
  const kept = program.deadlines?.get(element.id)
  const clock = kept && clockFor(visit, visit.id, kept)
  if (clock instanceof Failure) return clock
  const due = clock ? clock.state.due : moment(visit, 'the due date', task.dueDate)
  if (due instanceof Failure) return due
  const followUp = moment(visit, 'the follow-up date', task.followUpDate)
  if (followUp instanceof Failure) return followUp
  const urgency = priority(visit, task.priority)
  if (urgency instanceof Failure) return urgency
  const fourEyes = task.fourEyes.map((other) => completerKey(run.draft.program, program.key, other))
  return {
    ...named(visit),
    ...given(who, due, followUp),
    ...(clock && { on: { clock: clock.clock } }),
    candidateGroups: groups,
    candidateUsers: users,
    priority: urgency,
    fourEyes,
  }
}

function named({
  element,
  program,
}: Visit<ElementOf<'userTask'>>): Pick<OpenedTask, 'element' | 'name' | 'program' | 'form'> {
  const { form } = element.task
  return { element: element.id, name: element.name, program: program.key, ...(form !== undefined && { form }) }
}

const given = (assignee: UserId | undefined, due: number | undefined, followUp: number | undefined) => ({
  ...(assignee !== undefined && { assignee }),
  ...(due !== undefined && { due }),
  ...(followUp !== undefined && { followUp }),
})
