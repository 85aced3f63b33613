/**
 * Whether a join still has to wait for tokens that are elsewhere in its scope (BPMN 2.0.2, 13.4.3):
 *
 * "The Inclusive Gateway is activated if at least one incoming Sequence Flow has at least one token and, for every directed
 * path formed by Sequence Flow that (i) starts with a Sequence Flow f of the diagram that has a token, (ii) ends with an
 * incoming Sequence Flow of the Inclusive Gateway that has no token, and (iii) does not visit the Inclusive Gateway, there
 * is also a directed path formed by Sequence Flow that (iv) starts with f, (v) ends with an incoming Sequence Flow of the
 * Inclusive Gateway that has a token, and (vi) does not visit the Inclusive Gateway."
 *
 * A token inside an element stands before the ways out of it, its boundary events included; one that waits before another
 * join, before the ways out of that.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Element, ElementIndex, FlowIndex, Program } from '../../../core/program.ts'
import { type Run, elementAt, flowAt } from '../run.ts'
import { leadsTo } from './paths.ts'

/** The tokens of one scope. */
export interface Board {
  readonly program: Program
  /** Elements at work. */
  readonly places: ReadonlySet<ElementIndex>
  /** Flows at whose end a token waits before a join. */
  readonly filled: ReadonlySet<FlowIndex>
}

export function boardOf(run: Run, program: Program, scope: LocalId): Board {
  const { arrived = {} } = run.draft.element(scope)
  const places = new Set<ElementIndex>()
  for (const record of Object.values(run.draft.elements))
    if (record.scope === scope && record.compensation === undefined) places.add(program.byId.get(record.element) ?? -1)
  const filled = program.flows.filter(({ id }) => Object.hasOwn(arrived, id))
  return { program, places, filled: new Set(filled.map(({ index }) => index)) }
}

/** @param served incoming flows of the join that have a token or need none any more */
export function isHeldBack(board: Board, join: Element, served: ReadonlySet<FlowIndex>): boolean {
  const { program, places, filled } = board
  const empty = join.incoming.filter((flow) => !served.has(flow))
  if (empty.length === 0) return false
  const before = [...filled].map((flow) => flowAt(program, flow).to).filter((index) => index !== join.index)
  const reaches = (place: ElementIndex, flow: FlowIndex): boolean => leadsTo(program, join, flow).has(place)
  return [...places, ...before].some(
    (place) =>
      empty.some((flow) => reaches(place, flow)) &&
      !join.incoming.some((flow) => served.has(flow) && reaches(place, flow)),
  )
}

/** Joins before which a token waits, in document order. */
export function waitingJoins({ program, filled }: Board): readonly Element[] {
  const targets = new Set([...filled].map((flow) => flowAt(program, flow).to))
  return [...targets].toSorted((one, other) => one - other).map((index) => elementAt(program, index))
}
