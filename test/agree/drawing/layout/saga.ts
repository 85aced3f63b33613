/** What is done and can be undone: steps with handlers, parts with their own way of undoing, and the event that asks for it. */
import type { Block, Undoable } from '../block.ts'
import type { Result } from '../drawing.ts'
import { type Draft, type Laid, flow, only, row } from './draft.ts'
import { forked } from './gateway.ts'
import { own } from './loop.ts'
import { within } from './part.ts'
import { step as stepOf } from './step.ts'

export function saga(draft: Draft, { steps, parallel, meant, waits, ends }: Extract<Block, { kind: 'saga' }>): Laid {
  const laid = steps.map((it) => undoableOf(draft, it))
  const done = parallel && laid.length > 1 ? forked(draft, 'parallel', laid) : row(laid)
  const activity = meant === null ? undefined : laid[meant % laid.length]?.in
  const result: Result = { kind: 'compensation', waits, ...(activity !== undefined && { activity }) }
  if (!ends) return row([done, only({ kind: 'throw', id: draft.name('undo'), result })])
  const part = row([done, only({ kind: 'end', id: draft.name('undo'), result })])
  const [id, begin] = [draft.name('saga'), draft.name('start')]
  const inside = {
    nodes: [{ kind: 'start' as const, id: begin }, ...part.nodes],
    flows: [flow(begin, part.in), ...part.flows],
  }
  return only({ kind: 'subProcess', id, inside })
}

function undoableOf(draft: Draft, undoable: Undoable): Laid {
  if (undoable.kind === 'step') {
    const { step, each, asks } = undoable
    return withHandler(draft, stepOf(draft, step, each, 'none'), asks)
  }
  const { steps, by, each } = undoable
  const id = draft.name('part')
  const laid = row(steps.map((it) => undoableOf(draft, it)))
  const { nodes, flows } = within(draft, laid, by === 'itself' ? ['undo'] : [])
  const part = only({ kind: 'subProcess', id, inside: { nodes, flows }, ...own(draft, id, each, nodes) })
  return by === 'edge' ? withHandler(draft, part, true) : part
}

function withHandler(draft: Draft, laid: Laid, asks: boolean): Laid {
  const [event, handler] = [draft.name('undone'), draft.name('undoing')]
  return {
    ...laid,
    nodes: [
      ...laid.nodes,
      { kind: 'boundary', id: event, on: laid.in, interrupting: true, trigger: { kind: 'compensation', handler } },
      { kind: 'task', id: handler, work: { kind: asks ? 'user' : 'manual' }, isForCompensation: true },
    ],
  }
}

/** Undoable steps with something beside them; then somebody may cancel it all. */
export function transaction(
  draft: Draft,
  { steps, beside, deep, each }: Extract<Block, { kind: 'transaction' }>,
): Laid {
  const id = draft.name('transaction')
  const doing = row([...steps.map((it) => undoableOf(draft, it)), canceling(draft, deep)])
  const { nodes, flows } = within(draft, forked(draft, 'parallel', [doing, draft.lay(beside)]), [])
  const [event, aside, out] = [draft.name('canceled'), draft.name('aside'), draft.name('on')]
  return {
    nodes: [
      { kind: 'subProcess', id, isTransaction: true, inside: { nodes, flows }, ...own(draft, id, each, nodes) },
      { kind: 'boundary', id: event, on: id, interrupting: true, trigger: { kind: 'cancel' } },
      { kind: 'task', id: aside, work: { kind: 'user' } },
      { kind: 'exclusive', id: out },
    ],
    flows: [flow(id, out), flow(event, aside), flow(aside, out)],
    in: id,
    out,
  }
}

function canceling(draft: Draft, deep: boolean): Laid {
  const [ask, gate, end, on] = [draft.name('ask'), draft.name('gate'), draft.name('cancel'), draft.name('go')]
  const otherwise = flow(gate, on)
  const laid: Laid = {
    nodes: [
      { kind: 'task', id: ask, work: { kind: 'user' }, outputs: [{ source: 'answer', target: 'n' }] },
      { kind: 'exclusive', id: gate, otherwise: otherwise.id },
      { kind: 'end', id: end, result: { kind: 'cancel' } },
      { kind: 'task', id: on, work: { kind: 'manual' } },
    ],
    flows: [flow(ask, gate), flow(gate, end, 'n > 1'), otherwise],
    in: ask,
    out: on,
  }
  return deep ? only({ kind: 'subProcess', id: draft.name('deep'), inside: within(draft, laid, []) }) : laid
}
