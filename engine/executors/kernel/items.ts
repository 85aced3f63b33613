/** What follows when one item of a multi-instance activity is done. */
import type { JsonValue } from '../../core/json.ts'
import type { LoopState } from '../../core/instance.ts'
import type { MultiInstance } from '../../core/program.ts'
import { progress } from './elements/multiInstance.ts'
import { Failure } from './failure.ts'
import { truth, valueOf } from './variables/evaluate.ts'
import { overlay } from './variables/mapping.ts'
import { noRoom } from './variables/merge.ts'
import type { Visit } from './visit.ts'

export interface ItemOutcome {
  readonly completed: number
  readonly output?: { readonly index: number; readonly value: JsonValue }
  /** The body is done, or the next item begins, or the others go on by themselves. */
  readonly next: 'body' | 'item' | 'items'
}

/** Evaluates the output element and then the completion condition, which sees this item as done. */
export function itemOutcome(visit: Visit): ItemOutcome | Failure {
  const { loop } = visit.element
  const state = visit.run.draft.element(visit.enclosing).loop
  if (!loop || !state) throw new Error(`Expected ${visit.element.id} ${visit.id} to be inside a multi-instance body`)
  const output = outputPlace(visit, loop, state)
  if (output instanceof Failure) return output
  const completed = state.completed + 1
  const over = isOver(visit, loop, state, completed, output)
  if (over instanceof Failure) return over
  const next = over || completed === state.items.length ? 'body' : loop.sequential ? 'item' : 'items'
  return { completed, next, ...(output && { output }) }
}

type Place = NonNullable<ItemOutcome['output']>

function outputPlace(visit: Visit, { outputElement }: MultiInstance, state: LoopState): Place | undefined | Failure {
  if (!state.output || !outputElement) return undefined
  const value = valueOf(visit, 'the output element', outputElement)
  if (value instanceof Failure) return value
  const full = noRoom(visit, undefined, { value })
  return full ?? { index: (visit.loopCounter ?? 1) - 1, value }
}

function isOver(
  visit: Visit,
  loop: MultiInstance,
  state: LoopState,
  completed: number,
  place: Place | undefined,
): boolean | Failure {
  if (!loop.completionCondition) return false
  const name = loop.outputCollection
  const output = place ? state.output?.with(place.index, place.value) : state.output
  const names = { ...progress(state, completed), ...(name !== undefined && output && { [name]: output }) }
  return truth(
    'condition',
    visit,
    'the completion condition',
    loop.completionCondition,
    overlay(visit, () => names),
  )
}
