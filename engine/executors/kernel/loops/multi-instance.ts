/**
 * One step for each item of a list, or as often as a number says: each shareholder checked, each agency asked.
 *
 * The body stands for all items and carries the boundary events; every item has an instance of its own inside it, with
 * the item, `loopCounter` and, where the output is a variable, an empty one of that name, so that no two items share it.
 */
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import type { MultiInstance } from '../../../core/program.ts'
import type { LoopState } from '../../../core/instance.ts'
import type { Behaviour, Opening } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { truth, unfit, valueOf } from '../variables/evaluate.ts'
import { overlay } from '../variables/mapping.ts'
import { noRoom } from '../variables/merge.ts'
import type { Visit } from '../visit.ts'
import { toldBy } from './events.ts'
import type { LoopBehaviour, Outcome } from './loop.ts'

const body: Behaviour = {
  activate(visit) {
    const { loop } = visit.element
    if (loop?.kind !== 'multiInstance') throw new Error(`Expected ${visit.element.id} to be multi-instance`)
    const moves = [{ kind: 'spawn', scope: visit.id }] as const
    return visit.record?.loop ? { kind: 'resume', moves } : begin(visit, loop, moves)
  },
}

export const multiInstance: LoopBehaviour<MultiInstance> = {
  body,
  next: (loop, state) =>
    state.started === state.items.length
      ? undefined
      : { variables: itemVariables(loop, state), parallel: !loop.sequential },
  outcome,
  result: ({ outputCollection }, { output }) =>
    outputCollection === undefined || !output ? undefined : { [outputCollection]: output },
}

function begin(
  visit: Visit,
  loop: MultiInstance,
  moves: Extract<Opening, { kind: 'enter' }>['moves'],
): Opening | Failure {
  const items = itemsOf(visit, loop)
  if (items instanceof Failure) return items
  const most = visit.run.ctx.limits.multiInstance
  if (items.length > most)
    return new Failure(
      'limit',
      `Expected at most ${most} items in the collection of ${visit.element.id}, but it has ${items.length}`,
    )
  const output = loop.outputCollection === undefined ? undefined : items.map(() => null)
  const state: LoopState = { items, started: 0, completed: 0, ...(output && { output }) }
  if (items.length > 0) return { kind: 'enter', moves, loop: state }
  const result = multiInstance.result(loop, state)
  return { kind: 'pass', ...(result && { result }) }
}

/** With a cardinality the items are all empty. */
function itemsOf(visit: Visit, { inputCollection, loopCardinality }: MultiInstance): readonly JsonValue[] | Failure {
  if (inputCollection) {
    const items = valueOf(visit, 'the collection', inputCollection)
    if (items instanceof Failure || isList(items)) return items
    return unfit('expression', visit, 'the collection', inputCollection, 'a list', items)
  }
  if (!loopCardinality) throw new Error(`Expected ${visit.element.id} to have a collection or a cardinality`)
  const value = valueOf(visit, 'the loop cardinality', loopCardinality)
  if (value instanceof Failure) return value
  const count = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    return unfit('expression', visit, 'the loop cardinality', loopCardinality, 'a whole number from 0', value)
  const most = visit.run.ctx.limits.multiInstance
  if (count <= most) return Array.from({ length: count }, () => null)
  return new Failure(
    'limit',
    `Expected a loop cardinality of at most ${most} at ${visit.element.id}, but it is ${count}`,
  )
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

/** Variables of the inner instance for the next item. */
function itemVariables(loop: MultiInstance, { items, started }: LoopState): JsonObject {
  const own = outputVariable(loop)
  return {
    ...(own !== undefined && { [own]: null }),
    ...(loop.inputElement !== undefined && { [loop.inputElement]: items[started] ?? null }),
    loopCounter: started + 1,
  }
}

/** The variable an output element is, or is a part of: `opinion` or `opinion.text`. */
function outputVariable({ outputElement }: MultiInstance): string | undefined {
  const [name, ...more] = outputElement?.names ?? []
  if (name === undefined || more.length > 0 || !outputElement) return undefined
  const path = outputElement.source.replace(/^=/, '').trim()
  return path === name || (path.startsWith(`${name}.`) && !/[^\p{L}\p{N}_. ]/u.test(path.slice(name.length)))
    ? name
    : undefined
}

/** Evaluates the output element and then the completion condition, which sees this item as done. */
function outcome(visit: Visit, loop: MultiInstance, state: LoopState): Outcome | Failure {
  const output = outputPlace(visit, loop, state)
  if (output instanceof Failure) return output
  const completed = state.completed + 1
  const names = namesOf(loop, state, completed, output)
  const over = isOver(visit, loop, names)
  if (over instanceof Failure) return over
  const told = loop.events && toldBy(visit, loop.events, completed, progress(state, completed))
  if (told instanceof Failure) return told
  const next = over || completed === state.items.length ? 'body' : loop.sequential ? 'round' : 'others'
  return { completed, next, ...(output && { output }), ...(told && { told }) }
}

type Place = NonNullable<Outcome['output']>

function outputPlace(visit: Visit, { outputElement }: MultiInstance, state: LoopState): Place | undefined | Failure {
  if (!state.output || !outputElement) return undefined
  const value = valueOf(visit, 'the output element', outputElement)
  if (value instanceof Failure) return value
  const full = noRoom(visit, undefined, { value })
  return full ?? { index: (visit.loopCounter ?? 1) - 1, value }
}

/** What the completion condition sees beside the variables. */
function namesOf(
  { outputCollection: name }: MultiInstance,
  state: LoopState,
  completed: number,
  place: Place | undefined,
): JsonObject {
  const output = place ? state.output?.with(place.index, place.value) : state.output
  return { ...progress(state, completed), ...(name !== undefined && output && { [name]: output }) }
}

function isOver(visit: Visit, { completionCondition }: MultiInstance, names: JsonObject): boolean | Failure {
  if (!completionCondition) return false
  const scope = overlay(visit, () => names)
  return truth('condition', visit, 'the completion condition', completionCondition, scope)
}

/** How far the items are, for the completion condition, with this instance done. */
function progress(state: LoopState, completed: number): JsonObject {
  return {
    numberOfInstances: state.items.length,
    numberOfActiveInstances: state.started - completed,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: 0,
  }
}
