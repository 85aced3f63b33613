/** What the pieces of a drawing are made of, and who gives them their names. */
import type { Block } from '../block.ts'
import type { Flow, Inside, Node, ProcessDrawing } from '../drawing.ts'

/** A piece with one way in and one way out. */
export interface Laid extends Inside {
  readonly in: string
  readonly out: string
}

export interface Draft {
  /** Processes that the pieces call. */
  readonly called: ProcessDrawing[]
  /** A name nobody else has. */
  name(prefix: string): string
  lay(block: Block): Laid
}

export const flow = (from: string, to: string, condition?: string): Flow => ({
  id: `${from}_${to}`,
  from,
  to,
  ...(condition !== undefined && { condition }),
})

export const only = (node: Node): Laid => ({ nodes: [node], flows: [], in: node.id, out: node.id })

export const joined = (laid: readonly Inside[]): Inside => ({
  nodes: laid.flatMap(({ nodes }) => nodes),
  flows: laid.flatMap(({ flows }) => flows),
})

/** One after the other. */
export function row(laid: readonly Laid[]): Laid {
  const links = laid.slice(1).map((next, index) => flow(laid[index]?.out ?? '', next.in))
  const { nodes, flows } = joined(laid)
  return { nodes, flows: [...flows, ...links], in: laid[0]?.in ?? '', out: laid.at(-1)?.out ?? '' }
}
