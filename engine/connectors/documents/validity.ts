/** Until when a certificate holds: a day on the agency's own calendar, to its last second. */
import { invalid, type Problem } from '../../core/problem.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})/
const MINUTE = 60_000

/** @param day "2027-02-23" or a date-time of that day @returns the last second of that day there, epoch milliseconds */
export function endOfDay(day: string, timeZone: string): number | Problem {
  const [, year, month, date] = DAY.exec(day) ?? []
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date))
  if (
    year === undefined ||
    Number.isNaN(midnight) ||
    new Date(midnight).toISOString().slice(0, 10) !== day.slice(0, 10)
  )
    return invalid(
      'document.valid-until',
      `Expected validUntil as a day like "2027-02-23", but found "${day.slice(0, 40)}"`,
    )
  const next = midnight + 24 * 60 * MINUTE
  const guess = next - offsetAt(next, timeZone)
  return next - offsetAt(guess, timeZone) - 1000
}

/** The day of an instant on the agency's calendar, "2026-11-23". */
export function dayOf(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)
}

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
}
