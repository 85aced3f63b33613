/**
 * The calendar on which a citizen's deadline runs: which days the agency works, in its own time zone.
 *
 * Public offices in Palestine work Sunday to Thursday; holidays are data of the package or the agency, never code.
 */
import { DateTime } from 'luxon'

export interface Calendar {
  /** IANA name, e.g. "Asia/Hebron". */
  readonly timeZone: string
  /** ISO weekdays that are worked, 1 = Monday ... 7 = Sunday. */
  readonly workingDays: readonly number[]
  /** ISO dates, "2026-11-15", that are not worked. */
  readonly holidays: ReadonlySet<string>
}

/** Sunday to Thursday (mofa.ps), without holidays. */
export const PALESTINE: Calendar = { timeZone: 'Asia/Hebron', workingDays: [7, 1, 2, 3, 4], holidays: new Set() }

const LONGEST_WAIT_DAYS = 3660

/**
 * The instant `days` working days after `from`, at the same local time of day.
 * @param from epoch milliseconds @param days 0 to 1000 @returns epoch milliseconds, or undefined where the calendar has
 * no such day within ten years
 */
export function addWorkingDays(calendar: Calendar, from: number, days: number): number | undefined {
  let day = DateTime.fromMillis(from, { zone: calendar.timeZone })
  let left = days
  for (let step = 0; left > 0; step++) {
    if (step > LONGEST_WAIT_DAYS) return undefined
    day = day.plus({ days: 1 })
    if (isWorkingDay(calendar, day)) left--
  }
  return day.toMillis()
}

function isWorkingDay(calendar: Calendar, day: DateTime): boolean {
  return calendar.workingDays.includes(day.weekday) && !calendar.holidays.has(day.toISODate() ?? '')
}
