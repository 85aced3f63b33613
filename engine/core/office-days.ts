/** Which days an office works: what deadlines, forms and expressions count by, in server and browser alike. */

export interface OfficeDays {
  /** ISO weekdays that are worked, 1 = Monday ... 7 = Sunday. */
  readonly workingDays: readonly number[]
  /** ISO dates, "2026-11-15", that are not worked. */
  readonly holidays: ReadonlySet<string>
  /** Dates that are not worked in one governorate, by its code. */
  readonly closures?: ReadonlyMap<string, ReadonlySet<string>>
}

const DAY = 86_400_000

/** "2026-11-15" @param day days since 1970-01-01 */
export const isoDate = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** @param day days since 1970-01-01 */
export function isWorkingDay(
  { workingDays, holidays, closures }: OfficeDays,
  day: number,
  governorate?: string,
): boolean {
  if (!workingDays.includes(weekdayOf(day))) return false
  const date = isoDate(day)
  if (holidays.has(date)) return false
  return governorate === undefined || closures?.get(governorate)?.has(date) !== true
}

/** The same as data, for a page's script. */
export interface OfficeDaysData {
  readonly workingDays: readonly number[]
  readonly holidays: readonly string[]
  readonly closures: readonly (readonly [governorate: string, days: readonly string[]])[]
}

export const officeDaysData = ({ workingDays, holidays, closures = new Map() }: OfficeDays): OfficeDaysData => ({
  workingDays,
  holidays: [...holidays],
  closures: [...closures].map(([governorate, days]) => [governorate, [...days]] as const),
})

export const officeDaysOf = ({ workingDays, holidays, closures }: OfficeDaysData): OfficeDays => ({
  workingDays,
  holidays: new Set(holidays),
  closures: new Map(closures.map(([governorate, days]) => [governorate, new Set(days)])),
})
