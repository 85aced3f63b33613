/**
 * The double's own book of what really happened to whose money, outside the process it watches: one line of JSON per
 * effect, on disk before the double answers. A kill test compares it with what Masar believes.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'

export type Effect =
  /** A charge was seen for the first time. */
  | {
      readonly kind: 'charge'
      readonly key: string
      readonly digest: string
      readonly amount: string
      readonly currency: string
      readonly note: string
    }
  /** The same charge again: `same` false is a fault of the sender. */
  | { readonly kind: 'repeat'; readonly key: string; readonly digest: string; readonly same: boolean }
  /** Money moved. */
  | {
      readonly kind: 'committed'
      readonly key: string
      readonly transferId: string
      readonly amount: string
      readonly currency: string
    }
  /** Money went back to the payer of a bill. */
  | {
      readonly kind: 'refunded'
      readonly key: string
      readonly order: string
      readonly transferId: string
      readonly amount: string
      readonly currency: string
    }

export interface Effects {
  /** A charge or commit already in the book is not entered twice: the double itself may have been cut off after it. */
  add(effect: Effect): void
  all(): readonly Effect[]
  close(): void
}

export function effects(file: string | undefined): Effects {
  const known = file !== undefined && existsSync(file) ? reopened(file) : []
  const handle = file === undefined ? undefined : openSync(file, 'a')
  return {
    add(effect) {
      if (known.some((entry) => entry.kind === effect.kind && entry.kind !== 'repeat' && entry.key === effect.key))
        return
      known.push(effect)
      if (handle === undefined) return
      writeSync(handle, `${JSON.stringify(effect)}\n`)
      fsyncSync(handle)
    },
    all: () => known,
    close: () => handle !== undefined && closeSync(handle),
  }
}

function reopened(file: string): Effect[] {
  const text = readFileSync(file, 'utf8')
  truncateSync(file, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
  return readEffects(text)
}

/** The lines of a ledger file; a last line cut off by a kill was never acknowledged and is left out. */
export function readEffects(text: string): Effect[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Effect)
}
