/** An attempt of a machine failed; after the last one an operator must look. */
import { invalid, isProblem } from '../../../core/problem.ts'
import { Failure } from '../failure.ts'
import { raise } from '../lifecycle.ts'
import { visitTo } from '../visit.ts'
import { type Handler, openWait } from './command.ts'

export const failJob: Handler<'failJob'> = (run, { id, retries, due, reason }) => {
  const wait = openWait(run, 'job', id)
  if (isProblem(wait)) return wait
  if (!Number.isInteger(retries) || retries < 0)
    return invalid('job.retries', `Expected a whole number of attempts left from 0, but found ${retries}`)
  run.emit({ kind: 'jobFailed', id, retries, due, reason })
  const visit = visitTo(run, wait.owner)
  if (retries === 0 && visit.record?.stuck === undefined)
    raise(
      visit,
      'activate',
      new Failure(
        'job',
        `Expected the job ${wait.type} of ${visit.element.id} to succeed, but its last attempt failed: ${reason}`,
      ),
    )
  return undefined
}
