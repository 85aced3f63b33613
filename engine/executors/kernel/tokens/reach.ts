/**
 * Which inclusive join may go on: one that has a token, and that no token elsewhere in its scope can bring a new one.
 *
 * BPMN 2.0.2, 13.4.3, with two readings that matter where a diagram loops.
 * - A token elsewhere holds the join back as long as it can still come to an empty way in, even if it could as well come
 *   to one that is filled: a join never goes on before a branch that may only take another turn.
 * - "Can still come" means without this join going on first. A parallel join on the way lets nothing through that lacks
 *   a token only this join can send. Another inclusive join on the way lets nothing through where the two wait for each
 *   other round a loop; of two such joins the inner one goes on, the one whose filled ways the other's token leads to.
 * An activity's boundary events count as ways out of it. Plain reachability is worked out once per program.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Element, ElementIndex, FlowIndex, Program } from '../../../core/program.ts'
import { type Run, elementAt, flowAt } from '../run.ts'
import { leadsTo } from './paths.ts'

export interface ReadyJoin {
  readonly join: Element
  /** Incoming flows that have a token, by id. */
  readonly flows: readonly string[]
}

/** The tokens of one scope. */
interface Board {
  readonly program: Program
  /** Elements at work. */
  readonly places: readonly ElementIndex[]
  /** Flows at whose end a token waits before a join. */
  readonly filled: ReadonlySet<FlowIndex>
  /** The joins where they wait, in document order. */
  readonly waiting: readonly Element[]
}

/** The first inclusive join of the scope, in document order, that may go on now. */
export function readyJoin(run: Run, program: Program, scope: LocalId): ReadyJoin | undefined {
  const { arrived } = run.draft.element(scope)
  if (!arrived) return undefined
  const filled = program.flows.filter(({ id }) => Object.hasOwn(arrived, id))
  const targets = new Set(filled.map(({ to }) => to))
  const waiting = [...targets].toSorted((one, other) => one - other).map((index) => elementAt(program, index))
  const joins = waiting.filter(({ kind }) => kind === 'inclusiveGateway')
  if (joins.length === 0) return undefined
  const places = [...placesInside(run, program, scope)]
  const board: Board = { program, places, filled: new Set(filled.map(({ index }) => index)), waiting }
  const join = joins.find((one) => !isHeldBack(board, one))
  return join && { join, flows: filled.filter(({ to }) => to === join.index).map(({ id }) => id) }
}

function placesInside(run: Run, program: Program, scope: LocalId): ReadonlySet<ElementIndex> {
  const places = new Set<ElementIndex>()
  for (const record of Object.values(run.draft.elements))
    if (record.scope === scope) places.add(program.byId.get(record.element) ?? -1)
  return places
}

function isHeldBack(board: Board, join: Element): boolean {
  const { program, filled, places, waiting } = board
  const empty = join.incoming.filter((flow) => !filled.has(flow))
  const elsewhere = [...places, ...waiting.map(({ index }) => index)]
  const anyPath = empty.some((flow) => elsewhere.some((place) => leadsTo(program, join, flow).has(place)))
  return anyPath && canCome(board, join, new Set(empty))
}

/** Moves all tokens but the join's own along every path they can take without it. */
function canCome(board: Board, join: Element, empty: ReadonlySet<FlowIndex>): boolean {
  const { program, filled, places, waiting } = board
  const taken = new Set<FlowIndex>(filled)
  const visited = new Set<ElementIndex>([join.index])
  const others = waiting.filter((other) => other.kind === 'inclusiveGateway' && letsThrough(board, other, join))
  const open = [...places, ...others.map(({ index }) => index)]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (visited.has(index)) continue
    visited.add(index)
    const element = elementAt(program, index)
    open.push(...element.boundaries)
    for (const flow of element.outgoing) {
      if (empty.has(flow)) return true
      taken.add(flow)
      const target = elementAt(program, flowAt(program, flow).to)
      if (mayEnter(board, target, join, taken)) open.push(target.index)
    }
  }
  return false
}

function mayEnter(board: Board, target: Element, join: Element, taken: ReadonlySet<FlowIndex>): boolean {
  if (target.kind === 'parallelGateway') return target.incoming.every((flow) => taken.has(flow))
  return target.kind !== 'inclusiveGateway' || target.incoming.length === 1 || letsThrough(board, target, join)
}

/** False where the other join waits for this one and its token would come round to where this one's came from. */
function letsThrough({ program, filled }: Board, other: Element, join: Element): boolean {
  const waitsForJoin = other.incoming.some((flow) => !filled.has(flow) && leadsTo(program, other, flow).has(join.index))
  const comesRound = join.incoming.some((flow) => filled.has(flow) && leadsTo(program, join, flow).has(other.index))
  return !(waitsForJoin && comesRound)
}
