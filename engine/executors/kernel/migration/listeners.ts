/**
 * What an element listens for beside its own work, and what takes its place: boundary events on its edge, event
 * subprocesses inside it, the branches of an event-based gateway.
 */
import type { Wait } from '../../../core/instance.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { Element, Program } from '../../../core/program.ts'
import { triggerOf } from '../catch/catches.ts'
import { outgoingTargets } from '../elements/ways.ts'
import { elementAt, elementNamed } from '../run.ts'
import type { Counterpart } from './pairing.ts'
import type { Place } from './plan.ts'

export interface Listener {
  /** The event that is waited for. */
  readonly from: Element
  readonly to: Counterpart<Element>
  readonly waits: readonly (readonly [LocalId, CatchingWait])[]
}

/** A wait that names the element it sets off. */
export type CatchingWait = Extract<Wait, { readonly element: string }>

/** Those it waits for now, its own event among them where it is one. */
export function catching({ pairing, stays, waits }: Place): readonly Listener[] {
  const found = new Map<string, [LocalId, CatchingWait][]>()
  for (const [id, wait] of waits)
    if ('element' in wait) found.set(wait.element, [...(found.get(wait.element) ?? []), [id, wait]])
  return [...found].map(([name, own]) => {
    const from = elementNamed(pairing.source, name)
    return { from, to: stays ? from : pairing.element(from), waits: own }
  })
}

export const listeners = (place: Place): readonly Listener[] =>
  catching(place).filter(({ from }) => from !== place.from)

/** Whatever this element may listen for, waited for or not. */
export function listenersOf(program: Program, element: Element, place: Place): readonly Element[] {
  const { loop, loopCounter } = place.record
  if (element.kind === 'eventBasedGateway') return outgoingTargets(program, element)
  const edge = loopCounter === undefined ? element.boundaries : []
  const inside = loop ? [] : element.eventSubProcesses
  return [...edge, ...inside].map((index) => elementAt(program, index))
}

/** Whether the same kind of event sets them off. */
export const isTriggeredAlike = (place: Place, from: Element, to: Element): boolean =>
  triggerOf(place.pairing.source, from)?.kind === triggerOf(place.pairing.target, to)?.kind
