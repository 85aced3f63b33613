/**
 * Which values of a list are the first of their kind: numbers and strings by lookup, everything else by comparing, which is charged.
 */
import { same } from '../order.ts'
import type { Run } from '../run.ts'
import type { FeelValue } from '../value.ts'

/** Each value once, in the order of first appearance. */
export function distinct(run: Run, items: readonly FeelValue[]): readonly FeelValue[] {
  run.listOf(items.length)
  const seen = new Seen(run)
  return items.filter((item) => seen.isNew(item))
}

/** Each value that appears more than once, once. */
export function duplicates(run: Run, items: readonly FeelValue[]): readonly FeelValue[] {
  run.listOf(items.length)
  const seen = new Seen(run)
  return distinct(
    run,
    items.filter((item) => !seen.isNew(item)),
  )
}

/** Long strings of one length share a hash in the engine beneath, so each is charged for meeting all others. */
class Seen {
  private readonly scalars = new Set<FeelValue>()
  private readonly others: FeelValue[] = []
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  isNew(item: FeelValue): boolean {
    this.run.charge(1)
    if (typeof item === 'string') this.run.charge((item.length >> 13) * (1 + this.scalars.size))
    if (typeof item !== 'object' || item === null) {
      const before = this.scalars.size
      return this.scalars.add(item).size > before
    }
    if (this.others.some((other) => same(other, item, this.run))) return false
    this.others.push(item)
    return true
  }
}
