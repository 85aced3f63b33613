/**
 * The queue through which every write goes to disk, so that one fsync pays for many citizens at once.
 *
 * waiting -> (end of the event-loop turn) BEGIN, each write in order, COMMIT -> on disk -> every promise resolved.
 * Nobody is told anything before COMMIT has returned. If a write throws, the whole group is rolled back and each of its
 * writes is tried again alone: a bad write takes none of its neighbours down. Work may therefore run twice and must
 * have no effect but its rows. A disk that fails strikes all: they are refused as 'unavailable', nothing is kept; after
 * a failed fsync the queue takes no more writes until the store is opened anew.
 */
import { setImmediate as nextTurn } from 'node:timers'
import type { Failpoint } from '../../../core/failpoint.ts'
import { ProblemError, unavailable } from '../../../core/problem.ts'
import type { Connection } from '../file/driver.ts'
import { setPace, type Pace } from '../file/pragmas.ts'
import { endsTrust, failure, strikesAll } from '../file/failure.ts'

const MAX_GROUP = 256
/** From this many writes in one group on it is a rush. */
const RUSH_GROUP = 32

interface Waiting {
  run(): void
  acknowledge(): void
  reject(error: Error): void
}

interface Failed {
  readonly error: unknown
  /** Whether some of the group may succeed without the others. */
  readonly retry: boolean
}

export class WriteQueue {
  readonly #db: Connection
  readonly #failpoint: Failpoint
  #waiting: Waiting[] = []
  #scheduled = false
  #refusal: Error | undefined
  #pace: Pace = 'calm'

  constructor(db: Connection, failpoint: Failpoint) {
    this.#db = db
    this.#failpoint = failpoint
  }

  /** Resolves with what `work` returned once that is durable; rejects with what it threw, and then nothing is kept. */
  write<T>(work: () => T): Promise<T> {
    if (this.#refusal) return Promise.reject(this.#refusal)
    return new Promise<T>((resolve, reject) => {
      let result: T
      this.#waiting.push({
        run: () => {
          result = work()
        },
        acknowledge: () => resolve(result),
        reject,
      })
      this.#schedule()
    })
  }

  /** Throws when no write can be trusted any more. */
  assertTrusted(): void {
    if (this.#refusal) throw this.#refusal
  }

  /** Writes what waits, then takes nothing more. */
  close(): void {
    while (this.#waiting.length > 0) this.#writeGroup()
    this.#refusal ??= new ProblemError(
      unavailable(
        'store.closed',
        'Expected an open store, but it was closed; send the command again after the restart',
      ),
    )
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    nextTurn(() => {
      this.#scheduled = false
      this.#writeGroup()
      if (this.#waiting.length > 0) this.#schedule()
    })
  }

  #writeGroup(): void {
    const group = this.#waiting.slice(0, MAX_GROUP)
    this.#waiting = this.#waiting.slice(MAX_GROUP)
    if (group.length === 0) return
    this.#keepPace(group.length)
    const failed = this.#attempt(group)
    if (!failed) return
    if (failed.retry && group.length > 1) for (const one of group) this.#alone(one)
    else for (const one of group) one.reject(failure(failed.error))
  }

  #keepPace(writes: number): void {
    const pace = writes < RUSH_GROUP ? 'calm' : 'rush'
    if (pace === this.#pace) return
    setPace(this.#db, pace)
    this.#pace = pace
  }

  #alone(one: Waiting): void {
    const failed = this.#refusal ? { error: this.#refusal } : this.#attempt([one])
    if (failed) one.reject(failure(failed.error))
  }

  /** One transaction. */
  #attempt(group: readonly Waiting[]): Failed | undefined {
    let begun = false
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      begun = true
      this.#runAll(group)
      this.#failpoint('store.before-commit')
      this.#db.exec('COMMIT')
    } catch (error) {
      return this.#undo(error, begun)
    }
    try {
      this.#failpoint('store.after-commit')
    } catch (error) {
      return { error, retry: false }
    }
    for (const one of group) one.acknowledge()
    return undefined
  }

  #runAll(group: readonly Waiting[]): void {
    let first = true
    for (const one of group) {
      if (!first) this.#failpoint('store.mid-group')
      first = false
      one.run()
    }
  }

  #undo(error: unknown, begun: boolean): Failed {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    if (endsTrust(error))
      this.#refusal = new ProblemError(
        unavailable(
          'store.untrusted',
          'Expected a store that keeps what it writes, but the disk failed or the file is damaged; look at the disk and restart the server',
        ),
        { cause: error },
      )
    return { error, retry: begun && !strikesAll(error) }
  }
}
