/**
 * One evaluation: the moment it happens at, as told by its scope, and the meter it spends.
 */
import type { FeelLimits } from './meter.ts'
import { Meter } from './meter.ts'

export class Run extends Meter {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  readonly timeZone: string

  constructor(now: number, timeZone: string, limits: FeelLimits) {
    super(limits)
    this.now = now
    this.timeZone = timeZone
  }
}
