/** A message has found the place that waits for it. */
import { conflict, isProblem } from '../../../core/problem.ts'
import { repeats, staysOpen } from '../catch/catches.ts'
import { trigger } from '../catch/trigger.ts'
import { isFull } from '../limits.ts'
import { elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom, openWait } from './command.ts'

export const correlateMessage: Handler<'correlateMessage'> = (run, { id, messageId, variables }) => {
  const wait = openWait(run, 'message', id)
  if (isProblem(wait)) return wait
  const visit = visitTo(run, wait.owner)
  const element = elementNamed(visit.program, wait.element)
  if (repeats(visit, element) && isFull(run))
    return conflict(
      'instance.full',
      `Expected room for one more ${wait.element} in ${run.draft.id}, but it has reached a limit; resolve its incidents first`,
    )
  const full = checkRoom(visit, variables)
  if (full) return full
  run.emit({ kind: 'messageCorrelated', id, messageId })
  if (!staysOpen(visit, element)) run.emit({ kind: 'subscriptionClosed', id, outcome: 'correlated' })
  trigger(run, wait.owner, wait.element, variables)
  return undefined
}
