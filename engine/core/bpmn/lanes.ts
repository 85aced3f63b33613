/**
 * Whose lane a step stands in: the groups that do its user tasks where these name nobody themselves.
 *
 * A lane gives the groups of its property `masar:candidateGroups`, or else the role of workflow.json that it is called by,
 * by id or by title in either language. The innermost lane that gives one counts: nested lanes before those around them,
 * and the lanes of a step before those of the subprocess it stands in.
 */
import type { Node } from './diagram.ts'
import { childOf, childrenOf, isElement, propertiesOf, textOf, type ModdleElement } from './element.ts'
import type { Links } from './links.ts'
import { namesIn } from './variable.ts'

/** A lane with the lanes around it, itself first. */
export type LanePath = readonly [ModdleElement, ...ModdleElement[]]

type Names = Pick<Links, 'roles' | 'roleTitles'>

export function lanesOf(process: Node): readonly LanePath[] {
  const found: LanePath[] = []
  const collect = (set: ModdleElement | undefined, around: readonly ModdleElement[]): void => {
    for (const lane of childrenOf(set, 'lanes')) {
      found.push([lane, ...around])
      collect(childOf(lane, 'childLaneSet'), [lane, ...around])
    }
  }
  for (const set of childrenOf(process.element, 'laneSets')) collect(set, [])
  return found
}

/** Groups the lanes around a step give, or nothing where no lane gives any. */
export function laneGroups(node: Node, names: Names): readonly string[] {
  for (let at: Node | undefined = node; at?.parent; at = at.parent) {
    const groups = innermost(at).map((lane) => groupsOf(lane, names))
    const first = groups.find((it) => it.length > 0)
    if (first) return first
  }
  return []
}

export function groupsOf(lane: ModdleElement, { roles, roleTitles }: Names): readonly string[] {
  const named = namesIn(propertiesOf(lane).get('masar:candidateGroups'))
  if (named.length > 0) return named
  const name = textOf(lane, 'name')?.trim() ?? ''
  const role = roles.has(name) ? name : roleTitles?.get(name)
  return role === undefined ? [] : [role]
}

export const membersOf = (lane: ModdleElement): readonly ModdleElement[] => {
  const members = lane.get('flowNodeRef')
  return Array.isArray(members) ? members.filter(isElement) : []
}

/** The deepest lane the step is listed in, and those around it. Lanes may be drawn in the process of any scope. */
function innermost(node: Node): readonly ModdleElement[] {
  const paths = (node.parent ? lanesOf(node.parent) : []).filter(([lane]) => membersOf(lane).includes(node.element))
  return paths.toSorted((one, other) => other.length - one.length)[0] ?? []
}
