/** Days as people at an office mean them: from midnight to midnight where the office is. */
import { DateTime } from 'luxon'

/** @param now epoch ms @param timeZone IANA name @param days 0: the end of today @returns the first moment after it, epoch ms */
export function endOfDay(now: number, timeZone: string, days = 0): number {
  return DateTime.fromMillis(now, { zone: timeZone })
    .startOf('day')
    .plus({ days: days + 1 })
    .toMillis()
}
