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
  const handle = findHandler(play, thrower, 'error', code)
  handle?.(content)
  return handle !== undefined
}

type Kind = 'error' | 'escalation'
type Handle = (content: Variables) => void

/** What the nearest handler does with it. */
export function findHandler(play: Play, thrower: Instance, kind: Kind, code: string): Handle | undefined {
  for (let at: Instance | undefined = thrower; at; at = at.undoing?.thrower ?? at.parent) {
    if (at.undoing) continue
    const here = at
    const inline = at.closed || at.loop ? undefined : pick(handlersOf(at), (it) => startOf(it).trigger, kind, code)
    if (inline) return (content) => occursInside(play, here, inline, content)
    const onEdge: NodeOf<'boundary'> | undefined = at.canceled
      ? undefined
      : pick(boundariesOf(at), (it) => it.trigger, kind, code)
    if (onEdge) return (content) => occursAt(play, here, onEdge, content)
  }
  return undefined
}

/** The one for this code before the one for every code. */
function pick<T>(handlers: readonly T[], triggerOf: (handler: T) => Trigger, kind: Kind, code: string): T | undefined {
  const catching = handlers.flatMap((handler) => {
    const trigger = triggerOf(handler)
    return (trigger.kind === 'error' || trigger.kind === 'escalation') && trigger.kind === kind
      ? [{ handler, code: trigger.code }]
      : []
  })
  return (catching.find((it) => it.code === code) ?? catching.find((it) => it.code === undefined))?.handler
}
