/**
 * One evaluation: the moment it happens at, as told by its scope, and the meter it spends.
 */
import { type FeelLimits, Meter } from './meter.ts'

export class Run extends Meter {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  readonly timeZone: string
  private met: Set<string> | null = null

  constructor(now: number, timeZone: string, limits: FeelLimits) {
    super(limits)
    this.now = now
    this.timeZone = timeZone
  }

  /** Whether this evaluation meets `key` for the first time; what is prepared once is charged once, whatever earlier evaluations prepared. */
  isFirst(key: string): boolean {
    this.met ??= new Set()
    const before = this.met.size
    return this.met.add(key).size > before
  }
}
