/**
 * Everything the gateways took, to be read like a telephone and a mailbox; nothing in it reaches a real person.
 *
 * With a file every notice is on disk before the sender hears that it was taken, and is there again after a restart, so
 * that whoever pulls plugs can compare it with what Masar believes.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Channel } from './faults.ts'

export interface Taken {
  readonly at: number
  readonly channel: Channel
  readonly to: string
  readonly from: string
  /** SMS: Idempotency-Key. E-mail: Message-ID. */
  readonly key: string
  readonly subject?: string
  readonly text: string
  /** SMS only: the case's reference number. */
  readonly reference?: string
}

export interface Outbox {
  add(taken: Taken): void
  all(): readonly Taken[]
  /** Empties what is shown; the file keeps everything. */
  clear(): void
  close(): void
}

export function openOutbox(path?: string): Outbox {
  let taken: Taken[] = path !== undefined && existsSync(path) ? readTaken(path) : []
  const file = path === undefined ? undefined : openSync(path, 'a')
  return {
    add(notice) {
      taken.push(notice)
      if (file === undefined) return
      writeSync(file, `${JSON.stringify(notice)}\n`)
      fsyncSync(file)
    },
    all: () => taken,
    clear() {
      taken = []
    },
    close: () => file !== undefined && closeSync(file),
  }
}

/** A line cut off by a crash was never answered, and is left out. */
function readTaken(path: string): Taken[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Taken]
      } catch {
        return []
      }
    })
}
