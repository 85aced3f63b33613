/**
 * A transaction is canceled, 10.3.5 and 13.3.4: by a cancel end event "the Sub-Process is abnormally terminated and the
 * associated Transaction is aborted. Control leaves the Sub-Process through a cancel intermediate boundary Event" once what
 * was completed in it has been compensated. 13.5.5: "Cancellation in turn can result in compensation of already
 * successfully completed portions of an active Activity, in case of a Sub-Process."
 */
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { boundariesOf, occursAt } from './boundary-event.ts'
import { undoAllInside } from './compensation.ts'
import { terminate } from './interruption.ts'

export function cancel(play: Play, event: Instance): void {
  const transaction = around(event)
  play.complete(event)
  transaction.canceled = true
  transaction.closed = true
  transaction.waits = []
  for (const child of [...transaction.children].reverse()) if (!child.undoing) breakOff(play, transaction, child)
  transaction.tokens.length = 0
  play.drop(transaction)
  transaction.resets.clear()
  undoAllInside(play, transaction)
}

function around(event: Instance): Instance {
  for (let at = event.parent; at; at = at.parent)
    if (at.node?.kind === 'subProcess' && at.node.isTransaction)
      return at.counter !== undefined && at.parent ? at.parent : at
  throw new Error(`Expected ${event.path} within a transaction`)
}

/** What was completed inside an activity that is still at work counts, in its place; what was being undone begins anew. */
function breakOff(play: Play, scope: Instance, instance: Instance): void {
  for (const child of [...instance.children].reverse()) breakOff(play, instance, child)
  const { node, variables, completed, undoing } = instance
  terminate(play, instance)
  if (undoing) scope.completed.push({ ...undoing.of, variables, completed, order: play.completions++ })
  else if (node && completed.length > 0)
    scope.completed.push({ node, isWhole: false, variables, completed, order: play.completions++ })
}

/** Everything in it is undone. */
export function leaveCanceled(play: Play, transaction: Instance): void {
  const event = boundariesOf(transaction).find(({ trigger }) => trigger.kind === 'cancel')
  if (!event) throw new Error(`Expected a cancel event on ${transaction.path}`)
  occursAt(play, transaction, event, {})
}
