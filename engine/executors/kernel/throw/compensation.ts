/** What was completed before is undone: one activity, or everything in the scope. */
import { nextDue, undoingBy } from '../compensation/due.ts'
import type { Thrower } from './thrower.ts'

export const compensation: Thrower<'compensation'> = (visit, { activity, waits }) => {
  const undoes = undoingBy(visit, activity)
  if (!nextDue(visit.run, undoes)) return { kind: 'pass' }
  return { kind: waits ? 'wait' : 'pass', undoes }
}
