/** Days as people at an office mean them: from midnight to midnight where the office is. */
import { DateTime } from 'luxon'

/** The first moment of a day there. undefined: the text is no day like "2026-12-01". */
export function startOfDate(date: string, timeZone: string): number | undefined {
  const day = DateTime.fromFormat(date, 'yyyy-MM-dd', { zone: timeZone })
  return day.isValid ? day.startOf('day').toMillis() : undefined
}

/** The first moment after it. */
export function endOfDate(date: string, timeZone: string): number | undefined {
  const start = startOfDate(date, timeZone)
  return start === undefined ? undefined : endOfDay(start, timeZone)
}

/** @param now epoch ms @param timeZone IANA name @param days 0: the end of today @returns the first moment after it, epoch ms */
export function endOfDay(now: number, timeZone: string, days = 0): number {
  return DateTime.fromMillis(now, { zone: timeZone })
    .startOf('day')
    .plus({ days: days + 1 })
    .toMillis()
}
