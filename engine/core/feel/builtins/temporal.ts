/**
 * Built-in functions that make dates, times and durations, and read the calendar.
 */
import {
  dayOfYearOf,
  daysInMonth,
  civilOf,
  epochDayOf,
  isCivilDate,
  monthsBetween,
  weekdayOf,
  weekOfYearOf,
} from '../calendar.ts'
import { quoted, unusable } from '../expected.ts'
import type { Run } from '../run.ts'
import { readDate, readDateTime, readDuration, readTime, temporalText } from '../temporal-text.ts'
import {
  type DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  millisPerDay,
  YearsMonthsDuration,
  type Zone,
} from '../temporal.ts'
import { instantOf, isZoneName, localOf } from '../zone.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { date, dateOrDateTime, dateTime, daysDuration, duration, number, text, time, whole } from './kind.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const stepsToRead = 4

export const temporalBuiltins: readonly Builtin[] = [
  builtin(
    'date',
    signature([param('from', text)], (run, from) => read(run, from, readDate, 'a date like 2026-11-23')),
    signature([param('from', dateOrDateTime)], (_run, from) => new FeelDate(epochDayIn(from))),
    signature([param('year', whole), param('month', whole), param('day', whole)], (_run, year, month, day) =>
      civil(year, month, day),
    ),
  ),
  builtin(
    'time',
    signature([param('from', text)], (run, from) => read(run, from, readTime, 'a time like 10:30:00')),
    signature([param('from', time)], (_run, from) => from),
    signature(
      [param('from', dateTime)],
      (_run, from) => new FeelTime(from.local - epochDayIn(from) * millisPerDay, from.zone),
    ),
    signature([param('from', date)], () => new FeelTime(0, 0)),
    signature(
      [param('hour', whole), param('minute', whole), param('second', number), optional('offset', daysDuration)],
      (_run, hour, minute, second, offset) => clock(hour, minute, second, zoneOf(offset)),
    ),
  ),
  builtin(
    'date and time',
    signature([param('from', text)], (run, from) =>
      read(run, from, readDateTime, 'a date and time like 2026-11-23T10:30:00'),
    ),
    signature([param('from', dateTime)], (_run, from) => from),
    signature([param('from', date)], (_run, from) => new FeelDateTime(from.epochDay * millisPerDay, null)),
    signature([param('date', dateOrDateTime), param('time', time)], (_run, day, at) => together(day, at)),
    signature([param('date', dateTime), param('timezone', text)], moveTo),
    signature(
      [
        param('year', whole),
        param('month', whole),
        param('day', whole),
        param('hour', whole),
        param('minute', whole),
        param('second', number),
        optional('offset', daysDuration),
      ],
      (_run, year, month, day, hour, minute, second, offset) =>
        together(civil(year, month, day), clock(hour, minute, second, zoneOf(offset))),
    ),
  ),
  builtin(
    'duration',
    signature([param('from', text)], (run, from) =>
      read(run, from, readDuration, 'a duration of years and months like P1Y6M, or of days and time like P3DT2H'),
    ),
    signature([param('from', duration)], (_run, from) => from),
  ),
  builtin(
    'years and months duration',
    signature(
      [param('from', dateOrDateTime), param('to', dateOrDateTime)],
      (_run, from, to) => new YearsMonthsDuration(monthsBetween(epochDayIn(from), epochDayIn(to))),
    ),
  ),
  builtin(
    'now',
    signature([], (run) => new FeelDateTime(localOf(run.now, run.timeZone, run), run.timeZone)),
  ),
  builtin(
    'today',
    signature([], (run) => new FeelDate(Math.floor(localOf(run.now, run.timeZone, run) / millisPerDay))),
  ),
  builtin(
    'cycle',
    signature([param('interval', duration)], (_run, interval) => `R/${temporalText(interval)}`),
    signature(
      [param('repetitions', whole), param('interval', duration)],
      (_run, repetitions, interval) => `R${String(repetitions)}/${temporalText(interval)}`,
    ),
  ),
  ofDate('day of year', (epochDay) => dayOfYearOf(epochDay)),
  ofDate('day of week', (epochDay) => weekdays[weekdayOf(epochDay) - 1] ?? null),
  ofDate('month of year', (epochDay) => months[civilOf(epochDay).month - 1] ?? null),
  ofDate('week of year', (epochDay) => weekOfYearOf(epochDay)),
  ofDate('last day of month', (epochDay) => {
    const { year, month } = civilOf(epochDay)
    return new FeelDate(epochDayOf({ year, month, day: daysInMonth(year, month) }))
  }),
]

function ofDate(name: string, ask: (epochDay: number) => number | string | null | FeelDate): Builtin {
  return builtin(
    name,
    signature([param('date', dateOrDateTime)], (_run, from) => ask(epochDayIn(from))),
  )
}

function epochDayIn(value: FeelDate | FeelDateTime): number {
  return value instanceof FeelDate ? value.epochDay : Math.floor(value.local / millisPerDay)
}

function read<T>(run: Run, from: string, reader: (text: string) => T | null, wanted: string): T {
  run.charge(stepsToRead)
  const value = from.length > 100 ? null : reader(from)
  if (value === null) throw unusable(wanted, quoted(from))
  return value
}

function civil(year: number, month: number, day: number): FeelDate {
  if (!isCivilDate({ year, month, day }))
    throw unusable('a day that exists', `year ${String(year)}, month ${String(month)}, day ${String(day)}`)
  return new FeelDate(epochDayOf({ year, month, day }))
}

function clock(hour: number, minute: number, second: number, zone: Zone): FeelTime {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !(second >= 0 && second < 60))
    throw unusable('a time from 00:00:00 to 23:59:59', `${String(hour)}:${String(minute)}:${String(second)}`)
  return new FeelTime((hour * 60 + minute) * 60_000 + Math.floor(second * 1000), zone)
}

function zoneOf(offset: DaysTimeDuration | undefined): Zone {
  if (offset === undefined) return null
  const seconds = offset.millis / 1000
  if (!Number.isInteger(seconds) || Math.abs(seconds) > 18 * 3600)
    throw unusable('an offset within 18 hours', `${String(seconds)} seconds`)
  return seconds
}

function together(day: FeelDate | FeelDateTime, at: FeelTime): FeelDateTime {
  return new FeelDateTime(epochDayIn(day) * millisPerDay + at.millis, at.zone)
}

/** The same instant on the clock of another zone; a value without a zone is taken to be on that clock already. */
function moveTo(run: Run, value: FeelDateTime, zone: string): FeelDateTime {
  if (!isZoneName(zone)) throw unusable('the name of a time zone like "Asia/Hebron"', quoted(zone))
  if (value.zone === null) return new FeelDateTime(value.local, zone)
  return new FeelDateTime(localOf(instantOf(value, run), zone, run), zone)
}
