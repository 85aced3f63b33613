/**
 * Sorting by a question ("does a come before b?") or by the natural order of numbers, strings, dates, times and durations. Stable.
 */
import { expected } from '../expected.ts'
import { compare } from '../order.ts'
import type { Run } from '../run.ts'
import type { FeelValue } from '../value.ts'

export type Precedes = (left: FeelValue, right: FeelValue) => boolean

export function sorted(run: Run, items: readonly FeelValue[], precedes: Precedes | null): readonly FeelValue[] {
  run.listOf(items.length)
  return items.toSorted((left, right) => {
    run.charge(1)
    if (precedes !== null) return precedes(left, right) ? -1 : precedes(right, left) ? 1 : 0
    const order = compare(left, right, run)
    if (order === null) throw expected('values of one kind that has an order in the list', left)
    return order
  })
}
