/**
 * What must come before what: the executor's order of events is one of those the standard allows.
 *
 * Of two tokens that reach the same step by different flows at the same moment, the standard does not say which is the
 * first; so where the names do not fit, any fact of the same name but for its numbers may stand in, the same one throughout.
 */
import type { Fact } from '../reference/play.ts'

/** The first fact of the executor that comes before one it depends on. */
export function tooEarly(expected: readonly Fact[], found: readonly string[]): string | undefined {
  const place = new Map(found.map((fact, index) => [fact, index]))
  const isLater = (cause: string, key: string): boolean => (place.get(cause) ?? -1) > (place.get(key) ?? Infinity)
  if (!expected.some(({ key, after }) => after.some((cause) => isLater(cause, key)))) return undefined
  return withoutCause(expected, found)
}

/** Ways to give names to tokens that race each other, tried before the order is said to be none. */
const MOST_TRIES = 100_000

function withoutCause(expected: readonly Fact[], found: readonly string[]): string | undefined {
  const open = Map.groupBy(expected, ({ key }) => nameOf(key))
  const missing = new Set(expected.map(({ key }) => key))
  let tries = 0
  let furthest = -1
  let told: string | undefined
  const goesOn = (index: number): boolean => {
    const one = found[index]
    if (one === undefined) return true
    const candidates = (open.get(nameOf(one)) ?? []).filter(({ key }) => missing.has(key))
    const ready = candidates.filter(({ after }) => !after.some((cause) => missing.has(cause)))
    if (ready.length === 0 && index > furthest) {
      furthest = index
      told = `order: "${one}" comes before ${JSON.stringify(candidates[0]?.after)}`
    }
    // By its own name first: another is only meant where tokens have changed places.
    for (const { key } of ready.toSorted((a, b) => Number(b.key === one) - Number(a.key === one))) {
      if (tries++ > MOST_TRIES) return false
      missing.delete(key)
      if (goesOn(index + 1)) return true
      missing.add(key)
    }
    return false
  }
  return goesOn(0) ? undefined : told
}

const nameOf = (fact: string): string => fact.replaceAll(/#\d+/g, '')
