/** The order of importance of answers: by the first output's list of values, then the second's, and so on. */
import { Failure } from '../../feel/failure.ts'
import { describe } from '../../feel/expected.ts'
import type { FeelValue } from '../../feel/feel.ts'
import type { Meter } from '../../feel/meter.ts'
import { same } from '../../feel/order.ts'
import type { Hits } from './policy.ts'

/** The matched rules, the most important answer first; equals stay in table order. */
export function ranked(hits: Hits): readonly number[] {
  const ranks = new Map(hits.rules.map((rule) => [rule, rankOf(rule, hits)]))
  return [...hits.rules].sort((a, b) => compare(ranks.get(a) ?? [], ranks.get(b) ?? []))
}

function rankOf(rule: number, hits: Hits): readonly number[] {
  const cells = hits.cells(rule)
  return hits.priorities.map((values, column) =>
    values.length === 0 ? 0 : position(cells[column] ?? null, values, hits.run.meter),
  )
}

/** An empty answer comes last. */
function position(value: FeelValue, values: readonly FeelValue[], meter: Meter): number {
  if (value === null) return values.length
  const at = values.findIndex((listed) => same(listed, value, meter))
  if (at < 0) throw new Failure('value', `Expected one of the listed output values, but found ${describe(value)}`)
  return at
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [column, rank] of a.entries()) {
    const other = b[column] ?? 0
    if (rank !== other) return rank - other
  }
  return 0
}
