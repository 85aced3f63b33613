/** Ways that are not drawn: from each throwing link event to the catching one of its name in its scope. */
import { definitionOf, type Node } from '../diagram.ts'
import { textOf } from '../element.ts'

export interface Jump {
  readonly from: Node
  readonly to: Node
}

/** Name of the link of a link event. */
export const linkOf = (node: Node): string | undefined => {
  const definition = definitionOf(node, 'bpmn:LinkEventDefinition')
  return definition && (textOf(definition, 'name')?.trim() ?? '')
}

/** Link events that belong together: those of one name in one scope. */
export function linksIn(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const scopes = new Map<Node | undefined, Map<string, Node[]>>()
  for (const node of nodes) {
    const name = linkOf(node)
    if (name === undefined) continue
    const names = scopes.get(node.parent) ?? new Map<string, Node[]>()
    scopes.set(node.parent, names.set(name, [...(names.get(name) ?? []), node]))
  }
  return [...scopes.values()].flatMap((names) => [...names.values()])
}

export function jumpsIn(nodes: readonly Node[]): readonly Jump[] {
  return linksIn(nodes).flatMap((events) => {
    const to = events.find((it) => it.type === 'bpmn:IntermediateCatchEvent')
    return to ? events.filter((it) => it.type === 'bpmn:IntermediateThrowEvent').map((from) => ({ from, to })) : []
  })
}
