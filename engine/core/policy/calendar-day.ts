/**
 * The days of an agency one by one: when each begins where the agency is.
 *
 * A day is the number of days since 1970-01-01, so that days are counted without clocks or zones; midnights are looked up
 * once per zone, because many deadlines run through the same days.
 */
import { DateTime } from 'luxon'
import type { Calendar } from './calendar.ts'

const DAY = 86_400_000
/** Some twenty years of midnights. */
const MOST_KNOWN = 8_000

const midnights = new Map<string, Map<number, number>>()

/** @returns epoch milliseconds of its first moment */
export function startOfDay({ timeZone }: Calendar, day: number): number {
  const known = midnights.get(timeZone) ?? new Map<number, number>()
  midnights.set(timeZone, known)
  const before = known.get(day)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const utc = DateTime.fromMillis(day * DAY, { zone: 'utc' })
  const midnight = utc.setZone(timeZone, { keepLocalTime: true }).startOf('day').toMillis()
  known.set(day, midnight)
  return midnight
}

/** The day a moment lies in. */
export function dayAt(calendar: Calendar, at: number): number {
  let day = Math.floor(at / DAY)
  while (startOfDay(calendar, day) > at) day--
  while (startOfDay(calendar, day + 1) <= at) day++
  return day
}
