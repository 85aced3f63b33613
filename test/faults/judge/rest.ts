/** When all commands are answered and time has passed, every case has ended; one that has not says what it waits for. */
import type { Book, CommandKind } from '../book.ts'
import { NOTHING, type Findings } from './findings.ts'
import type { StoreRecord } from './record.ts'

const KINDS: readonly CommandKind[] = ['start', 'task', 'news', 'job']

export function judgeRest({ cases }: StoreRecord, book: Book): Findings {
  const standing = cases.filter(({ status }) => status !== 'completed')
  const unanswered = KINDS.flatMap((kind) => book.open(kind))
  return {
    ...NOTHING,
    broken: [
      ...standing.map(({ number, status, state }) => `${number} is ${status} and waits for ${waitsOf(state)}`),
      ...unanswered.map(({ kind, mark }) => `${kind} ${mark} was sent again and again, but never answered`),
    ],
  }
}

function waitsOf({ waits, incidents }: StoreRecord['cases'][number]['state']): string {
  const said = [
    ...Object.values(waits).map((wait) => `${wait.kind} ${'element' in wait ? wait.element : wait.owner}`),
    ...Object.values(incidents).map(({ message }) => `a person: ${message}`),
  ]
  return said.join(', ') || 'nothing'
}
