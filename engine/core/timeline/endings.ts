/** How the procedure, or a part of it, ended: the named end that closed it. Of several that close one another, the innermost. */
import type { Course, Node } from './activities.ts'
import { nameOf } from './steps.ts'
import type { ReachedEntry } from './timeline.ts'

export function endings(course: Course): readonly ReachedEntry[] {
  const told = new Set<number>()
  return [...course.nodes.values()].flatMap((node) => {
    const { ended } = node
    const element = course.elementOf(node)
    if (element?.kind !== 'endEvent' || element.name === '' || ended?.outcome !== 'completed') return []
    if (!isOwn(node, course) || !closes(node, course) || told.has(ended.seq)) return []
    told.add(ended.seq)
    return [{ kind: 'reached' as const, at: ended.at, name: nameOf(node, course) }]
  })
}

/** Of the service's own procedure, not of one it calls. */
const isOwn = (node: Node, { pathTo }: Course): boolean =>
  pathTo(node).filter(({ isProcess }) => isProcess).length === 1

function closes({ scope, ended }: Node, { nodes }: Course): boolean {
  const around = scope === undefined ? undefined : nodes.get(scope)?.ended
  return around?.outcome === 'completed' && around.seq === ended?.seq
}
