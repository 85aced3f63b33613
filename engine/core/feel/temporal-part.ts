/**
 * The parts of dates, times and durations one can ask for: `birthdate.year`, `duration.days`, `now().timezone`.
 */
import { civilOf, weekdayOf } from './calendar.ts'
import type { Meter } from './meter.ts'
import {
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  type FeelTemporal,
  FeelTime,
  millisPerDay,
  type Zone,
} from './temporal.ts'
import type { FeelValue } from './value.ts'
import { offsetSecondsOf } from './zone.ts'

/** The value of a part, or undefined when the value has no such part. */
export function temporalPart(value: FeelTemporal, key: string, meter: Meter): FeelValue | undefined {
  if (value instanceof FeelDate) return datePart(value.epochDay, key)
  if (value instanceof FeelTime) return timePart(value.millis, key) ?? zonePart(value.zone, offsetOfTime(value), key)
  if (value instanceof FeelDateTime) return dateTimePart(value, key, meter)
  return value instanceof DaysTimeDuration ? daysPart(value.millis, key) : monthsPart(value.months, key)
}

function dateTimePart(value: FeelDateTime, key: string, meter: Meter): FeelValue | undefined {
  const day = Math.floor(value.local / millisPerDay)
  const part = datePart(day, key) ?? timePart(value.local - day * millisPerDay, key)
  return part ?? zonePart(value.zone, key === 'time offset' ? offsetSecondsOf(value, meter) : null, key)
}

function datePart(epochDay: number, key: string): number | undefined {
  switch (key) {
    case 'year':
      return civilOf(epochDay).year
    case 'month':
      return civilOf(epochDay).month
    case 'day':
      return civilOf(epochDay).day
    case 'weekday':
      return weekdayOf(epochDay)
    default:
      return undefined
  }
}

function timePart(millis: number, key: string): number | undefined {
  switch (key) {
    case 'hour':
      return Math.floor(millis / 3_600_000)
    case 'minute':
      return Math.floor(millis / 60_000) % 60
    case 'second':
      return Math.floor(millis / 1000) % 60
    default:
      return undefined
  }
}

function zonePart(zone: Zone, offset: number | null, key: string): FeelValue | undefined {
  if (key === 'time offset') return offset === null ? null : new DaysTimeDuration(offset * 1000)
  if (key === 'timezone') return typeof zone === 'string' ? zone : null
  return undefined
}

function offsetOfTime(value: FeelTime): number | null {
  return typeof value.zone === 'number' ? value.zone : null
}

function daysPart(millis: number, key: string): number | undefined {
  switch (key) {
    case 'days':
      return Math.trunc(millis / millisPerDay) + 0
    case 'hours':
      return (Math.trunc(millis / 3_600_000) % 24) + 0
    case 'minutes':
      return (Math.trunc(millis / 60_000) % 60) + 0
    case 'seconds':
      return (Math.trunc(millis / 1000) % 60) + 0
    default:
      return undefined
  }
}

function monthsPart(months: number, key: string): number | undefined {
  switch (key) {
    case 'years':
      return Math.trunc(months / 12) + 0
    case 'months':
      return (months % 12) + 0
    default:
      return undefined
  }
}
