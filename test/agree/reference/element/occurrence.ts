/** What was waited for happens: 13.5.2 to 13.5.4 and 13.4.4 say who takes the event. */
import type { Variables, Wait } from '../marking.ts'
import type { Play } from '../play.ts'
import { occursAt } from './boundary-event.ts'
import { occursBehind } from './event-based-gateway.ts'
import { occursInside } from './event-sub-process.ts'
import { nextTime } from './trigger.ts'

/** "The Event occurrence is consumed": by a boundary event, an event subprocess, a gateway, or the waiting node itself. */
export function occurs(play: Play, wait: Wait, content: Variables): void {
  const { owner, node } = wait
  if (wait.kind === 'timer') play.now = Math.max(play.now, wait.due)
  if (wait.kind === 'timer') {
    const next = nextTime(play, wait)
    owner.waits = owner.waits.flatMap((it) => (it !== wait ? [it] : next ? [next] : []))
  }
  if (node.kind === 'boundary') return occursAt(play, owner, node, content)
  if (node.kind === 'eventSubProcess') return occursInside(play, owner, node, content)
  if (owner.node?.kind === 'eventBased') return occursBehind(play, owner, wait, content)
  play.complete(owner, content)
}
