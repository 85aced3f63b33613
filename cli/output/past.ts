/** One application as it stood after one of its events. */
import type { Event } from '../../engine/core/event.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { ShownInstanceDetail } from '../remote/instance.ts'
import type { Terminal } from '../terminal.ts'
import { instanceLines } from './instance.ts'
import { table } from './table.ts'
import { moment } from './time.ts'

export interface ShownPast extends Omit<
  ShownInstanceDetail,
  'agency' | 'changedAt' | 'documents' | 'charges' | 'refunds'
> {
  readonly event: number
  readonly events: number
  readonly record: number
  readonly records: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly last: Event
  readonly variables: JsonObject
}

export function pastLines(past: ShownPast, terminal: Terminal): readonly string[] {
  const { say } = terminal
  const { event, events, record, records, actor, command, last, variables } = past
  const none = { agency: '', changedAt: past.at, documents: [], charges: [], refunds: [] }
  const known = Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)])
  return [
    say('past.head', { event, events, record, records, at: moment(past.at), actor, command, kind: last.kind }),
    '',
    ...instanceLines({ ...past, ...none }, terminal),
    ...(known.length === 0 ? [] : ['', say('past.known'), ...table([say('past.variable'), say('past.value')], known)]),
  ]
}
