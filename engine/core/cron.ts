/**
 * "Every Sunday at eight": cron lines, read and put against the wall clock of the agency.
 *
 * Five fields (minute hour day month weekday) or six (second first), each `*`, `?`, numbers, names (JAN, SUN), ranges,
 * lists and steps; weekdays 0 to 7, where both 0 and 7 are Sunday; `@hourly`, `@daily`, `@weekly`, `@monthly`,
 * `@yearly`. As in Camunda 8, day and weekday must both match. Times are sought on the wall clock: a time the clock
 * skips in spring comes as soon as the clock has jumped, one it repeats in autumn comes once.
 */
export interface Cron {
  readonly second: Field
  readonly minute: Field
  readonly hour: Field
  readonly day: Field
  readonly month: Field
  readonly weekday: Field
}
type Field = ReadonlySet<number>

export type ParsedCron = { readonly ok: true; readonly cron: Cron } | { readonly ok: false; readonly reason: string }

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Bounds {
  readonly name: string
  readonly low: number
  readonly high: number
  readonly names?: readonly string[]
}
const SECOND: Bounds = { name: 'second', low: 0, high: 59 }
const MINUTE: Bounds = { name: 'minute', low: 0, high: 59 }
const HOUR: Bounds = { name: 'hour', low: 0, high: 23 }
const DAY: Bounds = { name: 'day', low: 1, high: 31 }
const MONTH: Bounds = { name: 'month', low: 1, high: 12, names: MONTHS }
const WEEKDAY: Bounds = { name: 'weekday', low: 0, high: 7, names: WEEKDAYS }

/** 29 February on a given weekday comes round within 28 years, or 40 across a century without a leap day. */
const SEARCH_YEARS = 40

export function parseCron(line: string): ParsedCron {
  const words = (MACROS[line] ?? line).trim().split(/\s+/)
  if (words.length !== 5 && words.length !== 6)
    return {
      ok: false,
      reason: `Expected a cycle "R/PT1H" or a cron line of 5 or 6 fields, but found "${line.slice(0, 60)}"`,
    }
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] =
    words.length === 5 ? ['0', ...words] : words
  const fields = [
    parseField(second, SECOND),
    parseField(minute, MINUTE),
    parseField(hour, HOUR),
    parseField(day, DAY),
    parseField(month, MONTH),
    parseField(weekday, WEEKDAY),
  ]
  const [s, mi, h, d, mo, w] = fields
  if (!isField(s) || !isField(mi) || !isField(h) || !isField(d) || !isField(mo) || !isField(w))
    return {
      ok: false,
      reason: `${fields.find((field) => typeof field === 'string') ?? ''} in the cron line "${line.slice(0, 60)}"`,
    }
  const days = w.has(7) ? new Set([...w, 0]) : w
  return { ok: true, cron: { second: s, minute: mi, hour: h, day: d, month: mo, weekday: days } }
}

const isField = (field: Field | string | undefined): field is Field => typeof field === 'object'

function parseField(text: string, bounds: Bounds): Field | string {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^(\*|\?|\w+)(?:-(\w+))?(?:\/(\d{1,2}))?$/.exec(part)
    const range = match && rangeOf(match[1] ?? '', match[2], match[3], bounds)
    if (!range) return `Expected ${bounds.low} to ${bounds.high} as ${bounds.name}, but found "${part.slice(0, 20)}"`
    for (let value = range.from; value <= range.to; value += range.by) values.add(value)
  }
  return values
}

function rangeOf(first: string, last: string | undefined, step: string | undefined, bounds: Bounds) {
  const by = step === undefined ? 1 : Number(step)
  if (by < 1) return undefined
  if (first === '*' || first === '?') return last === undefined ? { from: bounds.low, to: bounds.high, by } : undefined
  const from = valueOf(first, bounds)
  const to = last === undefined ? (step === undefined ? from : bounds.high) : valueOf(last, bounds)
  if (from === undefined || to === undefined || from > to) return undefined
  return { from, to, by }
}

function valueOf(word: string, bounds: Bounds): number | undefined {
  const named = bounds.names?.indexOf(word.toUpperCase()) ?? -1
  if (named >= 0) return named + (bounds.low === 1 ? 1 : 0)
  const value = /^\d{1,2}$/.test(word) ? Number(word) : -1
  return value >= bounds.low && value <= bounds.high ? value : undefined
}

/**
 * The first matching time after `after`, both wall-clock time: milliseconds since 1970 as the clock on the wall shows
 * them, without a zone. Undefined when there is none within forty years.
 */
export function cronAfter(cron: Cron, after: number): number | undefined {
  let at = Math.floor(after / SECOND_MS) * SECOND_MS + SECOND_MS
  const last = at + SEARCH_YEARS * 366 * DAY_MS
  while (at <= last) {
    const days = Math.floor(at / DAY_MS)
    const { month, day, daysInMonth } = civil(days)
    if (!cron.month.has(month)) at = (days - day + 1 + daysInMonth) * DAY_MS
    else if (!cron.day.has(day) || !cron.weekday.has((((days + THURSDAY) % 7) + 7) % 7)) at = (days + 1) * DAY_MS
    else if (!cron.hour.has(part(at, HOUR_MS, 24))) at = next(at, HOUR_MS)
    else if (!cron.minute.has(part(at, MINUTE_MS, 60))) at = next(at, MINUTE_MS)
    else if (!cron.second.has(part(at, SECOND_MS, 60))) at += SECOND_MS
    else return at
  }
  return undefined
}

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** 1 January 1970 was one. */
const THURSDAY = 4

const part = (at: number, unit: number, count: number): number => ((Math.floor(at / unit) % count) + count) % count
const next = (at: number, unit: number): number => (Math.floor(at / unit) + 1) * unit

/** Day number since 1970 -> Gregorian month and day, counting years from 1 March so that the leap day comes last. */
function civil(days: number): { month: number; day: number; daysInMonth: number } {
  const since = days + 719_468
  const era = Math.floor(since / 146_097)
  const dayOfEra = since - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { month, day, daysInMonth: month === 2 ? february(year) : (LENGTHS[month - 1] ?? 31) }
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const february = (year: number): number => ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28)
