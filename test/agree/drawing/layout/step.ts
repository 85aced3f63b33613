/** One step: somebody or something does it, or it is waited for; perhaps more than once, perhaps with events on its edge. */
import type { Each, Edge, Step } from '../block.ts'
import type { Node, Work } from '../drawing.ts'
import { type Draft, type Laid, only, row } from './draft.ts'
import { edged } from './edge.ts'
import { loop } from './loop.ts'

/** What breaks others off asks somebody just before, so that it comes at a moment of its own. */
export function step(draft: Draft, step: Step, each: Each, edge: Edge): Laid {
  const id = draft.name(step)
  const event = eventOf(step, id)
  if (event && (step === 'horn' || step === 'raise')) {
    const before = draft.name('ask')
    return row([only({ kind: 'task', id: before, work: { kind: 'user' } }), only(event)])
  }
  if (event) return only(event)
  const node: Node = {
    kind: 'task',
    id,
    work: workOf(step, id),
    ...(step === 'user' && {
      inputs: [{ source: 'n', target: 'seen' }],
      outputs: [{ source: 'answer', target: 'n' }],
    }),
    ...loop(id, each, WAITS.has(step)),
  }
  return edged(draft, node, edge)
}

const WAITS: ReadonlySet<Step> = new Set<Step>(['user', 'plainUser', 'service', 'send', 'receive'])

function eventOf(step: Step, id: string): Node | undefined {
  switch (step) {
    case 'timer':
      return { kind: 'catch', id, trigger: { kind: 'timer', timer: { kind: 'duration', hours: 1 } } }
    case 'message':
      return { kind: 'catch', id, trigger: { kind: 'message', name: 'news', key: 'n' } }
    case 'signal':
      return { kind: 'catch', id, trigger: { kind: 'signal', name: 'S' } }
    case 'condition':
      return { kind: 'catch', id, trigger: { kind: 'condition', condition: 'n > 1' } }
    case 'horn':
      return { kind: 'throw', id, result: { kind: 'signal', name: 'S' } }
    case 'raise':
      return { kind: 'throw', id, result: { kind: 'escalation', code: 'L' } }
    case 'milestone':
      return { kind: 'throw', id, result: { kind: 'none' } }
    case 'notice':
      return { kind: 'throw', id, result: { kind: 'message', name: id } }
    default:
      return undefined
  }
}

function workOf(step: Step, id: string): Work {
  switch (step) {
    case 'service':
    case 'send':
    case 'manual':
    case 'abstract':
      return { kind: step }
    case 'receive':
      return { kind: 'receive', name: 'news', key: 'n' }
    case 'script':
      return { kind: 'script', expression: 'if n >= 0 then 7 else n', result: `r_${id}` }
    default:
      return { kind: 'user' }
  }
}
