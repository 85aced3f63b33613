/**
 * When two values are the same, and which comes first: what `=`, `<`, `sort`, ranges and lists agree on.
 */
import type { Meter } from './meter.ts'
import { DaysTimeDuration, FeelDate, FeelDateTime, FeelTime, YearsMonthsDuration } from './temporal.ts'
import { FeelFunction, FeelRange, type FeelContext, type FeelValue, isContext, isList } from './value.ts'
import { instantOf } from './zone.ts'

/** Deep equality; values of different kinds are never the same. Charged by the size of what is looked at. */
export function same(left: FeelValue, right: FeelValue, meter: Meter, depth = 0): boolean {
  if (typeof left === 'string') return typeof right === 'string' && sameTexts(left, right, meter)
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  if (left === right) return true
  meter.charge(1)
  meter.level(depth)
  if (isList(left)) return isList(right) && sameLists(left, right, meter, depth)
  if (isList(right)) return false
  if (left instanceof FeelFunction || right instanceof FeelFunction) return left === right
  if (left instanceof FeelRange) return right instanceof FeelRange && sameRanges(left, right, meter, depth)
  if (isContext(left)) return isContext(right) && sameContexts(left, right, meter, depth)
  return compare(left, right, meter) === 0
}

export function sameTexts(left: string, right: string, meter: Meter): boolean {
  if (left.length !== right.length) return false
  meter.charge(left.length >> 13)
  return left === right
}

function sameLists(left: readonly FeelValue[], right: readonly FeelValue[], meter: Meter, depth: number): boolean {
  if (left.length !== right.length) return false
  meter.charge(left.length >> 3)
  return left.every((item, index) => same(item, right[index] ?? null, meter, depth + 1))
}

function sameRanges(left: FeelRange, right: FeelRange, meter: Meter, depth: number): boolean {
  return (
    left.startIncluded === right.startIncluded &&
    left.endIncluded === right.endIncluded &&
    same(left.start, right.start, meter, depth + 1) &&
    same(left.end, right.end, meter, depth + 1)
  )
}

function sameContexts(left: FeelContext, right: FeelContext, meter: Meter, depth: number): boolean {
  const keys = Object.keys(left)
  meter.charge(keys.length)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key] ?? null, right[key] ?? null, meter, depth + 1))
  )
}

/**
 * Below, at or above zero as `left` comes before, with or after `right`; null when the two have no order: different kinds, kinds without
 * order, or times of which only one has a zone.
 */
export function compare(left: FeelValue, right: FeelValue, meter: Meter): number | null {
  if (typeof left === 'number') return typeof right === 'number' ? left - right : null
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null
    meter.charge(Math.min(left.length, right.length) >> 12)
    return left === right ? 0 : left < right ? -1 : 1
  }
  if (left instanceof FeelDate) return right instanceof FeelDate ? left.epochDay - right.epochDay : null
  if (left instanceof FeelDateTime) return right instanceof FeelDateTime ? compareDateTimes(left, right, meter) : null
  if (left instanceof FeelTime) return right instanceof FeelTime ? compareTimes(left, right) : null
  if (left instanceof DaysTimeDuration) return right instanceof DaysTimeDuration ? left.millis - right.millis : null
  if (left instanceof YearsMonthsDuration)
    return right instanceof YearsMonthsDuration ? left.months - right.months : null
  return null
}

function compareDateTimes(left: FeelDateTime, right: FeelDateTime, meter: Meter): number | null {
  if ((left.zone === null) !== (right.zone === null)) return null
  if (left.zone === right.zone && typeof left.zone !== 'string') return left.local - right.local
  return instantOf(left, meter) - instantOf(right, meter)
}

/** The offset of a named zone depends on the date, which a time does not have: such times compare within their zone only. */
function compareTimes(left: FeelTime, right: FeelTime): number | null {
  if (left.zone === right.zone) return left.millis - right.millis
  if (typeof left.zone !== 'number' || typeof right.zone !== 'number') return null
  return left.millis - left.zone * 1000 - (right.millis - right.zone * 1000)
}
