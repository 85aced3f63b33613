/**
 * One evaluation: the moment it happens at, as told by its scope, and the meter it spends.
 */
import type { OfficeDays } from '../office-days.ts'
import { type FeelLimits, Meter } from './meter.ts'
import type { FeelScope } from './scope.ts'

type Around = Omit<FeelScope, 'get'>

export class Run extends Meter {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  readonly timeZone: string
  private readonly around: Around
  private met: Set<string> | null = null

  constructor(around: Around, limits: FeelLimits) {
    super(limits)
    this.around = around
    this.now = around.now
    this.timeZone = around.timeZone
  }

  /** The days the office works. */
  get days(): OfficeDays | undefined {
    return this.around.days
  }

  /** Whether this evaluation meets `key` for the first time; what is prepared once is charged once, whatever earlier evaluations prepared. */
  isFirst(key: string): boolean {
    this.met ??= new Set()
    const before = this.met.size
    return this.met.add(key).size > before
  }
}
