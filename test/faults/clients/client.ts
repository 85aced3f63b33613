/** What every client of the server under test works with: its line, its book, its chance, and how it repeats a command. */
import type { Book, Entry } from '../book.ts'
import type { Chance } from '../chance.ts'
import { isPassing, type Line, type Reply } from '../wire.ts'

export interface Round {
  readonly line: Line
  readonly book: Book
  readonly chance: Chance
  /** No application is handed in beyond this number; 0: let everything come to rest. */
  readonly upTo: number
  /** Cases that run, as last seen at the counter. */
  readonly cases: Cases
}

export interface Cases {
  /** Highest number given so far. */
  last: number
  /** Start of every case number of this house. */
  readonly prefix: string
  /** Applications that run, with their revs, as one text. */
  running: string
  /** NOT_SEEN before the first look in this life. */
  runningCount: number
}

export const NOT_SEEN = -1

/** One round of a client's work. */
export type Client = (round: Round) => Promise<void>

export type Judged = 'done' | 'drop' | 'again' | 'wrong'

/** Sends a command and writes in the book what it was told. */
export async function give(
  round: Round,
  entry: Entry,
  send: () => Promise<Reply | undefined>,
  judge: (reply: Reply, isRepeated: boolean) => Judged,
): Promise<Reply | undefined> {
  const isRepeated = entry.attempts > 0
  entry.attempts++
  const reply = await send()
  if (reply === undefined || isPassing(reply)) return undefined
  const judged = judge(reply, isRepeated)
  if (judged === 'done') entry.acknowledged = true
  else if (judged !== 'again') entry.dropped = true
  if (judged === 'wrong')
    round.book.wonder(`${entry.kind} ${entry.place} was answered ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
