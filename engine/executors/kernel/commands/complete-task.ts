/** A person has done their step; that they may is for the engine to say. */
import { isProblem } from '../../../core/problem.ts'
import { live } from '../lifecycle.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom, given, openWait } from './command.ts'

export const completeTask: Handler<'completeTask'> = (run, { id, variables, by }) => {
  const wait = openWait(run, 'task', id)
  if (isProblem(wait)) return wait
  const visit = visitTo(run, wait.owner)
  const full = checkRoom(visit, variables)
  if (full) return full
  run.emit({ kind: 'taskClosed', id, outcome: 'completed', ...(by !== undefined && { by }) })
  visit.result = given(variables)
  live(visit, 'complete')
  return undefined
}
