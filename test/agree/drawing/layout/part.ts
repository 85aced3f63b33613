/** Parts of a procedure: subprocesses of all kinds, and processes that are called. */
import type { Block, Handler } from '../block.ts'
import type { Inside, ProcessDrawing } from '../drawing.ts'
import { type Draft, type Laid, flow, joined, only, row } from './draft.ts'
import { edged, handlerOf } from './edge.ts'
import { own } from './loop.ts'
import { step } from './step.ts'

export const whole = (draft: Draft, id: string, laid: Laid, handlers: readonly Handler[] = []): ProcessDrawing => ({
  id,
  ...within(draft, laid, handlers),
})

export function within(draft: Draft, laid: Laid, handlers: readonly (Handler | 'undo')[]): Inside {
  const [begin, stop] = [draft.name('start'), draft.name('end')]
  return {
    nodes: [
      { kind: 'start', id: begin },
      ...laid.nodes,
      { kind: 'end', id: stop, result: { kind: 'none' } },
      ...handlers.map((it) => handlerOf(draft, it)),
    ],
    flows: [flow(begin, laid.in), ...laid.flows, flow(laid.out, stop)],
  }
}

export function part(draft: Draft, { inner, edge, handlers, each }: Extract<Block, { kind: 'part' }>): Laid {
  const id = draft.name('part')
  const inside = within(draft, draft.lay(inner), handlers)
  return edged(draft, { kind: 'subProcess', id, inside, ...own(draft, id, each, inside.nodes) }, edge)
}

export function open(draft: Draft, { starts, ways }: Extract<Block, { kind: 'open' }>): Laid {
  const id = draft.name('open')
  const begun = ways.map((way) => {
    const first: Laid = starts
      ? only({ kind: 'start', id: draft.name('start') })
      : only({ kind: 'task', id: draft.name('first'), work: { kind: 'abstract' } })
    return row([first, draft.lay(way)])
  })
  return only({ kind: 'subProcess', id, inside: joined(begun) })
}

export function crowd(draft: Draft, { inner, tokens }: Extract<Block, { kind: 'crowd' }>): Laid {
  const [id, fork, merge] = [draft.name('crowd'), draft.name('parallel_fork'), draft.name('merge')]
  const laid = draft.lay(inner)
  const ways = Array.from({ length: tokens }, (): Laid => {
    const step = draft.name('by')
    return only({ kind: 'task', id: step, work: { kind: 'manual' } })
  })
  const inside = within(
    draft,
    {
      nodes: [{ kind: 'parallel', id: fork }, ...joined(ways).nodes, { kind: 'exclusive', id: merge }, ...laid.nodes],
      flows: [
        ...ways.flatMap((way) => [flow(fork, way.in), flow(way.out, merge)]),
        flow(merge, laid.in),
        ...laid.flows,
      ],
      in: fork,
      out: laid.out,
    },
    [],
  )
  return only({ kind: 'subProcess', id, inside })
}

/** Where everything goes in and comes out, somebody is asked before and after: what happens elsewhere then must not matter. */
export function call(draft: Draft, { inner, edge, each, mapped }: Extract<Block, { kind: 'call' }>): Laid {
  const [id, process] = [draft.name('call'), draft.name('called')]
  const laid = draft.lay(inner)
  const drawing = whole(draft, process, mapped ? laid : row([laid, step(draft, 'plainUser', null, 'none')]))
  draft.called.push(drawing)
  const rounds = own(draft, id, each, drawing.nodes)
  const mappings = {
    inputs: [...(rounds.inputs ?? []), { source: 'n', target: 'n' }],
    outputs: [{ source: 'n', target: 'n' }],
  }
  const called = edged(
    draft,
    { kind: 'call', id, process, everything: !mapped, ...rounds, ...(mapped && mappings) },
    edge,
  )
  return mapped ? called : row([step(draft, 'plainUser', null, 'none'), called])
}

/** Every step can be chosen but the one that follows on the first. */
export function adHoc(draft: Draft, block: Extract<Block, { kind: 'adHoc' }>): Laid {
  const { steps, follows, active, sequential, conditional, cancelRemaining, edge } = block
  const laid = steps.map((it) => step(draft, it, null, 'none'))
  const [first, last] = [laid[0], laid.at(-1)]
  const { nodes, flows } = joined(laid)
  const chosen = laid.slice(0, follows ? -1 : undefined).slice(0, active)
  return edged(
    draft,
    {
      kind: 'adHoc',
      id: draft.name('adHoc'),
      inside: { nodes, flows: [...flows, ...(follows && first && last ? [flow(first.out, last.in)] : [])] },
      sequential,
      active: `[${chosen.map((it) => `"${it.in}"`).join(', ')}]`,
      ...(conditional && { completion: 'n > 1' }),
      cancelRemaining,
    },
    edge,
  )
}
