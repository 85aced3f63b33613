/**
 * How the last day of a deadline ends: what the law grants beyond the time that was counted.
 *
 * A deadline in days whose last day is not worked ends on the next working day, unless the package says that it stays. So
 * procedural time is counted in Palestine (Civil and Commercial Procedure Law 2 of 2001), and we read it as the rule for
 * administrative time where no law says otherwise; an agency whose own law does says so in its package. Working days never end
 * on a day off, and hours are hours. A deadline ends at the hour it began, at the end of its last day, or when the office closes on it, earlier in Ramadan
 * and on half days.
 */
import { DateTime } from 'luxon'
import { isoDate, isWorkingDay } from '../office-days.ts'
import type { LastDay } from '../statutory-clock.ts'
import type { Calendar } from './calendar.ts'
import { dayAt, startOfDay } from './calendar-day.ts'

const LONGEST_CLOSURE = 366

export interface Ending {
  /** Epoch milliseconds. */
  readonly due: number
  /** The day off it would have ended on, "2026-11-27". */
  readonly dayOff?: string
}

/** What a package says of a deadline, with what the law says where the package does not. */
export const lastDayOf = ({
  duration,
  dayOff = isInDays(duration) ? 'moves' : 'stays',
  ends = 'hour',
}: { readonly duration: string } & Partial<LastDay>): LastDay => ({ dayOff, ends })

const isInDays = (duration: string): boolean => !/T|WD$/.test(duration)

/** @param counted when its time is spent, epoch milliseconds */
export function endingOf(
  calendar: Calendar,
  { dayOff, ends }: LastDay,
  counted: number,
  governorate: string | undefined,
): Ending {
  const last = dayAt(calendar, counted - 1)
  const day = dayOff === 'moves' ? workedFrom(calendar, last, governorate) : last
  const moved = day === last ? {} : { dayOff: isoDate(last) }
  if (ends === 'hour') return { due: daysLater(calendar, counted, day - last), ...moved }
  const closes = ends === 'office' ? closingOn(calendar, day, governorate) : undefined
  return { due: closes === undefined ? startOfDay(calendar, day + 1) : timeOn(calendar, day, closes), ...moved }
}

/** The day itself or the first working day after it; where there is none for a year, the day itself. */
function workedFrom(calendar: Calendar, last: number, governorate: string | undefined): number {
  for (let day = last; day <= last + LONGEST_CLOSURE; day++) if (isWorkingDay(calendar, day, governorate)) return day
  return last
}

function daysLater({ timeZone: zone }: Calendar, at: number, days: number): number {
  return days === 0 ? at : DateTime.fromMillis(at, { zone }).plus({ days }).toMillis()
}

/** When the office closes on a day, "15:00": the earliest that is known. */
export function closingOn(
  { closes, shorter }: Calendar,
  day: number,
  governorate: string | undefined,
): string | undefined {
  const date = isoDate(day)
  const announced = ['', ...(governorate === undefined ? [] : [governorate])].map((it) => shorter?.get(it)?.get(date))
  return [closes, ...announced].flatMap((it) => it ?? []).toSorted()[0]
}

function timeOn({ timeZone: zone }: Calendar, day: number, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const [year = 0, month = 1, date = 1] = isoDate(day).split('-').map(Number)
  return DateTime.fromObject({ year, month, day: date, hour, minute }, { zone }).toMillis()
}
