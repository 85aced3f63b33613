/** What replayed histories would have decided otherwise: by element, then the first difference of each application. */
import type { JsonValue } from '../../engine/core/json.ts'
import type { Difference } from '../../engine/replay/difference.ts'
import type { Replayed } from '../../engine/replay/replay.ts'
import type { Summary } from '../../engine/replay/summary.ts'
import type { Terminal } from '../terminal.ts'
import { table } from './table.ts'
import { moment } from './time.ts'

export interface ReplayedApplication extends Replayed {
  readonly reference: string
  /** The version it runs on. */
  readonly program: string
}

const LONGEST = 60

export function replayLines(
  all: readonly ReplayedApplication[],
  { applications, same, stopped, elements }: Summary,
  { packageId, version }: { readonly packageId: string; readonly version: string },
  terminal: Terminal,
): readonly string[] {
  const { say } = terminal
  const head = [
    say('replay.summary', { same, count: applications, package: `${packageId} ${version}` }),
    ...(stopped === 0 ? [] : [say('replay.stopped', { count: stopped })]),
  ]
  if (same === applications) return head
  const rows = elements.map((it) => [
    say(`replay.kind.${it.kind}`),
    placeOf(it),
    String(it.first),
    String(it.applications),
  ])
  const headings = [say('replay.what'), say('task.element'), say('replay.first'), say('replay.applications')]
  return [...head, '', ...table(headings, rows), ...firstLines(all, terminal)]
}

function firstLines(all: readonly ReplayedApplication[], { say }: Terminal): readonly string[] {
  const rows = all.flatMap(({ reference, differences: [first] }) =>
    first === undefined
      ? []
      : [
          [
            reference,
            String(first.record),
            say(`replay.kind.${first.kind}`),
            placeOf(first),
            shown(first.kind, first.recorded),
            shown(first.kind, first.replayed),
          ],
        ],
  )
  const headings = [say('instance.reference'), say('history.seq'), say('replay.what'), say('task.element')]
  return ['', say('replay.firstOfEach'), ...table([...headings, say('replay.recorded'), say('replay.replayed')], rows)]
}

const placeOf = ({ element, name }: Pick<Difference, 'element' | 'name'>): string =>
  [element, name].filter((it) => it !== '').join(' · ')

function shown(kind: Difference['kind'], value: JsonValue | undefined): string {
  if (value === undefined) return '—'
  if (kind === 'timer' && typeof value === 'number') return moment(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
