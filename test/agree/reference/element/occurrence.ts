/** What was waited for happens: 13.5.2 to 13.5.4 and 13.4.4 say who takes the event. */
import { live, type Variables, type Wait } from '../marking.ts'
import type { Play, Reached } from '../play.ts'
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

/** An event reaches one of the places that waited for it, unless that has stopped waiting meanwhile. */
export function reach(play: Play, reached: Reached): void {
  play.reached.splice(play.reached.indexOf(reached), 1)
  const { wait, content } = reached
  const isLive = [...live(play.root)].some((it) => it === wait.owner && it.waits.includes(wait))
  if (isLive) occurs(play, wait, content)
}
