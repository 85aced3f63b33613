/** What an event waits for, opened as a wait: 10.5.5 (event definitions), 13.5.2 "Waiting starts when the Intermediate Event is reached". */
import type { Node, Timer, Trigger } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance, Wait } from '../marking.ts'
import type { Play } from '../play.ts'

const HOUR = 3_600_000

/** @param node the event that will occur; errors are thrown at it and need no waiting */
export function waitFor(play: Play, owner: Instance, node: Node, trigger: Trigger): void {
  if (trigger.kind === 'timer') owner.waits.push(timer(play, owner, node, trigger.timer))
  const { kind } = trigger
  if (kind === 'condition')
    owner.waits.push({ kind, owner, node, condition: trigger.condition, opened: play.openings++, holds: false })
  if (trigger.kind === 'signal')
    owner.waits.push({ kind: 'signal', owner, node, name: trigger.name, opened: play.openings++ })
  if (trigger.kind === 'message') {
    const key = String(evaluate(play, owner, trigger.key))
    owner.waits.push({ kind: 'message', owner, node, name: trigger.name, key })
  }
}

function timer(play: Play, owner: Instance, node: Node, { kind, hours, ...rest }: Timer): Wait {
  const again = kind === 'cycle' && 'times' in rest ? { left: rest.times - 1, hours } : undefined
  return { kind: 'timer', owner, node, due: play.now + hours * HOUR, again }
}

/** A cycle goes on (ISO 8601 "Rn/duration": n times in all) from the time it was due, or from now when that has passed. */
export function nextTime(play: Play, wait: Extract<Wait, { kind: 'timer' }>): Wait | undefined {
  const { again, due } = wait
  if (!again || again.left === 0) return undefined
  const next = due + again.hours * HOUR
  return {
    ...wait,
    due: next <= play.now ? play.now + again.hours * HOUR : next,
    again: { ...again, left: again.left - 1 },
  }
}
