/** A task goes to a person, or back to everybody it is offered to. */
import { isProblem } from '../../../core/problem.ts'
import { type Handler, openWait } from './command.ts'

export const assignTask: Handler<'assignTask'> = (run, { id, assignee, reason }) => {
  const wait = openWait(run, 'task', id)
  if (isProblem(wait)) return wait
  run.emit({
    kind: 'taskAssigned',
    id,
    ...(assignee !== undefined && { assignee }),
    ...(reason !== undefined && { reason }),
  })
  return undefined
}
