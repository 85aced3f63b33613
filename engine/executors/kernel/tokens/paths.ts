/** Where paths lead in a diagram, worked out once per program and way into a join. */
import type { Element, ElementIndex, FlowIndex, Program } from '../../../core/program.ts'
import { elementAt, flowAt } from '../run.ts'

type Sources = ReadonlySet<ElementIndex>

const known = new WeakMap<Program, Map<FlowIndex, Sources>>()

/** Elements from whose ways out a path leads to this incoming flow of the join without visiting the join. */
export function leadsTo(program: Program, join: Element, flow: FlowIndex): Sources {
  const flows = known.get(program) ?? new Map<FlowIndex, Sources>()
  known.set(program, flows)
  const sources = flows.get(flow) ?? walkBack(program, join, flow)
  flows.set(flow, sources)
  return sources
}

/** An activity's boundary events count as ways out of it. The join itself may be a source, but nothing is walked past it. */
function walkBack(program: Program, join: Element, flow: FlowIndex): Sources {
  const sources = new Set<ElementIndex>()
  const open = [flowAt(program, flow).from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (sources.has(index)) continue
    sources.add(index)
    const element = elementAt(program, index)
    if (index === join.index) continue
    for (const incoming of element.incoming) open.push(flowAt(program, incoming).from)
    if (element.kind === 'boundaryEvent') open.push(element.attachedTo)
  }
  return sources
}
