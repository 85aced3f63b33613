/**
 * An error goes outwards to the nearest handler (10.5.6, 13.5.4): inline first, an event subprocess of the scope, then the
 * boundary of the activity, and so on around it (around the event that threw, where something is being undone), out of a called process to its call activity (10.3.6).
 */
import type { NodeOf, Trigger } from '../../drawing/drawing.ts'
import type { Instance, Variables } from '../marking.ts'
import type { Play } from '../play.ts'
import { boundariesOf, occursAt } from './boundary-event.ts'
import { handlersOf, occursInside, startOf } from './event-sub-process.ts'

/** Whether somebody handled it. */
export function throwError(play: Play, thrower: Instance, code: string, content: Variables): boolean {
  for (let at: Instance | undefined = thrower; at; at = at.undoing?.thrower ?? at.parent) {
    if (at.undoing) continue
    const inline = at.closed || at.loop ? undefined : pick(handlersOf(at), (it) => startOf(it).trigger, code)
    if (inline) {
      occursInside(play, at, inline, content)
      return true
    }
    const onEdge: NodeOf<'boundary'> | undefined = pick(boundariesOf(at), (it) => it.trigger, code)
    if (onEdge) {
      occursAt(play, at, onEdge, content)
      return true
    }
  }
  return false
}

/** The one for this code before the one for every code. */
function pick<T>(handlers: readonly T[], triggerOf: (handler: T) => Trigger, code: string): T | undefined {
  const errors = handlers.flatMap((handler) => {
    const trigger = triggerOf(handler)
    return trigger.kind === 'error' ? [{ handler, code: trigger.code }] : []
  })
  return (errors.find((it) => it.code === code) ?? errors.find((it) => it.code === undefined))?.handler
}
