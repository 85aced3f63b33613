/** An operator holds the application. */
import { conflict } from '../../../core/problem.ts'
import { HELD_WITH } from '../../../core/suspension.ts'
import type { Handler } from './command.ts'

export const suspend: Handler<'suspend'> = (run, { source, reason, by }) => {
  const before = run.draft.suspensions?.[source]
  if (before !== undefined)
    return conflict(
      'instance.suspended',
      `Expected an instance that is not suspended ${HELD_WITH[source]}, but ${run.draft.id} is: ${before}`,
    )
  run.emit({ kind: 'instanceSuspended', source, reason, ...(by !== undefined && { by }) })
  return undefined
}
