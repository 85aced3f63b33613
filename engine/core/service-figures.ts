/**
 * How a service does, for everybody to read: how many apply, and how long it takes until their application is decided.
 *
 * Decided is an application when a certificate of it is issued or when it has come to its end, whichever is first; one that
 * was called off never was. Of fewer decisions than a handful nothing is told: it would be about persons.
 */
import type { AgencyId } from './ids.ts'

export interface ServiceFigures {
  readonly packageId: string
  readonly agency: AgencyId
  /** Since the beginning. */
  readonly received: number
  /** Neither decided nor called off. */
  readonly open: number
  /** Within the year before; so are the times. */
  readonly decided: number
  /** Milliseconds from the beginning until the decision: half took no longer, nine out of ten took no longer. */
  readonly median?: number
  readonly slow?: number
}

/** Decisions from which on times are told. */
export const FEWEST_DECISIONS = 5

export interface ServiceFiguresStore {
  /** @param since epoch ms: decisions from then on. */
  list(since: number): Promise<readonly ServiceFigures[]>
}
