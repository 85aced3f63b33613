/**
 * Deadlines: dates and durations added, subtracted, multiplied and divided.
 *
 * Each operation gives null where it is not defined for the two values, and fails when the result leaves the years -9999 to 9999.
 * A date plus days and time stays a date: the hours that make no full day are cut. Durations of days and time move zoned values along the
 * time line, months along the calendar.
 */
import { isEpochDay, plusMonths } from './calendar.ts'
import { Failure } from './failure.ts'
import type { Meter } from './meter.ts'
import { divide, multiply } from './number.ts'
import { DaysTimeDuration, FeelDate, FeelDateTime, FeelTime, millisPerDay, YearsMonthsDuration } from './temporal.ts'
import type { FeelValue } from './value.ts'
import { instantOf, localOf } from './zone.ts'

export function addTemporal(left: FeelValue, right: FeelValue, meter: Meter): FeelValue {
  if (left instanceof DaysTimeDuration) {
    if (right instanceof DaysTimeDuration) return days(left.millis + right.millis)
    return isPoint(right) ? shift(right, left, 1, meter) : null
  }
  if (left instanceof YearsMonthsDuration) {
    if (right instanceof YearsMonthsDuration) return months(left.months + right.months)
    return isPoint(right) ? shift(right, left, 1, meter) : null
  }
  return isPoint(left) ? shift(left, right, 1, meter) : null
}

export function subtractTemporal(left: FeelValue, right: FeelValue, meter: Meter): FeelValue {
  if (left instanceof DaysTimeDuration)
    return right instanceof DaysTimeDuration ? days(left.millis - right.millis) : null
  if (left instanceof YearsMonthsDuration)
    return right instanceof YearsMonthsDuration ? months(left.months - right.months) : null
  if (!isPoint(left)) return null
  return isPoint(right) ? distance(left, right, meter) : shift(left, right, -1, meter)
}

export function multiplyTemporal(left: FeelValue, right: FeelValue): FeelValue {
  if (typeof left === 'number') return typeof right === 'number' ? null : multiplyTemporal(right, left)
  if (typeof right !== 'number') return null
  if (left instanceof DaysTimeDuration) return days(multiply(left.millis, right))
  return left instanceof YearsMonthsDuration ? months(multiply(left.months, right)) : null
}

export function divideTemporal(left: FeelValue, right: FeelValue): FeelValue {
  if (left instanceof DaysTimeDuration) {
    if (right instanceof DaysTimeDuration) return divide(left.millis, nonZero(right.millis))
    return typeof right === 'number' ? days(divide(left.millis, nonZero(right))) : null
  }
  if (!(left instanceof YearsMonthsDuration)) return null
  if (right instanceof YearsMonthsDuration) return divide(left.months, nonZero(right.months))
  return typeof right === 'number' ? months(divide(left.months, nonZero(right))) : null
}

export function negateTemporal(value: FeelValue): FeelValue {
  if (value instanceof DaysTimeDuration) return days(0 - value.millis)
  return value instanceof YearsMonthsDuration ? months(0 - value.months) : null
}

type Point = FeelDate | FeelDateTime | FeelTime

function isPoint(value: FeelValue): value is Point {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime
}

function shift(point: Point, by: FeelValue, sign: 1 | -1, meter: Meter): FeelValue {
  if (by instanceof YearsMonthsDuration) return shiftMonths(point, sign * by.months)
  if (!(by instanceof DaysTimeDuration)) return null
  const millis = sign * by.millis
  if (point instanceof FeelDate) return dateOf(point.epochDay + Math.floor(millis / millisPerDay))
  if (point instanceof FeelTime)
    return new FeelTime((((point.millis + millis) % millisPerDay) + millisPerDay) % millisPerDay, point.zone)
  if (typeof point.zone !== 'string') return dateTimeOf(point.local + millis, point)
  return dateTimeOf(localOf(instantOf(point, meter) + millis, point.zone, meter), point)
}

function shiftMonths(point: Point, by: number): FeelValue {
  if (point instanceof FeelTime) return null
  if (Math.abs(by) > 12 * 20_000) throw tooFar()
  if (point instanceof FeelDate) return dateOf(plusMonths(point.epochDay, by))
  const day = Math.floor(point.local / millisPerDay)
  return dateTimeOf(plusMonths(day, by) * millisPerDay + (point.local - day * millisPerDay), point)
}

function distance(left: Point, right: Point, meter: Meter): FeelValue {
  if (left instanceof FeelTime || right instanceof FeelTime) {
    if (!(left instanceof FeelTime && right instanceof FeelTime)) return null
    if (left.zone === right.zone) return days(left.millis - right.millis)
    if (typeof left.zone !== 'number' || typeof right.zone !== 'number') return null
    return days(left.millis - left.zone * 1000 - (right.millis - right.zone * 1000))
  }
  const from = left instanceof FeelDate ? new FeelDateTime(left.epochDay * millisPerDay, null) : left
  const to = right instanceof FeelDate ? new FeelDateTime(right.epochDay * millisPerDay, null) : right
  if ((from.zone === null) !== (to.zone === null)) return null
  return days(instantOf(from, meter) - instantOf(to, meter))
}

function dateOf(epochDay: number): FeelDate {
  if (!isEpochDay(epochDay)) throw tooFar()
  return new FeelDate(epochDay)
}

function dateTimeOf(local: number, like: FeelDateTime): FeelDateTime {
  if (!isEpochDay(Math.floor(local / millisPerDay))) throw tooFar()
  return new FeelDateTime(local, like.zone)
}

function days(millis: number): DaysTimeDuration {
  if (!(Math.abs(millis) <= Number.MAX_SAFE_INTEGER)) throw tooFar()
  return new DaysTimeDuration(Math.trunc(millis) + 0)
}

function months(amount: number): YearsMonthsDuration {
  if (!(Math.abs(amount) <= Number.MAX_SAFE_INTEGER)) throw tooFar()
  return new YearsMonthsDuration(Math.trunc(amount) + 0)
}

function nonZero(divisor: number): number {
  if (divisor === 0) throw new Failure('value', 'Expected a divisor other than 0, but found 0')
  return divisor
}

function tooFar(): Failure {
  return new Failure('value', 'Expected a result between the years -9999 and 9999, but it lies beyond')
}
