/** Days as people type them: "2026-11-27", in whichever digits; midnight is that of the offices. */
import { endOfDay } from '../../../core/policy/day.ts'
import { PALESTINE } from '../../../core/policy/calendar.ts'

/** Pattern and length of the box it is typed in. */
export const DAY_PATTERN = '[0-9٠-٩]{4}-[0-9٠-٩]{1,2}-[0-9٠-٩]{1,2}'
export const LONGEST_DAY = 10

/** The moment it begins; NaN where it is no day. */
export const startOfTyped = (text: string): number => endOfTyped(text, -1)

/** The moment it ends; NaN where it is no day. */
export function endOfTyped(text: string, days = 0): number {
  const latin = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(latin.trim()) ?? []
  if (year === undefined) return Number.NaN
  const noon = Date.UTC(Number(year), Number(month) - 1, Number(day), 12)
  const isDay = new Date(noon).getUTCDate() === Number(day)
  return isDay ? endOfDay(noon, PALESTINE.timeZone, days) : Number.NaN
}
