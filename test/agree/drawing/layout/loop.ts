/** How often an activity is done, and what its rounds keep for themselves. */
import type { Each } from '../block.ts'
import type { Loop, Node } from '../drawing.ts'
import type { Draft } from './draft.ts'

/** 'first' ends with the first instance that completes, which must not be one that completes by itself. */
export function loop(id: string, each: Each, waits: boolean): { readonly loop?: Loop } {
  const output = { collection: `all_${id}`, element: each === 'sequential' || each === 'rounds' ? 'one + n' : 'answer' }
  const items = { collection: '[1, 2]', item: 'one' }
  const several = { kind: 'multiInstance' as const, sequential: each === 'sequential' }
  switch (each) {
    case null:
      return {}
    case 'sequential':
      return { loop: { ...several, over: { ...items, collection: 'if n = 0 then [] else [1, 2]' }, output } }
    case 'rounds':
      return { loop: { ...several, sequential: true, over: items, output } }
    case 'parallel':
      return { loop: { ...several, over: items, ...(waits && { output }) } }
    case 'first':
      return {
        loop: { ...several, over: items, ...(waits && { output, completion: 'numberOfCompletedInstances >= 1' }) },
      }
    case 'counted':
      return { loop: { ...several, over: { cardinality: 'n + 1' } } }
    case 'while':
      return { loop: { kind: 'standard', testBefore: true, condition: 'n < 2', maximum: 3 } }
    case 'until':
      return { loop: { kind: 'standard', testBefore: false, ...(waits ? { condition: 'n > 1' } : { maximum: 2 }) } }
  }
}

/** What is written inside one of several instances stays its own. */
export function own(draft: Draft, id: string, each: Each, nodes: readonly Node[]): Pick<Node, 'loop' | 'inputs'> {
  if (each === null) return {}
  return { ...loop(id, each, false), inputs: written(draft, nodes).map((target) => ({ source: '0', target })) }
}

function written(draft: Draft, nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    const output = node.loop?.kind === 'multiInstance' && node.loop.output ? [node.loop.output.collection] : []
    if (node.kind === 'task' && node.work.kind === 'script') return [...output, node.work.result]
    if ('inside' in node) return [...output, ...written(draft, node.inside.nodes)]
    if (node.kind !== 'call') return output
    return [...output, ...written(draft, draft.called.find(({ id }) => id === node.process)?.nodes ?? [])]
  })
}
