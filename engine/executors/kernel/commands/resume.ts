/** An operator lets the application go on. */
import { conflict } from '../../../core/problem.ts'
import { HELD_WITH } from '../../../core/suspension.ts'
import type { Handler } from './command.ts'

export const resume: Handler<'resume'> = (run, { source, reason, by }) => {
  if (run.draft.suspensions?.[source] === undefined)
    return conflict(
      'instance.not-suspended',
      `Expected an instance that is suspended ${HELD_WITH[source]}, but ${run.draft.id} is not; read the instance again`,
    )
  run.emit({ kind: 'instanceResumed', source, reason, ...(by !== undefined && { by }) })
  return undefined
}
