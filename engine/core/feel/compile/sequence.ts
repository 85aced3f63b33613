/**
 * What `for`, `some` and `every` go through: a list, or numbers or days counted one by one and never written out.
 */
import { describe, expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import { FeelDate } from '../temporal.ts'
import { FeelRange, type FeelValue, isList } from '../value.ts'

export interface Sequence {
  readonly length: number
  at(index: number): FeelValue
}

/** The items of a list or of a closed range; a single value is a list of one. */
export function sequenceOf(value: FeelValue): Sequence {
  if (isList(value)) return { length: value.length, at: (index) => value[index] ?? null }
  if (value instanceof FeelRange) return countedRange(value)
  if (value === null) throw expected('a list or a range after in', value)
  return { length: 1, at: () => value }
}

/** `from..to`, downwards when `to` is lower. */
export function counted(from: FeelValue, to: FeelValue): Sequence {
  if (from instanceof FeelDate && to instanceof FeelDate)
    return between(from.epochDay, to.epochDay, (epochDay) => new FeelDate(epochDay))
  if (!isWhole(from)) throw expected('a whole number or a date left of ..', from)
  if (!isWhole(to)) throw expected('a whole number right of ..', to)
  return between(from, to, (number) => number)
}

function countedRange(range: FeelRange): Sequence {
  if (range.start === null || range.end === null)
    throw new Failure('value', `Expected a range with both ends after in, but found ${describe(range)} with one`)
  const all = counted(range.start, range.end)
  const first = range.startIncluded ? 0 : 1
  const length = Math.max(0, all.length - first - (range.endIncluded ? 0 : 1))
  return { length, at: (index) => all.at(index + first) }
}

function between(from: number, to: number, make: (number: number) => FeelValue): Sequence {
  const step = from <= to ? 1 : -1
  return { length: Math.abs(to - from) + 1, at: (index) => make(from + step * index) }
}

function isWhole(value: FeelValue): value is number {
  return Number.isSafeInteger(value)
}
