/**
 * Which inclusive join may go on: one that has a token, and that no other token of its scope can still bring a new one.
 *
 * BPMN 2.0.2, 13.4.3, read strictly: a token elsewhere holds the join back as long as some path, not through the join
 * itself, leads from it to an incoming flow that is still empty, even if another path leads to one that is not. So a
 * join never goes on before a branch that may still come back to it. An activity's boundary events count as ways out of
 * it. Where paths lead is worked out once per program.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { Element, ElementIndex, FlowIndex, Program } from '../../../core/program.ts'
import { type Run, elementAt, flowAt } from '../run.ts'

export interface ReadyJoin {
  readonly join: Element
  /** Incoming flows that have a token, by id. */
  readonly flows: readonly string[]
}

/** The first inclusive join of the scope, in document order, that may go on now. */
export function readyJoin(run: Run, program: Program, scope: LocalId): ReadyJoin | undefined {
  const { arrived } = run.draft.element(scope)
  if (!arrived) return undefined
  const waiting = waitingJoins(program, arrived)
  if (!waiting.some(({ kind }) => kind === 'inclusiveGateway')) return undefined
  const places = new Set(placesInside(run, program, scope))
  for (const join of waiting) {
    if (join.kind !== 'inclusiveGateway') continue
    const elsewhere = [...places, ...waiting.filter((other) => other !== join).map(({ index }) => index)]
    if (mayGoOn(program, join, arrived, elsewhere)) return { join, flows: filled(program, join, arrived) }
  }
  return undefined
}

type Arrived = NonNullable<ElementState['arrived']>

function waitingJoins(program: Program, arrived: Arrived): readonly Element[] {
  const targets = new Set<ElementIndex>()
  for (const flow of program.flows) if (Object.hasOwn(arrived, flow.id)) targets.add(flow.to)
  return [...targets].toSorted((a, b) => a - b).map((index) => elementAt(program, index))
}

function* placesInside(run: Run, program: Program, scope: LocalId): Generator<ElementIndex> {
  for (const record of Object.values(run.draft.elements))
    if (record.scope === scope) yield program.byId.get(record.element) ?? -1
}

const filled = (program: Program, join: Element, arrived: Arrived): string[] =>
  join.incoming.map((index) => flowAt(program, index).id).filter((flow) => Object.hasOwn(arrived, flow))

function mayGoOn(program: Program, join: Element, arrived: Arrived, elsewhere: readonly ElementIndex[]): boolean {
  const sources = sourcesOf(program, join)
  return join.incoming.every((index) => {
    if (Object.hasOwn(arrived, flowAt(program, index).id)) return true
    const leading = sources.get(index)
    return !elsewhere.some((place) => leading?.has(place))
  })
}

/** Incoming flow -> elements from which a path leads to it that does not pass the join. */
type Sources = ReadonlyMap<FlowIndex, ReadonlySet<ElementIndex>>

const known = new WeakMap<Program, Map<ElementIndex, Sources>>()

function sourcesOf(program: Program, join: Element): Sources {
  const joins = known.get(program) ?? new Map<ElementIndex, Sources>()
  known.set(program, joins)
  const found = joins.get(join.index) ?? new Map(join.incoming.map((flow) => [flow, leadingTo(program, join, flow)]))
  joins.set(join.index, found)
  return found
}

function leadingTo(program: Program, join: Element, flow: FlowIndex): ReadonlySet<ElementIndex> {
  const leading = new Set<ElementIndex>()
  const open = [flowAt(program, flow).from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === join.index || leading.has(index)) continue
    leading.add(index)
    const element = elementAt(program, index)
    for (const incoming of element.incoming) open.push(flowAt(program, incoming).from)
    if (element.kind === 'boundaryEvent') open.push(element.attachedTo)
  }
  return leading
}
