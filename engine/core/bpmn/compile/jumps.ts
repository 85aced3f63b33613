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

export function jumpsIn(nodes: readonly Node[]): readonly Jump[] {
  const events = nodes.filter((it) => linkOf(it) !== undefined)
  return events
    .filter((it) => it.type === 'bpmn:IntermediateThrowEvent')
    .flatMap((from) => {
      const to = events.find(
        (it) => it.type === 'bpmn:IntermediateCatchEvent' && it.parent === from.parent && linkOf(it) === linkOf(from),
      )
      return to ? [{ from, to }] : []
    })
}
