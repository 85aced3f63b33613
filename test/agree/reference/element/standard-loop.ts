/**
 * 13.3.6: "The Loop Activity ... executes the inner Activity as long as the loopCondition evaluates to true. If testBefore is
 * set to true, the condition is evaluated before the first execution (while loop), otherwise after it (do-while or until
 * loop). An optional maximum number of iterations (loopMaximum) can be specified." Each round has a loopCounter.
 */
import type { StandardLoop } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance } from '../marking.ts'
import { ended, type Play } from '../play.ts'

export function standardLoop(play: Play, body: Instance, loop: StandardLoop): void {
  body.loop = { items: [], output: [], started: 0, completed: 0 }
  if (loop.testBefore && !goesOn(play, body, body, loop)) return play.complete(body)
  iterate(play, body, [])
}

function iterate(play: Play, body: Instance, after: readonly string[]): void {
  const { loop, node } = body
  if (!loop || !node) throw new Error('Expected the outer instance of a loop')
  const counter = ++loop.started
  play.begins(body, () => play.act(play.begin(node, body, after, { counter, variables: { loopCounter: counter } })))
}

export function iterationDone(play: Play, body: Instance, instance: Instance, loop: StandardLoop): void {
  if (goesOn(play, body, loop.testBefore ? body : instance, loop)) iterate(play, body, [ended(instance)])
  else play.complete(body)
}

/** @param at where the condition is seen from: before a round the loop, after it the round */
function goesOn(play: Play, body: Instance, at: Instance, { condition, maximum }: StandardLoop): boolean {
  if (maximum !== undefined && (body.loop?.started ?? 0) >= maximum) return false
  return condition === undefined || evaluate(play, at, condition) === true
}
