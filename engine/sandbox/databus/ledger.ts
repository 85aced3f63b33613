/**
 * What the registries really did: one line for each request that reached one, on disk before it is answered.
 *
 * Whoever pulls plugs compares it with what Masar believes: the same key twice with an effect, or an effect nobody knows
 * of, is a broken promise.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

export interface Delivery {
  readonly at: number
  readonly service: string
  readonly method: string
  /** Idempotency-Key. */
  readonly key: string
  readonly messageId: string
  readonly requestId: string
  /** sha-256 of the body. */
  readonly bodyDigest: string
}

export interface Ledger {
  enter(delivery: Delivery): void
  entries(): readonly Delivery[]
  close(): void
}

/** Without a path it is kept in memory only. */
export function openLedger(path?: string): Ledger {
  const entries: Delivery[] = []
  const file = path === undefined ? undefined : openSync(path, 'a')
  return {
    enter(delivery) {
      entries.push(delivery)
      if (file === undefined) return
      writeSync(file, `${JSON.stringify(delivery)}\n`)
      fsyncSync(file)
    },
    entries: () => entries,
    close: () => file !== undefined && closeSync(file),
  }
}
