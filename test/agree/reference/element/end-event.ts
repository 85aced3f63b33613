/**
 * What throwing events do, 13.5.6 (end events) and 13.5.2 (intermediate throw events): "the behavior associated with the
 * Event type is performed".
 */
import type { Result } from '../../drawing/drawing.ts'
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { compensate } from './compensation.ts'
import { emptied } from './interruption.ts'

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
    case 'compensation':
      return compensate(play, instance, result)
    case 'error':
      if (!play.throwError(instance, result.code, {})) instance.incident = true
  }
}
