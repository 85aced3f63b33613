/**
 * One step for each item of a list: each shareholder checked, each agency asked for its opinion.
 *
 * The body stands for all items and carries the boundary events; every item has an instance of its own inside it, with
 * the item, `loopCounter` and, where the output is a variable, an empty one of that name, so that no two items share it.
 */
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import type { MultiInstance } from '../../../core/program.ts'
import type { LoopState } from '../../../core/instance.ts'
import type { Behaviour, Opening } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { unfit, valueOf } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'

/** Takes the place of the element's own behaviour on a multi-instance body. */
export const multiInstance: Behaviour = {
  activate(visit) {
    const { loop } = visit.element
    if (!loop) throw new Error(`Expected ${visit.element.id} to be multi-instance`)
    const moves = [{ kind: 'spawn', scope: visit.id }] as const
    return visit.record?.loop ? { kind: 'resume', moves } : begin(visit, loop, moves)
  },
}

function begin(
  visit: Visit,
  loop: MultiInstance,
  moves: Extract<Opening, { kind: 'enter' }>['moves'],
): Opening | Failure {
  const items = valueOf(visit, 'the collection', loop.inputCollection)
  if (items instanceof Failure) return items
  if (!isList(items)) return unfit('expression', visit, 'the collection', loop.inputCollection, 'a list', items)
  const most = visit.run.ctx.limits.multiInstance
  if (items.length > most)
    return new Failure(
      'limit',
      `Expected at most ${most} items in the collection of ${visit.element.id}, but it has ${items.length}`,
    )
  const output = loop.outputCollection === undefined ? undefined : items.map(() => null)
  if (items.length === 0) return { kind: 'pass', ...(output && { result: outputOf(loop, output) }) }
  return { kind: 'enter', moves, loop: { items, started: 0, completed: 0, ...(output && { output }) } }
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

export function outputOf(loop: MultiInstance, output: readonly JsonValue[]): JsonObject {
  return loop.outputCollection === undefined ? {} : { [loop.outputCollection]: output }
}

/** Variables of the inner instance for one item. */
export function itemVariables(loop: MultiInstance, state: LoopState, index: number): JsonObject {
  const own = outputVariable(loop)
  return {
    ...(own !== undefined && { [own]: null }),
    ...(loop.inputElement !== undefined && { [loop.inputElement]: state.items[index] ?? null }),
    loopCounter: index + 1,
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

/** How far the items are, for the completion condition, with this instance done. */
export function progress(state: LoopState, completed: number): JsonObject {
  return {
    numberOfInstances: state.items.length,
    numberOfActiveInstances: state.started - completed,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: 0,
  }
}
