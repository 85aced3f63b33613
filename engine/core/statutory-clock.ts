/**
 * The statutory clock of an application: by when the law wants it decided, and how much of that time is spent.
 *
 * A deadline of workflow.json that is `statutory` is kept by a clock. The clock begins with the scope or task that carries
 * `masar:deadline`, or with what an event is drawn on that carries it, unless one of this deadline already runs around it;
 * it ends with it. It stands still while a step with `masar:stopsClock` is at work anywhere inside, e.g. while the citizen
 * is asked, and it does not count days on which the agency does not work, announced late or not (holiday.ts). A suspension
 * by an operator is no reason of the law: the clock goes on.
 *
 * The clock knows when it began, when it stood still and the calendar it was last counted by; when it is due follows from
 * that (policy/statutory-time.ts). Everything hung on it (tacit decisions, reminders, due dates of tasks) moves with it.
 * Executors look at the clocks once at the end of each command, when all tokens rest: a command happens at one moment, so
 * what began and ended within it stopped no time. Each change is an event that says from when to when and why. A new
 * holiday reaches running applications as a command of its own, piece by piece, because the lists people and the worker
 * look at hold moments; and a timer on a clock is held against the calendar known then before it happens, so that no
 * silence decides in the minute between.
 */
import type { LocalId } from './ids.ts'
import type { Text } from './text.ts'

/** `owner/deadline`: one clock per deadline and element instance. */
export type ClockId = `${string}/${string}`

export const clockId = (owner: LocalId, deadline: string): ClockId => `${owner}/${deadline}`

export function clockParts(clock: ClockId): { readonly owner: LocalId; readonly deadline: string } {
  const stroke = clock.indexOf('/')
  return { owner: clock.slice(0, stroke) as LocalId, deadline: clock.slice(stroke + 1) }
}

export interface StatutoryClock {
  /** The element instance it begins and ends with. */
  readonly owner: LocalId
  /** Id of the deadline in the workflow.json of the owner's procedure. */
  readonly deadline: string
  /** ISO 8601 or working days: "P3WD". */
  readonly duration: string
  /** Whose closures count beside those of the whole agency. */
  readonly governorate?: string
  /** Epoch milliseconds, as all moments here. */
  readonly started: number
  /** Absent on clocks that began before deadlines said it: their last day ends at the hour, day off or not. */
  readonly lastDay?: LastDay
  /** When it stood still. */
  readonly stops?: readonly Stop[]
  /** When somebody stopped it by hand, oldest first; the last may end later than now. */
  readonly byHand?: readonly HandStop[]
  /** Since when it stands still, and the steps that hold it. */
  readonly stopped?: { readonly since: number; readonly by: readonly string[] }
  /** Absent while it stands still before it was due. */
  readonly due?: number
  /** The version of the calendar it was counted by. */
  readonly calendar: number
}

/** How the last day of a deadline ends (policy/last-day.ts). */
export interface LastDay {
  /** To the next working day where it is a day off. */
  readonly dayOff: 'moves' | 'stays'
  /** At the hour the deadline began, with the day, or when the office closes. */
  readonly ends: 'hour' | 'day' | 'office'
}

export interface Stop {
  readonly from: number
  readonly to: number
  /** Ids of the steps that held it. */
  readonly by?: readonly string[]
}

/**
 * A supervisor lets a deadline stand still under an article of the law, as far as the package allows it. It goes on by itself
 * when the time is over, so nothing has to happen then, or earlier when somebody lets it.
 */
export interface HandStop extends Stop {
  /** Id of the article in workflow.json. */
  readonly legalBasis: string
  /** For whoever waits to read. */
  readonly reason: string
}

/** The stop by hand that lasts at a moment. */
export const handStopAt = ({ byHand = [] }: StatutoryClock, now: number): HandStop | undefined =>
  byHand.find(({ from, to }) => from <= now && now < to)

/** What hangs on a clock: due with it, or when this much of it is spent. */
export interface OnClock {
  readonly clock: ClockId
  readonly after?: string
}

/** A day that made a deadline move. */
export interface CalendarChange {
  /** Of the announcement, and when it was made or withdrawn. */
  readonly id: string
  readonly at: number
  readonly title: Text
  /** ISO dates, the last one included. */
  readonly first: string
  readonly last: string
  /** Absent: everywhere. */
  readonly governorate?: string
  /** The office closes at this time, "12:00", instead of not working. */
  readonly closes?: string
  readonly withdrawn?: true
}

/** When something that stands still with its clock is due: 9999-12-31T23:59:59Z. */
export const STANDS_STILL = 253_402_300_799_000
