/** A machine has done its work. A late success also ends the incident its failures had raised. */
import { isProblem } from '../../../core/problem.ts'
import { Failure } from '../failure.ts'
import { live, raise } from '../lifecycle.ts'
import { resolveIncidents } from '../tokens/terminate.ts'
import { noRoom } from '../variables/merge.ts'
import { visitTo } from '../visit.ts'
import { type Handler, given, openWait } from './command.ts'

/** A result there is no room for stops the job like a last failed attempt, since no worker would mend it by trying again. */
export const completeJob: Handler<'completeJob'> = (run, { id, variables }) => {
  const wait = openWait(run, 'job', id)
  if (isProblem(wait)) return wait
  const visit = visitTo(run, wait.owner)
  resolveIncidents(run, wait.owner)
  const full = noRoom(visit, visit.id, variables)
  if (full instanceof Failure) {
    run.emit({ kind: 'jobFailed', id, retries: 0, due: run.ctx.now, reason: full.message })
    raise(visit, 'activate', full)
    return undefined
  }
  run.emit({ kind: 'jobClosed', id, outcome: 'completed' })
  visit.result = given(variables)
  live(visit, 'complete')
  return undefined
}
