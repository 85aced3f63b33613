/**
 * Which inclusive join may go on, by the letter of BPMN 2.0.2, 13.4.3.
 *
 * "The Inclusive Gateway is activated if at least one incoming Sequence Flow has at least one token and, for every directed
 * path formed by Sequence Flow that starts with a Sequence Flow f of the diagram that has a token, ends with an incoming
 * Sequence Flow of the Inclusive Gateway that has no token, and does not visit the Inclusive Gateway, there is also a
 * directed path formed by Sequence Flow that starts with f, ends with an incoming Sequence Flow of the Inclusive Gateway
 * that has a token, and does not visit the Inclusive Gateway." No path crosses the border of a subprocess.
 *
 * So a token elsewhere holds a join back when it can come to an empty way in and to none that is filled. The second half
 * is what lets joins go on round a loop: a token that would come to a filled way in next belongs to another round.
 * A token in an activity may also leave it by a boundary event. Paths are worked out once per program.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Element, ElementIndex, FlowIndex, Program } from '../../../core/program.ts'
import { type Run, elementAt } from '../run.ts'
import { leadsTo } from './paths.ts'

export interface ReadyJoin {
  readonly join: Element
  /** Incoming flows that have a token, by id. */
  readonly flows: readonly string[]
}

/** The first inclusive join of the scope, in document order, that may go on now. */
export function readyJoin(run: Run, program: Program, scope: LocalId): ReadyJoin | undefined {
  const { arrived } = run.draft.element(scope)
  if (!arrived) return undefined
  const filled = program.flows.filter(({ id }) => Object.hasOwn(arrived, id))
  const waiting = [...new Set(filled.map(({ to }) => to))].toSorted((one, other) => one - other)
  const joins = waiting.map((index) => elementAt(program, index)).filter(({ kind }) => kind === 'inclusiveGateway')
  if (joins.length === 0) return undefined
  const places = [...placesInside(run, program, scope), ...waiting]
  const ways = new Set(filled.map(({ index }) => index))
  const join = joins.find((one) => !isHeldBack(program, one, ways, places))
  return join && { join, flows: filled.filter(({ to }) => to === join.index).map(({ id }) => id) }
}

function placesInside(run: Run, program: Program, scope: LocalId): ReadonlySet<ElementIndex> {
  const places = new Set<ElementIndex>()
  for (const record of Object.values(run.draft.elements))
    if (record.scope === scope && record.compensation === undefined) places.add(program.byId.get(record.element) ?? -1)
  return places
}

/** @param places where the scope's tokens are: elements at work, and joins they wait before */
function isHeldBack(
  program: Program,
  join: Element,
  filled: ReadonlySet<FlowIndex>,
  places: readonly ElementIndex[],
): boolean {
  const leads = (place: ElementIndex, flows: readonly FlowIndex[]): boolean =>
    flows.some((flow) => leadsTo(program, join, flow).has(place))
  const full = join.incoming.filter((flow) => filled.has(flow))
  const empty = join.incoming.filter((flow) => !filled.has(flow))
  return places.some((place) => leads(place, empty) && !leads(place, full))
}
