/**
 * Whether a value lies in a range: an age in [18..65], a date before the deadline.
 */
import type { Meter } from './meter.ts'
import { compare } from './order.ts'
import type { FeelRange, FeelValue } from './value.ts'

/** Null when the value and the ends of the range have no common order. */
export function rangeHolds(range: FeelRange, value: FeelValue, meter: Meter): boolean | null {
  if (range.start !== null) {
    const order = compare(range.start, value, meter)
    if (order === null) return null
    if (order > 0 || (order === 0 && !range.startIncluded)) return false
  }
  if (range.end !== null) {
    const order = compare(value, range.end, meter)
    if (order === null) return null
    if (order > 0 || (order === 0 && !range.endIncluded)) return false
  }
  return true
}
