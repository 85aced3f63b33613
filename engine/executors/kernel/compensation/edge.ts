/** Where the events on an activity's edge lead, worked out once per program and activity. */
import type { ElementIndex, Program } from '../../../core/program.ts'
import { elementAt, elementNamed, flowAt } from '../run.ts'

const NOWHERE: ReadonlySet<string> = new Set()
const known = new WeakMap<Program, Map<string, ReadonlySet<string>>>()

/** Ids of the elements that a path from the activity's edge leads to without passing the activity. */
export function beyondEdge(program: Program, id: string): ReadonlySet<string> {
  if (elementNamed(program, id).boundaries.length === 0) return NOWHERE
  const activities = known.get(program) ?? new Map<string, ReadonlySet<string>>()
  known.set(program, activities)
  const found = activities.get(id) ?? walk(program, id)
  activities.set(id, found)
  return found
}

function walk(program: Program, id: string): ReadonlySet<string> {
  const activity = elementNamed(program, id)
  const seen = new Set<ElementIndex>([activity.index])
  const open = activity.boundaries.flatMap((index) => elementAt(program, index).outgoing)
  const found = new Set<string>()
  for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
    const { to } = flowAt(program, flow)
    if (seen.has(to)) continue
    seen.add(to)
    const element = elementAt(program, to)
    found.add(element.id)
    open.push(...element.outgoing)
    for (const edge of element.boundaries) open.push(...elementAt(program, edge).outgoing)
  }
  return found
}
