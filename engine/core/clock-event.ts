/** What happens to a statutory deadline of an application, one fact each: from when to when it moved, and why. */
import type { LocalId } from './ids.ts'
import type { CalendarChange, ClockId, LastDay, StatutoryClock } from './statutory-clock.ts'

/** Its last day was this day off, "2026-11-27", so it ends on the next working day. */
interface DayOff {
  readonly dayOff?: string
}

export type ClockEvent =
  | ({ readonly kind: 'clockStarted'; readonly clock: ClockId } & Omit<StatutoryClock, 'stops' | 'stopped'> & DayOff)
  /** Held by the work of these steps; `before`: when it was due. */
  | {
      readonly kind: 'clockStopped'
      readonly clock: ClockId
      readonly at: number
      readonly by: readonly string[]
      readonly before?: number
      /** Where it was due before it stopped. */
      readonly due?: number
    }
  | ({
      readonly kind: 'clockResumed'
      readonly clock: ClockId
      readonly at: number
      readonly due?: number
      readonly calendar: number
    } & DayOff)
  /** By a supervisor, under this article, until then at the latest; `before`: when it was due. */
  | ({
      readonly kind: 'clockStoppedByHand'
      readonly clock: ClockId
      readonly at: number
      readonly until: number
      readonly legalBasis: string
      readonly reason: string
      readonly before?: number
      readonly due?: number
      readonly calendar: number
    } & DayOff)
  /** By a supervisor, before its time. */
  | ({
      readonly kind: 'clockContinued'
      readonly clock: ClockId
      readonly at: number
      readonly reason: string
      readonly before?: number
      readonly due?: number
      readonly calendar: number
    } & DayOff)
  /** Counted anew: because of these days, or because another version of the service gives it this duration. */
  | ({
      readonly kind: 'clockRecalculated'
      readonly clock: ClockId
      readonly before?: number
      readonly due?: number
      readonly calendar: number
      readonly because: readonly CalendarChange[]
      readonly duration?: string
      readonly lastDay?: LastDay
    } & DayOff)
  | {
      readonly kind: 'clockEnded'
      readonly clock: ClockId
      readonly at: number
      readonly due?: number
      /** Days, as the clock counts them. */
      readonly spent: number
      readonly overdue: boolean
    }
  /** An expression counted working days; said once in a command that says the version of the calendar nowhere else. */
  | { readonly kind: 'daysCounted'; readonly calendar: number }
  /** With the clock it hangs on. */
  | { readonly kind: 'timerMoved'; readonly id: LocalId; readonly due: number }
  /** With the clock it hangs on; without a date while that stands still. */
  | { readonly kind: 'taskRescheduled'; readonly id: LocalId; readonly due?: number }
