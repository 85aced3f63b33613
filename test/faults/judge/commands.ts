/** Every command a client was told was accepted is in the record, once; and none has taken effect twice, told or not. */
import type { Book, CommandKind, Entry } from '../book.ts'
import { repeated, type Findings } from './findings.ts'
import type { Case, Step, StoreRecord } from './record.ts'

/** What a command of each kind leaves in the record. */
const EFFECTS: Readonly<Record<CommandKind, (one: Case, step: Step) => readonly string[]>> = {
  start: (one, { command }) => (command === 'start' && one.number !== '' ? [one.number] : []),
  task: (one, { command, events }) => (command === 'completeTask' ? closed('taskClosed', one, events) : []),
  news: (_one, { events }) => events.flatMap((event) => (event.kind === 'messageCorrelated' ? [event.messageId] : [])),
  job: (one, { command, events }) => (command === 'completeJob' ? closed('jobClosed', one, events) : []),
}

/** Whether the step that shows the effect also holds what the client sent. */
const CARRIES: Readonly<Record<CommandKind, boolean>> = { start: true, task: true, news: true, job: false }

function closed(kind: 'taskClosed' | 'jobClosed', one: Case, events: Step['events']): string[] {
  return events.flatMap((event) =>
    event.kind === kind && event.outcome === 'completed' ? [`${one.id}:${event.id}`] : [],
  )
}

/** @param atRest news may wait for its case while the case is on its way, and then is not looked for. */
export function judgeCommands(record: StoreRecord, book: Book, atRest: boolean): Findings {
  const found = (Object.keys(EFFECTS) as CommandKind[]).map((kind) => judgeKind(record, book, kind, atRest))
  return {
    lost: found.flatMap(({ lost }) => lost),
    duplicated: found.flatMap(({ duplicated }) => duplicated),
    broken: [],
  }
}

function judgeKind(
  { cases }: StoreRecord,
  book: Book,
  kind: CommandKind,
  atRest: boolean,
): Pick<Findings, 'lost' | 'duplicated'> {
  const effects: string[] = []
  const texts = new Map<string, string>()
  for (const one of cases)
    for (const step of one.steps)
      for (const effect of EFFECTS[kind](one, step)) {
        effects.push(effect)
        texts.set(effect, step.text)
      }
  const isThere = ({ place, mark }: Entry): boolean => {
    const text = texts.get(place)
    return text !== undefined && (!CARRIES[kind] || text.includes(JSON.stringify(mark)))
  }
  const acknowledged = kind === 'news' && !atRest ? [] : book.of(kind).filter((entry) => entry.acknowledged)
  return {
    lost: acknowledged.filter((entry) => !isThere(entry)).map(({ mark }) => `${kind} ${mark} was acknowledged`),
    duplicated: repeated(effects).map(([effect, count]) => `${kind} ${effect} took effect ${count} times`),
  }
}
