/**
 * Built-in functions that count the days an office works, by the agency's calendar with its announced holidays, and by the
 * closures of a governorate where one is named.
 *
 * A date and time is the day it lies in where the office is. Counted is from the day after `from` to `to`: from a Thursday to
 * the Sunday after it is one working day, as deadlines count it.
 */
import { isWorkingDay, type OfficeDays } from '../../office-days.ts'
import { isEpochDay } from '../calendar.ts'
import { unusable } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import { FeelDate, FeelDateTime, millisPerDay } from '../temporal.ts'
import { instantOf, localOf } from '../zone.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { dateOrDateTime, text, whole } from './kind.ts'

const MOST_DAYS = 10_000
const daysAStep = 4

const governorate = optional('governorate', text)

export const workingDayBuiltins: readonly Builtin[] = [
  builtin(
    'is working day',
    signature([param('date', dateOrDateTime), governorate], (run, date, where) =>
      isWorkingDay(daysOf(run), dayOf(run, date), where),
    ),
  ),
  builtin(
    'add working days',
    signature([param('date', dateOrDateTime), param('days', whole), governorate], (run, date, days, where) =>
      moved(date, stepsTo(run, dayOf(run, date), days, where)),
    ),
  ),
  builtin(
    'working days between',
    signature([param('from', dateOrDateTime), param('to', dateOrDateTime), governorate], (run, from, to, where) => {
      const [first, last] = [dayOf(run, from), dayOf(run, to)]
      return last < first ? 0 - counted(run, last, first, where) : counted(run, first, last, where)
    }),
  ),
]

function daysOf(run: Run): OfficeDays {
  const { days } = run
  if (days === undefined) throw new Failure('value', 'Expected the calendar of an office here, but there is none')
  return days
}

/** Days since 1970-01-01, where the office is. */
function dayOf(run: Run, date: FeelDate | FeelDateTime): number {
  if (date instanceof FeelDate) return date.epochDay
  const local = date.zone === null ? date.local : localOf(instantOf(date, run), run.timeZone, run)
  return Math.floor(local / millisPerDay)
}

/** How many days of the calendar so many working days are, backwards where their number is negative. */
function stepsTo(run: Run, from: number, count: number, where: string | undefined): number {
  if (Math.abs(count) > MOST_DAYS)
    throw unusable(`at most ${MOST_DAYS.toLocaleString('en-US')} working days`, String(count))
  const days = daysOf(run)
  const step = count < 0 ? -1 : 1
  let moved = 0
  for (let left = Math.abs(count); left > 0;) {
    moved += step
    if (moved % daysAStep === 0) run.charge(1)
    if (isWorkingDay(days, from + moved, where)) left--
  }
  return moved
}

function counted(run: Run, first: number, last: number, where: string | undefined): number {
  run.charge(Math.ceil((last - first) / daysAStep))
  const days = daysOf(run)
  let count = 0
  for (let day = first + 1; day <= last; day++) if (isWorkingDay(days, day, where)) count++
  return count
}

/** At the same time of day. */
function moved(date: FeelDate | FeelDateTime, days: number): FeelDate | FeelDateTime {
  const from = date instanceof FeelDate ? date.epochDay : Math.floor(date.local / millisPerDay)
  if (!isEpochDay(from + days)) throw unusable('a day within the years -9999 to 9999', `${String(days)} days on`)
  if (date instanceof FeelDate) return new FeelDate(from + days)
  return new FeelDateTime(date.local + days * millisPerDay, date.zone)
}
