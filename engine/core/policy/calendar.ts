/**
 * The calendar on which a citizen's deadline runs: which days the agency works, in its own time zone.
 *
 * Public offices in Palestine work Sunday to Thursday; holidays are data of the package or announced by the agency (see
 * holiday.ts), never code.
 */
import { DateTime } from 'luxon'
import type { Holiday } from '../holiday.ts'
import type { AgencyId } from '../ids.ts'
import type { CalendarChange, Stop } from '../statutory-clock.ts'
import { isoDate, isWorkingDay, type OfficeDays } from '../office-days.ts'
import type { Workflow } from '../workflow.ts'
import { dayAt } from './calendar-day.ts'

export interface Calendar extends OfficeDays {
  /** IANA name, e.g. "Asia/Hebron". */
  readonly timeZone: string
  /** When the office closes, "15:00"; absent: with the day. */
  readonly closes?: string
  /** Days on which it closes earlier, by governorate ('': everywhere) and date. */
  readonly shorter?: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Announcements and withdrawals in the order they became known. */
  readonly changes?: readonly CalendarChange[]
}

/** Sunday to Thursday (mofa.ps), without holidays. */
export const PALESTINE: Calendar = { timeZone: 'Asia/Hebron', workingDays: [7, 1, 2, 3, 4], holidays: new Set() }

/** What a package says of it. */
export function calendarIn({ calendar = {} }: Pick<Workflow, 'calendar'>): Calendar {
  const { timeZone = PALESTINE.timeZone, workingDays = PALESTINE.workingDays, holidays = [], closes } = calendar
  return { timeZone, workingDays, holidays: new Set(holidays), ...(closes === undefined ? {} : { closes }) }
}

const LONGEST_WAIT_DAYS = 3660

/** How many announcements and withdrawals it knows. */
export const versionOf = ({ changes = [] }: Calendar): number => changes.length

/** How much of what was announced is known: until a moment in epoch milliseconds, and no more than so many changes. */
export interface Known {
  readonly until?: number
  readonly version?: number
}

/** The calendar with what was announced for the agency. */
export function withHolidays(
  calendar: Calendar,
  all: readonly Holiday[],
  agency: AgencyId,
  { until = Infinity, version }: Known = {},
): Calendar {
  const known = all
    .filter((one) => one.agency === undefined || one.agency === agency)
    .flatMap(newsOf)
    .filter(({ at }) => at <= until)
    .toSorted((one, other) => one.at - other.at)
    .slice(0, version)
  if (known.length === 0) return calendar
  const gone = new Set(known.flatMap(({ id, withdrawn }) => (withdrawn ? [id] : [])))
  const holidays = new Set(calendar.holidays)
  const closures = new Map<string, Set<string>>()
  const shorter = new Map<string, Map<string, string>>()
  for (const change of known.filter(({ id }) => !gone.has(id))) {
    const { governorate: where = '', closes } = change
    if (closes !== undefined) shorten(shorter, where, daysOf(change), closes)
    else {
      const days = where === '' ? holidays : (closures.get(where) ?? new Set<string>())
      for (const day of daysOf(change)) days.add(day)
      if (where !== '') closures.set(where, days)
    }
  }
  return { ...calendar, holidays, closures, shorter, changes: known }
}

/** The earliest of several times counts. */
function shorten(all: Map<string, Map<string, string>>, where: string, days: readonly string[], closes: string): void {
  const times = all.get(where) ?? new Map<string, string>()
  all.set(where, times)
  for (const day of days) {
    const known = times.get(day)
    if (known === undefined || closes < known) times.set(day, closes)
  }
}

function newsOf({
  id,
  title,
  first,
  last,
  governorate,
  closes,
  announced,
  withdrawn,
}: Holiday): readonly CalendarChange[] {
  const where = governorate === undefined ? {} : { governorate }
  const early = closes === undefined ? {} : { closes }
  const made = { id, at: announced.at, title, first, last, ...where, ...early }
  return withdrawn ? [made, { ...made, at: withdrawn.at, withdrawn: true }] : [made]
}

function daysOf({ first, last }: CalendarChange): readonly string[] {
  const days: string[] = []
  const end = DateTime.fromISO(last, { zone: 'utc' })
  for (let day = DateTime.fromISO(first, { zone: 'utc' }); day <= end; day = day.plus({ days: 1 }))
    days.push(day.toISODate() ?? '')
  return days
}

/** How many days from the first to the last of them, both counted; undefined where one is no day like "2026-11-15". */
export function daysFrom(first: string, last: string): number | undefined {
  const [from, to] = [first, last].map((day) => DateTime.fromFormat(day, 'yyyy-MM-dd', { zone: 'utc' }))
  return from?.isValid && to?.isValid ? to.diff(from, 'days').days + 1 : undefined
}

/** What became known after a version, of the days between two moments. */
export function changesSince(
  calendar: Calendar,
  version: number,
  { from, to }: Stop,
  where: string | undefined,
): readonly CalendarChange[] {
  const begin = isoDate(dayAt(calendar, from))
  const end = isoDate(dayAt(calendar, to))
  return (calendar.changes ?? [])
    .slice(version)
    .filter(({ first, last, governorate = where }) => first <= end && last >= begin && governorate === where)
}

/**
 * The instant `days` working days after `from`, at the same local time of day.
 * @param from epoch milliseconds @param days 0 to 1000 @returns epoch milliseconds, or undefined where the calendar has
 * no such day within ten years
 */
export function addWorkingDays(calendar: Calendar, from: number, days: number): number | undefined {
  const first = dayAt(calendar, from)
  let day = first
  for (let left = days; left > 0;) {
    day++
    if (day - first > LONGEST_WAIT_DAYS) return undefined
    if (isWorkingDay(calendar, day)) left--
  }
  return DateTime.fromMillis(from, { zone: calendar.timeZone })
    .plus({ days: day - first })
    .toMillis()
}
