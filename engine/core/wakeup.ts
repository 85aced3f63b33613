/** Who wants to know that something was committed: the worker that sleeps, the long poll that waits. */
import type { Event } from './event.ts'
import type { InstanceState } from './instance.ts'

export interface Committed {
  readonly state: InstanceState
  readonly events: readonly Event[]
  readonly actor: string
  readonly at: number
}

export interface Wakeup {
  /** Returns the way to stop listening. */
  listen(listener: (committed: Committed) => void): () => void
  tell(committed: Committed): void
}

export function wakeup(): Wakeup {
  const listeners = new Set<(committed: Committed) => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(committed) {
      for (const listener of listeners) listener(committed)
    },
  }
}
