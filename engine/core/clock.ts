/** The two things that differ from run to run, time and fresh names: injected everywhere, so that replay is exact. */
import type { InstanceId, Reference } from './ids.ts'

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}

export interface Ids {
  /** Sortable by time, 80 random bits. */
  instance(now: number): InstanceId
  /** Reference number for people; the store refuses the rare duplicate and the engine asks again. */
  reference(now: number): Reference
  /** A random UUID (RFC 9562, version 4) for protocols that ask for one. */
  uuid(): string
  /** 256 random bits as base64url: session and bearer tokens. */
  secret(): string
  /** Uniform in [0, 1): jitter. */
  fraction(): number
}
