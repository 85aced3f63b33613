/** Somebody decides whether this is the end of it. */
import type { Block } from '../block.ts'
import { type Draft, type Laid, flow } from './draft.ts'

export function stop(draft: Draft, { by }: Extract<Block, { kind: 'stop' }>): Laid {
  const [ask, gate, end, on] = [draft.name('ask'), draft.name('gate'), draft.name('stop'), draft.name('go')]
  const otherwise = flow(gate, on)
  const result = {
    terminate: { kind: 'terminate' as const },
    error: { kind: 'error' as const, code: 'E' },
    end: { kind: 'none' as const },
    signal: { kind: 'signal' as const, name: 'T' },
    escalation: { kind: 'escalation' as const, code: 'L' },
    message: { kind: 'message' as const, name: end },
  }[by]
  return {
    nodes: [
      { kind: 'task', id: ask, work: { kind: 'user' }, outputs: [{ source: 'answer', target: 'n' }] },
      { kind: 'exclusive', id: gate, otherwise: otherwise.id },
      { kind: 'end', id: end, result },
      { kind: 'task', id: on, work: { kind: 'manual' } },
    ],
    flows: [flow(ask, gate), flow(gate, end, 'n = 3'), otherwise],
    in: ask,
    out: on,
  }
}
