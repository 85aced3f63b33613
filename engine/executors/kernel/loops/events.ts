/**
 * Events a multi-instance activity throws when an instance is done (BPMN 2.0.2, table 10.29): caught on the edge of the whole.
 *
 * They carry how far the activity is: numberOfInstances and its like.
 */
import type { JsonObject } from '../../../core/json.ts'
import type { LoopEvent } from '../../../core/program.ts'
import type { Fact } from '../behaviour.ts'
import type { Caught } from '../catch/catcher.ts'
import { catchOfEscalation } from '../catch/escalations.ts'
import { waitersOf } from '../catch/waiters.ts'
import { Failure } from '../failure.ts'
import { crowded, tooMuchSent } from '../limits.ts'
import { textOf, truth } from '../variables/evaluate.ts'
import { overlay } from '../variables/mapping.ts'
import type { Visit } from '../visit.ts'

export interface Told {
  readonly facts: readonly Fact[]
  readonly caught: readonly Caught[]
}

/** @param names what conditions see and events carry: the counts with this instance done */
export function toldBy(
  visit: Visit,
  events: readonly LoopEvent[],
  completed: number,
  names: JsonObject,
): Told | Failure {
  let told: Told = { facts: [], caught: [] }
  for (const { when, thrown } of events) {
    const due = isDue(visit, when, completed, names)
    if (due instanceof Failure) return due
    const one = due ? throwOne(visit, thrown, names) : undefined
    if (one instanceof Failure) return one
    if (one) told = { facts: [...told.facts, ...one.facts], caught: [...told.caught, ...one.caught] }
  }
  return told
}

function isDue(visit: Visit, when: LoopEvent['when'], completed: number, names: JsonObject): boolean | Failure {
  if (when === 'each') return true
  if (when === 'first') return completed === 1
  const scope = overlay(visit, () => names)
  return truth('condition', visit, 'the condition of a complex behaviour', when, scope)
}

function throwOne(visit: Visit, thrown: LoopEvent['thrown'], variables: JsonObject): Told | Failure {
  const { run, scope, id } = visit
  if (thrown.kind === 'escalation') {
    const caught = catchOfEscalation(run, scope, thrown.code, variables)
    return { facts: [{ kind: 'escalationThrown', id, code: thrown.code }], caught: caught ? [caught] : [] }
  }
  const much = tooMuchSent(visit)
  if (much) return much
  const name = textOf(visit, 'the signal name', thrown.signal.name, 'signal')
  if (name instanceof Failure) return name
  const full = crowded(run, name, waitersOf(run.draft, name).length, variables)
  return full ?? { facts: [{ kind: 'signalThrown', id, name, variables }], caught: [] }
}
