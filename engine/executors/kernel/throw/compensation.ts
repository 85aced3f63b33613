/** What was completed before is undone: one activity, or everything in the scope. */
import { dueBy } from '../compensation/due.ts'
import type { Thrower } from './thrower.ts'

export const compensation: Thrower<'compensation'> = (visit, { activity, waits }) => {
  const due = dueBy(visit, activity)
  if (due.length === 0) return { kind: 'pass' }
  return waits ? { kind: 'wait', undoes: due } : { kind: 'pass', undoes: due }
}
