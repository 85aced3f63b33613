/** The ways out of an element and which of them are open. */
import type { Element, Flow, FlowIndex, Program } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import { elementAt, flowAt } from '../run.ts'
import { holds } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'

/** In document order, the default apart. */
export function outgoing({ program, element }: Visit, except?: FlowIndex): readonly Flow[] {
  const ways = element.outgoing.map((index) => flowAt(program, index))
  return except === undefined ? ways : ways.filter(({ index }) => index !== except)
}

/** Those without a condition and those whose condition holds. */
export function openWays(visit: Visit, except?: FlowIndex): readonly Flow[] | Failure {
  const open: Flow[] = []
  for (const flow of outgoing(visit, except)) {
    const taken = holds(visit, flow, visit.outside)
    if (taken instanceof Failure) return taken
    if (taken) open.push(flow)
  }
  return open
}

/** The default where no other way is open; nothing where there is no way out at all. */
export function defaultFlow(visit: Visit, index: FlowIndex | undefined): readonly Flow[] | Failure {
  if (index !== undefined) return [flowAt(visit.program, index)]
  return visit.element.outgoing.length === 0 ? [] : noWay(visit)
}

export const noWay = ({ element }: Visit): Failure =>
  new Failure(
    'condition',
    `Expected a flow out of ${element.id} whose condition is true, but there is none; correct the variables or add a default flow`,
  )

/** The elements its flows lead to. */
export const outgoingTargets = (program: Program, { outgoing: flows }: Element): readonly Element[] =>
  flows.map((index) => elementAt(program, flowAt(program, index).to))
