/** Events on the edge of an activity and inside a scope, and what is done when they occur. */
import type { Edge, Handler } from '../block.ts'
import type { Node, Trigger } from '../drawing.ts'
import { type Draft, type Laid, flow, joined, only } from './draft.ts'

export const AFTER_2_HOURS: Trigger = { kind: 'timer', timer: { kind: 'duration', hours: 2 } }
const EVERY_HOUR: Trigger = { kind: 'timer', timer: { kind: 'cycle', times: 2, hours: 1 } }

const EDGES: Readonly<Record<Edge, readonly (readonly [Trigger, boolean])[]>> = {
  none: [],
  condition: [[{ kind: 'condition', condition: 'n = 3' }, true]],
  watch: [[{ kind: 'condition', condition: 'n = 2' }, false]],
  signal: [[{ kind: 'signal', name: 'S' }, true]],
  siren: [[{ kind: 'signal', name: 'T' }, false]],
  escalation: [[{ kind: 'escalation', code: 'L' }, true]],
  alert: [[{ kind: 'escalation' }, false]],
  timer: [[AFTER_2_HOURS, true]],
  reminder: [[EVERY_HOUR, false]],
  message: [[{ kind: 'message', name: 'stop', key: '"k"' }, true]],
  news: [[{ kind: 'message', name: 'also', key: '"k"' }, false]],
  error: [[{ kind: 'error', code: 'E' }, true]],
  anyError: [[{ kind: 'error' }, true]],
  bothErrors: [
    [{ kind: 'error' }, true],
    [{ kind: 'error', code: 'E' }, true],
  ],
}

const HANDLERS: Readonly<Record<Handler | 'undo', readonly [Trigger, boolean]>> = {
  undo: [{ kind: 'compensation' }, true],
  condition: [{ kind: 'condition', condition: 'n = 0' }, true],
  watch: [{ kind: 'condition', condition: 'n > 1' }, false],
  signal: [{ kind: 'signal', name: 'S' }, true],
  siren: [{ kind: 'signal', name: 'T' }, false],
  escalation: [{ kind: 'escalation', code: 'L' }, true],
  alert: [{ kind: 'escalation' }, false],
  timer: [AFTER_2_HOURS, true],
  reminder: [EVERY_HOUR, false],
  message: [{ kind: 'message', name: 'halt', key: '"k"' }, true],
  news: [{ kind: 'message', name: 'more', key: '"k"' }, false],
  error: [{ kind: 'error', code: 'E' }, true],
  anyError: [{ kind: 'error' }, true],
}

/** An activity with events on its border; whatever way it is left, it goes on at one place. */
export function edged(draft: Draft, host: Node, edge: Edge): Laid {
  const triggers = EDGES[edge]
  if (triggers.length === 0) return only(host)
  const out = draft.name('on')
  const events = triggers.map(([trigger, interrupting]): Laid => {
    const [event, aside] = [draft.name('edge'), draft.name('aside')]
    return {
      nodes: [
        { kind: 'boundary', id: event, on: host.id, interrupting, trigger },
        { kind: 'task', id: aside, work: { kind: 'user' } },
      ],
      flows: [flow(event, aside), ...(interrupting ? [flow(aside, out)] : [])],
      in: event,
      out: aside,
    }
  })
  const { nodes, flows } = joined(events)
  return {
    nodes: [host, ...nodes, { kind: 'exclusive', id: out }],
    flows: [flow(host.id, out), ...flows],
    in: host.id,
    out,
  }
}

export function handlerOf(draft: Draft, handler: Handler | 'undo'): Node {
  const [id, begin, task, stop] = [draft.name('handler'), draft.name('on'), draft.name('handle'), draft.name('end')]
  const [trigger, interrupting] = HANDLERS[handler]
  return {
    kind: 'eventSubProcess',
    id,
    inside: {
      nodes: [
        { kind: 'eventStart', id: begin, trigger, interrupting },
        { kind: 'task', id: task, work: { kind: 'service' } },
        { kind: 'end', id: stop, result: { kind: 'none' } },
      ],
      flows: [flow(begin, task), flow(task, stop)],
    },
  }
}
