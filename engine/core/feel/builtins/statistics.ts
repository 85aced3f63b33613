/**
 * Built-in functions that make one value of many: totals, extremes, averages. Each takes a list or the items themselves.
 *
 * Of an empty list, sum, product, min, max, mean, median and stddev are null, as DMN has it.
 */
import { expected, unusable } from '../expected.ts'
import { add, divide, multiply, subtract } from '../number.ts'
import { compare } from '../order.ts'
import type { Run } from '../run.ts'
import type { FeelValue } from '../value.ts'
import { type Builtin, builtin, type Signature } from './builtin.ts'
import { overItems } from './items.ts'

export const statisticsBuiltins: readonly Builtin[] = [
  builtin('count', ...overItems((_run, items) => items.length)),
  builtin('min', ...overItems((run, items) => extreme(run, items, -1))),
  builtin('max', ...overItems((run, items) => extreme(run, items, 1))),
  builtin('sum', ...overNumbers((numbers) => finite(numbers.reduce(add)))),
  builtin('product', ...overNumbers((numbers) => finite(numbers.reduce(multiply)))),
  builtin('mean', ...overNumbers(mean)),
  builtin('median', ...overNumbers(median)),
  builtin('stddev', ...overNumbers(deviation)),
  builtin('mode', ...overItems((run, items) => mode(numbersOf(run, items)))),
]

function overNumbers(body: (numbers: readonly number[]) => FeelValue): readonly Signature[] {
  return overItems((run, items) => (items.length === 0 ? null : body(numbersOf(run, items))))
}

function numbersOf(run: Run, items: readonly FeelValue[]): readonly number[] {
  run.charge(items.length)
  return items.map((item) => {
    if (typeof item !== 'number') throw expected('numbers in the list', item)
    return item
  })
}

function extreme(run: Run, items: readonly FeelValue[], direction: 1 | -1): FeelValue {
  run.charge(items.length)
  const [first = null, ...others] = items
  if (items.length === 1 && compare(first, first, run) === null)
    throw expected('numbers, strings, dates, times or durations in the list', first)
  let best = first
  for (const item of others) {
    const order = compare(item, best, run)
    if (order === null) throw expected('values of one kind that has an order in the list', item)
    if (order * direction > 0) best = item
  }
  return best
}

function mean(numbers: readonly number[]): number {
  return finite(divide(numbers.reduce(add), numbers.length))
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : finite(divide(add(sorted[middle - 1] ?? 0, upper), 2))
}

/** Of a sample, as DMN has it; of one number it is not known. */
function deviation(numbers: readonly number[]): FeelValue {
  if (numbers.length === 1) return null
  const centre = mean(numbers)
  const squares = numbers.map((number) => subtract(number, centre)).map((distance) => multiply(distance, distance))
  return finite(Math.sqrt(divide(squares.reduce(add), numbers.length - 1)))
}

/** The most frequent numbers, in ascending order. */
function mode(numbers: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const most = Math.max(0, ...new Set(counts.values()))
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([number]) => number)
    .sort((a, b) => a - b)
}

function finite(result: number): number {
  if (!Number.isFinite(result)) throw unusable('a result of at most 308 digits', 'a larger one')
  return result
}
