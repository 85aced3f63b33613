/**
 * What throwing events do, 13.5.6 (end events) and 13.5.2 (intermediate throw events): "the behavior associated with the
 * Event type is performed".
 */
import type { Result } from '../../drawing/drawing.ts'
import type { Instance } from '../marking.ts'
import { ended, type Play } from '../play.ts'
import { compensate } from './compensation.ts'
import { escalate } from './escalation.ts'
import { emptied } from './interruption.ts'
import { broadcast } from './signal.ts'
import { cancel } from './transaction.ts'

export function throwResult(play: Play, instance: Instance, result: Result): void {
  const { node, parent } = instance
  switch (result.kind) {
    case 'none':
      return play.complete(instance)
    case 'message':
      if (node) instance.waits.push({ kind: 'job', owner: instance, node })
      return
    case 'terminate':
      play.complete(instance)
      /** "the Sub-Process is abnormally terminated ... only the affected instance": the scope of the event, nothing around it. */
      if (parent) emptied(play, parent)
      return
    case 'signal':
      play.complete(instance)
      return broadcast(play, result.name, {})
    case 'escalation':
      return escalate(play, instance, result.code)
    case 'cancel':
      return cancel(play, instance)
    case 'link':
      return follow(play, instance, result.name)
    case 'compensation':
      return compensate(play, instance, result)
    case 'error':
      if (!play.throwError(instance, result.code, {})) instance.incident = true
  }
}

/** 10.5.5: a link is a way that is not drawn, from the throwing link event to the catching one of its name. */
function follow(play: Play, event: Instance, name: string): void {
  const { parent } = event
  const target = parent?.inside?.nodes.find(
    (it) => it.kind === 'catch' && it.trigger.kind === 'link' && it.trigger.name === name,
  )
  play.complete(event)
  if (parent && target) play.enter(target, parent, [ended(event)])
}
