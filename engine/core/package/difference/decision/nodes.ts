/** The nodes of one name in a node: the columns of a table, its rows, the cells of a row. */
import type { Node } from '../../../dmn/source.ts'
import { isNode } from './anatomy.ts'

export function nodesAt(node: Node | undefined, name: string): readonly Node[] {
  const value: unknown = node && Reflect.get(node, name)
  return Array.isArray(value) ? value.filter(isNode) : []
}
