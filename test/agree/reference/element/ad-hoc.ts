/**
 * 13.3.5: "Initially, all Activities without incoming Sequence Flows are enabled. One of the enabled Activities is selected
 * for execution ... If the ordering attribute is set to sequential, another enabled Activity can be selected for execution
 * only if the previous one has terminated. If [it] is set to parallel, another enabled Activity can be selected for
 * execution at any time ... After each completion of an inner Activity, a condition specified through the
 * completionCondition attribute is evaluated. If false, ... new Activities can be selected for execution. If true, the
 * Ad-Hoc Sub-Process completes without executing further inner Activities. In case the ordering attribute is set to parallel
 * and the attribute cancelRemainingInstances is true, running instances of inner Activities are canceled. If
 * cancelRemainingInstances is set to false, the Ad-Hoc Sub-Process completes after all remaining inner instances have
 * completed or terminated."
 *
 * The first to be selected are named by the case (zeebe:adHoc). Without a condition it is over when what was begun is done.
 */
import type { Node, NodeOf } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { incoming } from '../sequence-flow.ts'
import { emptied } from './interruption.ts'

export function adHoc(play: Play, instance: Instance, node: NodeOf<'adHoc'>): void {
  instance.adHoc = { begun: 0, queue: [], closing: false }
  const named = evaluate(play, instance, node.active)
  choose(play, instance, Array.isArray(named) ? named.map(String) : [])
}

/** Somebody selects steps. */
export function choose(play: Play, instance: Instance, ids: readonly string[]): void {
  const { adHoc: state, node } = instance
  if (!state || node?.kind !== 'adHoc') throw new Error(`Expected an ad-hoc subprocess at ${instance.path}`)
  const now = node.sequential ? ids.slice(0, 1) : ids
  state.queue.push(...ids.slice(now.length))
  for (const id of now.toReversed()) select(play, instance, state, id)
}

function select(play: Play, instance: Instance, state: NonNullable<Instance['adHoc']>, id: string): void {
  const step = instance.inside?.nodes.find((it) => it.id === id)
  if (!step) throw new Error(`Expected a step ${id} in ${instance.path}`)
  state.begun++
  play.begins(instance, () => play.enter(step, instance, []))
}

/** What may be selected now. */
export function enabled({ adHoc: state, inside, node, children }: Instance): readonly Node[] {
  if (!state || state.closing || node?.kind !== 'adHoc') return []
  if (node.sequential && (children.length > 0 || state.queue.length > 0)) return []
  return inside?.nodes.filter((it) => incoming(inside, it).length === 0) ?? []
}

/** A step inside is done. @returns whether no way out of it is taken any more */
export function isClosing(play: Play, instance: Instance): boolean {
  const { adHoc: state, node } = instance
  if (!state || node?.kind !== 'adHoc') return false
  if (state.closing) return true
  if (node.completion === undefined || evaluate(play, instance, node.completion) !== true) return false
  state.closing = true
  state.queue = []
  if (node.cancelRemaining) emptied(play, instance)
  return true
}

/** With nothing at work inside: whether something follows. */
export function goesOn(play: Play, instance: Instance): boolean {
  const { adHoc: state, node } = instance
  if (!state || node?.kind !== 'adHoc') return false
  const next = state.closing ? undefined : state.queue.shift()
  if (next !== undefined) select(play, instance, state, next)
  else if (state.closing || (state.begun > 0 && node.completion === undefined)) play.complete(instance)
  else return false
  return true
}
