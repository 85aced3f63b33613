/** Days as people type them: "2026-11-27", in whichever digits; midnight is that of the offices. */
import { endOfDate, startOfDate } from '../../../core/policy/day.ts'
import { PALESTINE } from '../../../core/policy/calendar.ts'
import { latinDigits } from '../../../../forms/kinds/written.ts'

/** Pattern and length of the box it is typed in. */
export const DAY_PATTERN = '[0-9٠-٩۰-۹]{4}-[0-9٠-٩۰-۹]{1,2}-[0-9٠-٩۰-۹]{1,2}'
export const LONGEST_DAY = 10

const { timeZone } = PALESTINE

/** As the calendar writes it; what is no day stays what it is. */
export function dayTyped(text: string): string {
  const latin = latinDigits(text.trim())
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(latin) ?? []
  return year === undefined ? latin : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The moment it begins; NaN where it is no day. */
export const startOfTyped = (text: string): number => startOfDate(dayTyped(text), timeZone) ?? Number.NaN

/** The moment it ends; NaN where it is no day. */
export const endOfTyped = (text: string): number => endOfDate(dayTyped(text), timeZone) ?? Number.NaN
