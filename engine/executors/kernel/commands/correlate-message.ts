/** A message has found the place that waits for it. */
import { isProblem } from '../../../core/problem.ts'
import { staysOpen } from '../catch/catches.ts'
import { trigger } from '../catch/trigger.ts'
import { elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom, openWait } from './command.ts'

export const correlateMessage: Handler<'correlateMessage'> = (run, { id, messageId, variables }) => {
  const wait = openWait(run, 'message', id)
  if (isProblem(wait)) return wait
  const visit = visitTo(run, wait.owner)
  const full = checkRoom(visit, variables)
  if (full) return full
  run.emit({ kind: 'messageCorrelated', id, messageId })
  if (!staysOpen(visit, elementNamed(visit.program, wait.element)))
    run.emit({ kind: 'subscriptionClosed', id, outcome: 'correlated' })
  trigger(run, wait.owner, wait.element, variables)
  return undefined
}
