/** Which way tokens can go from a node, and by which they come: the sequence flows of its level (7.6, 8.3.13). */
import type { Flow, Inside, Node } from '../drawing/drawing.ts'
import type { Instance } from './marking.ts'

export function targetOf({ inside }: Instance, id: string): Node {
  const to = inside?.flows.find((flow) => flow.id === id)?.to
  const node = inside?.nodes.find((it) => it.id === to)
  if (!node) throw new Error(`Expected the flow ${id} to lead somewhere`)
  return node
}

export const incoming = (inside: Inside | undefined, { id }: Node): readonly Flow[] =>
  inside?.flows.filter(({ to }) => to === id) ?? []
export const outgoing = (inside: Inside | undefined, { id }: Node): readonly Flow[] =>
  inside?.flows.filter(({ from }) => from === id) ?? []
