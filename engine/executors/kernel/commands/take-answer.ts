/**
 * What a worker reported while the application was suspended counts now, as if it came now: a step of its own for each, so
 * that where one leads is there before the next.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { JobAnswer } from '../../../core/job.ts'
import { type Problem, conflict } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import type { Handler } from './command.ts'
import { completeJob } from './complete-job.ts'
import { failJob } from './fail-job.ts'
import { throwJobError } from './throw-job-error.ts'

/** One there is no more room for stops the job like a last failed attempt. */
export const takeAnswer: Handler<'takeAnswer'> = (run, { id }) => {
  const held = run.draft.answers?.find((one) => one.id === id)
  if (!held)
    return conflict(
      'job.not-answered',
      `Expected an answer to job ${id} of ${run.draft.id} that was kept while it was suspended, but there is none; it was taken or called off before`,
    )
  const refused = answered(run, { id, ...held.answer })
  return refused && failJob(run, { kind: 'failJob', id, retries: 0, due: run.ctx.now, reason: refused.detail })
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
