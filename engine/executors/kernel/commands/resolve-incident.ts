/** An operator has mended what was wrong: the element tries its step again, the job gets new attempts. */
import { conflict, invalid } from '../../../core/problem.ts'
import { live } from '../lifecycle.ts'
import { visitTo } from '../visit.ts'
import type { Handler } from './command.ts'

export const resolveIncident: Handler<'resolveIncident'> = (run, { id, retries = 1 }) => {
  const incident = run.draft.incidents[id]
  if (!incident)
    return conflict(
      'incident.not-open',
      `Expected an open incident ${id} in ${run.draft.id}, but it was resolved or its element ended; read the instance again`,
    )
  if (!Number.isInteger(retries) || retries < 1)
    return invalid('incident.retries', `Expected a whole number of new attempts from 1, but found ${retries}`)
  const { owner, condition } = incident
  const { stuck } = run.draft.element(owner)
  run.emit({ kind: 'incidentResolved', id })
  if (condition !== undefined) run.changes.again(condition)
  else if (run.draft.waits[owner]?.kind === 'job')
    run.emit({ kind: 'jobRetried', id: owner, retries, due: run.ctx.now })
  else if (stuck !== undefined) live(visitTo(run, owner), stuck)
  return undefined
}
