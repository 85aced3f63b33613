/**
 * How much of a deadline is spent, what is left of it, and when it is due: a citizen's time, counted.
 *
 * Working days are counted as they pass: every working day is worth one from its midnight to the next, whatever the hour
 * the application came in and however the clocks were changed that night. So a clock that began on Thursday at ten is one
 * working day old on Sunday at ten, an application of a Friday counts from Sunday on, and a clock that stood still from
 * nine to eleven is due two hours later. Other durations ("P10D", "PT4H") count all time, but for the stops. What was due
 * before the clock stopped stays so.
 */
import { DateTime, Duration } from 'luxon'
import type { StatutoryClock, Stop } from '../statutory-clock.ts'
import type { Calendar } from './calendar.ts'
import { isWorkingDay } from '../office-days.ts'
import { dayAt, startOfDay } from './calendar-day.ts'
import { type Ending, endingOf, lastDayOf } from './last-day.ts'
import { haltsOf, runningOf } from './running-time.ts'

/** What a clock is counted from. */
export type Counted = Pick<
  StatutoryClock,
  'started' | 'stops' | 'byHand' | 'stopped' | 'governorate' | 'duration' | 'lastDay'
>

export interface ClockReading extends Partial<Ending> {
  /** Days of the agency or of everybody. */
  readonly unit: 'workingDays' | 'days'
  /** Absent while the clock stands still before it was due. */
  readonly due?: number
  /** Since when it stands still. */
  readonly stoppedSince?: number
  /** Days, to a hundredth; what is left is never below zero. */
  readonly spent: number
  readonly left: number
  readonly overdue: boolean
}

const WORKING_DAYS = /^P(\d{1,4})WD$/
const LONGEST_DAYS = 3660
const DAY = 86_400_000
/** Less than a millisecond of a day. */
const HAIR = 1e-9

/** How the clock stands at a moment: what desk and portal show. */
export function readClock(calendar: Calendar, clock: Counted, now: number): ClockReading {
  const ending = reckon(calendar, clock)
  const due = ending?.due
  const unit = WORKING_DAYS.test(clock.duration) ? 'workingDays' : 'days'
  const spent = unit === 'workingDays' ? workingDaysSpent(calendar, clock, now) : timeSpent(clock, now) / DAY
  const overdue = due !== undefined && due <= now
  return {
    unit,
    ...ending,
    ...(clock.stopped === undefined ? {} : { stoppedSince: clock.stopped.since }),
    spent: hundredths(spent),
    left: overdue ? 0 : hundredths(Math.max(0, lengthOf(calendar, clock) - spent)),
    overdue,
  }
}

const hundredths = (days: number): number => Math.round(days * 100) / 100

/** In the days the clock counts. */
function lengthOf(calendar: Calendar, { started, duration }: Counted): number {
  const days = WORKING_DAYS.exec(duration)?.[1]
  return days === undefined ? (plus(calendar, started, duration) - started) / DAY : Number(days)
}

/**
 * When this much of the clock is spent, and its last day has ended where it is all of it.
 * @param duration the clock's own unless another is given
 * @returns undefined while it stands still before, or where the calendar has no such day within ten years
 */
export function reckon(calendar: Calendar, clock: Counted, duration: string = clock.duration): Ending | undefined {
  const counted = countedDue(calendar, clock, duration)
  if (counted === undefined || !clock.lastDay || isBeforeTheEnd(calendar, clock, duration, counted))
    return counted === undefined ? undefined : { due: counted }
  const ending = (at: number): Ending => endingOf(calendar, clock.lastDay ?? lastDayOf(clock), at, clock.governorate)
  let end = ending(counted)
  for (const { from, to } of haltsOf(clock)) {
    if (from >= end.due || to <= counted) continue
    if (to === Infinity) return undefined
    end = ending(to)
  }
  return end
}

/** A reminder that comes before. */
function isBeforeTheEnd(calendar: Calendar, clock: Counted, duration: string, counted: number): boolean {
  if (duration === clock.duration) return false
  const all = countedDue(calendar, clock, clock.duration)
  return all === undefined || counted < all
}

/** @returns epoch milliseconds; see reckon */
export const dueOf = (calendar: Calendar, clock: Counted, duration?: string): number | undefined =>
  reckon(calendar, clock, duration)?.due

function countedDue(calendar: Calendar, clock: Counted, duration: string): number | undefined {
  const days = WORKING_DAYS.exec(duration)?.[1]
  return days === undefined ? timeDue(calendar, clock, duration) : workingDaysDue(calendar, clock, Number(days))
}

const plus = ({ timeZone }: Calendar, from: number, duration: string): number =>
  DateTime.fromMillis(from, { zone: timeZone }).plus(Duration.fromISO(duration)).toMillis()

function timeDue(calendar: Calendar, clock: Counted, duration: string): number | undefined {
  let due = plus(calendar, clock.started, duration)
  for (const { from, to } of haltsOf(clock)) if (from < due) due += to - from
  return due === Infinity ? undefined : due
}

function timeSpent(clock: Counted, until: number): number {
  return runningOf(clock, until).reduce((sum, { from, to }) => sum + to - from, 0)
}

function workingDaysDue(calendar: Calendar, clock: Counted, days: number): number | undefined {
  if (days === 0) return clock.started
  let left = days
  for (const span of runningOf(clock, Infinity))
    for (const { from, share, length } of workedIn(calendar, span, clock.governorate)) {
      if (share >= left - HAIR) return Math.round(from + left * length)
      left -= share
    }
  return undefined
}

function workingDaysSpent(calendar: Calendar, clock: Counted, until: number): number {
  let spent = 0
  for (const span of runningOf(clock, until))
    for (const { share } of workedIn(calendar, span, clock.governorate)) spent += share
  return spent
}

interface Worked {
  readonly from: number
  /** Of the whole day, 0 to 1. */
  readonly share: number
  /** Milliseconds of the whole day: 23 to 25 hours. */
  readonly length: number
}

/** The working days of a span, or what of them lies in it; of a span without end those of ten years. */
function* workedIn(calendar: Calendar, { from, to }: Stop, governorate: string | undefined): Generator<Worked> {
  const first = dayAt(calendar, from)
  for (let day = first; startOfDay(calendar, day) < to && day - first <= LONGEST_DAYS; day++) {
    if (!isWorkingDay(calendar, day, governorate)) continue
    const [start, next] = [startOfDay(calendar, day), startOfDay(calendar, day + 1)]
    const begin = Math.max(from, start)
    yield { from: begin, share: (Math.min(to, next) - begin) / (next - start), length: next - start }
  }
}
