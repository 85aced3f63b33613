/** Which elements carry a statutory deadline, and which let its clock stand still. */
import type { Program } from '../../program.ts'
import type { Node } from '../diagram.ts'
import { propertiesOf } from '../element.ts'
import { compiled } from '../expression.ts'
import type { Links } from '../links.ts'
import { namesIn } from '../variable.ts'

export function deadlinesOf(nodes: readonly Node[], { statutory }: Links): Pick<Program, 'deadlines' | 'stops'> {
  const deadlines = new Map(nodes.flatMap((node) => keptBy(node, statutory)))
  const stops = new Map(nodes.flatMap(stoppedBy))
  return { ...(deadlines.size > 0 && { deadlines }), ...(stops.size > 0 && { stops }) }
}

function keptBy(node: Node, statutory: Links['statutory']) {
  const properties = propertiesOf(node.element)
  const id = properties.get('masar:deadline') ?? ''
  const time = statutory?.get(id)
  const where = properties.get('masar:governorate')
  if (time === undefined) return []
  return [[node.id, { id, ...time, ...(where ? { governorate: compiled(where) } : {}) }] as const]
}

function stoppedBy(node: Node) {
  const value = propertiesOf(node.element).get('masar:stopsClock')
  if (value === undefined) return []
  return [[node.id, value.trim() === 'true' ? ('all' as const) : namesIn(value)] as const]
}
