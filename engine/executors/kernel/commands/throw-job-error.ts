/** A machine reports a business error, such as a person the registry does not know. */
import { isProblem } from '../../../core/problem.ts'
import { handOver } from '../catch/catcher.ts'
import { catchOfError } from '../catch/errors.ts'
import { Failure } from '../failure.ts'
import { raise } from '../lifecycle.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom, openWait } from './command.ts'

/** An error nobody catches stops the job as a last failed attempt does; resolving the incident tries the job again. */
export const throwJobError: Handler<'throwJobError'> = (run, { id, code, message, variables }) => {
  const wait = openWait(run, 'job', id)
  if (isProblem(wait)) return wait
  const visit = visitTo(run, wait.owner)
  const full = checkRoom(visit, variables)
  if (full) return full
  const caught = catchOfError(run, wait.owner, { code, message, variables })
  if (caught) {
    run.emit({ kind: 'errorThrown', id, code, message })
    run.emit({ kind: 'jobClosed', id, outcome: 'error' })
    handOver(run, caught)
    return undefined
  }
  const uncaught = `Expected a boundary event or event subprocess that catches the error "${code}" of ${visit.element.id}, but there is none: ${message}`
  run.emit({ kind: 'jobFailed', id, retries: 0, due: run.ctx.now, reason: uncaught })
  if (visit.record?.stuck === undefined) raise(visit, 'activate', new Failure('error', uncaught))
  return undefined
}
