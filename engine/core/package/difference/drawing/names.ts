/** What the elements of a side are called by people: by their names, or by their kind and id where they have none. */
import { bilingual } from '../../../bilingual.ts'
import { diagramOf, type Diagram, type Node } from '../../../bpmn/diagram.ts'
import { textOf, type ModdleElement } from '../../../bpmn/element.ts'
import { lanesOf } from '../../../bpmn/lanes.ts'
import type { Text } from '../../../text.ts'
import type { Side } from '../side.ts'
import { named, quote, same } from '../words.ts'
import { kindCalled } from './kinds.ts'

const diagrams = new WeakMap<Side, readonly Diagram[]>()

export function diagramsOf(side: Side): readonly Diagram[] {
  const known = diagrams.get(side)
  if (known) return known
  const made = side.drawings.map(({ file, definitions }) => diagramOf(file, definitions))
  diagrams.set(side, made)
  return made
}

export function titleOf(element: ModdleElement): Text {
  const name = textOf(element, 'name')
  return named(kindCalled(element.$type), name === undefined ? same(element.id ?? '') : bilingual(name))
}

export const nodeTitle = (node: Node | undefined): Text => (node ? titleOf(node.element) : same('?'))

/** An id in a reference, as the name of what it refers to. */
export function elementCalled(side: Side, id: string): Text {
  for (const { nodes } of diagramsOf(side)) {
    const node = nodes.find((it) => it.id === id)
    if (node) return titleOf(node.element)
    const lane = nodes.flatMap(lanesOf).find(([it]) => it.id === id)
    if (lane) return titleOf(lane[0])
  }
  return quote(same(id))
}
