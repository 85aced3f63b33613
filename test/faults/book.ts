/**
 * The clients' own book: every command they gave, and whether they were told that it was accepted.
 *
 * A command keeps its mark, a text that goes into the case's record with it, through every repetition; so the judge can
 * count how often it took effect. Nothing is noted as acknowledged before the answer has arrived.
 */
export type CommandKind = 'start' | 'task' | 'news' | 'job'

export interface Entry {
  readonly kind: CommandKind
  /** Case number, task id, message id or job id. */
  readonly place: string
  readonly mark: string
  attempts: number
  acknowledged: boolean
  /** The server refused it for good, and rightly. */
  dropped: boolean
}

export interface Book {
  /** The entry of this command, made at its first time. */
  entry(kind: CommandKind, place: string, mark: string): Entry
  of(kind: CommandKind): readonly Entry[]
  /** Given, not answered yet. */
  open(kind: CommandKind): readonly Entry[]
  acknowledged(): readonly Entry[]
  /** An answer no client of a sound server gets. */
  wonder(line: string): void
  wonders(): readonly string[]
}

const MOST_WONDERS = 50

export function openBook(): Book {
  const shelves: Record<CommandKind, Map<string, Entry>> = {
    start: new Map(),
    task: new Map(),
    news: new Map(),
    job: new Map(),
  }
  const unanswered: Record<CommandKind, Set<Entry>> = {
    start: new Set(),
    task: new Set(),
    news: new Set(),
    job: new Set(),
  }
  const wonders = new Set<string>()
  const open = (kind: CommandKind): readonly Entry[] => {
    for (const entry of unanswered[kind]) if (entry.acknowledged || entry.dropped) unanswered[kind].delete(entry)
    return [...unanswered[kind]]
  }
  return {
    entry(kind, place, mark) {
      const known = shelves[kind].get(mark)
      if (known) return known
      const entry: Entry = { kind, place, mark, attempts: 0, acknowledged: false, dropped: false }
      shelves[kind].set(mark, entry)
      unanswered[kind].add(entry)
      return entry
    },
    of: (kind) => [...shelves[kind].values()],
    open,
    acknowledged: () => Object.values(shelves).flatMap((shelf) => [...shelf.values()].filter((it) => it.acknowledged)),
    wonder: (line) => void (wonders.size < MOST_WONDERS && wonders.add(line)),
    wonders: () => [...wonders],
  }
}
