/** An operator lets the application go on, and what workers reported meanwhile is taken. */
import type { LocalId } from '../../../core/ids.ts'
import type { HeldAnswer } from '../../../core/instance.ts'
import type { JobAnswer } from '../../../core/job.ts'
import { type Problem, conflict } from '../../../core/problem.ts'
import { HELD_WITH } from '../../../core/suspension.ts'
import type { Run } from '../run.ts'
import type { Handler } from './command.ts'
import { completeJob } from './complete-job.ts'
import { failJob } from './fail-job.ts'
import { throwJobError } from './throw-job-error.ts'

export const resume: Handler<'resume'> = (run, { source, reason, by }) => {
  if (run.draft.suspensions?.[source] === undefined)
    return conflict(
      'instance.not-suspended',
      `Expected an instance that is suspended ${HELD_WITH[source]}, but ${run.draft.id} is not; read the instance again`,
    )
  const answers = run.draft.answers ?? []
  run.emit({ kind: 'instanceResumed', source, reason, ...(by !== undefined && { by }) })
  if (run.draft.status === 'active') for (const held of answers) take(run, held)
  return undefined
}

/** One whose job was called off meanwhile is dropped; one there is no more room for stops the job like a last failure. */
function take(run: Run, { id, answer }: HeldAnswer): void {
  if (run.draft.waits[id]?.kind !== 'job') return
  const refused = answered(run, { id, ...answer })
  if (refused) failJob(run, { kind: 'failJob', id, retries: 0, due: run.ctx.now, reason: refused.detail })
}

function answered(run: Run, command: JobAnswer & { readonly id: LocalId }): Problem | undefined {
  switch (command.kind) {
    case 'completeJob':
      return completeJob(run, command)
    case 'failJob':
      return failJob(run, command)
    case 'throwJobError':
      return throwJobError(run, command)
  }
}
