/**
 * What must come before what: the executor's order of events is one of those the standard allows.
 *
 * Of two tokens that reach the same step by different flows at the same moment, the standard does not say which is the
 * first; so where the names do not fit, any fact of the same name but for its numbers may stand in.
 */
import type { Fact } from '../reference/play.ts'

/** The first fact of the executor that comes before one it depends on. */
export function tooEarly(expected: readonly Fact[], found: readonly string[]): string | undefined {
  const place = new Map(found.map((fact, index) => [fact, index]))
  const isLater = (cause: string, key: string): boolean => (place.get(cause) ?? -1) > (place.get(key) ?? Infinity)
  if (!expected.some(({ key, after }) => after.some((cause) => isLater(cause, key)))) return undefined
  return withoutCause(expected, found)
}

function withoutCause(expected: readonly Fact[], found: readonly string[]): string | undefined {
  const open = new Map<string, Fact[]>()
  for (const fact of expected) open.set(nameOf(fact.key), [...(open.get(nameOf(fact.key)) ?? []), fact])
  const missing = new Set(expected.map(({ key }) => key))
  for (const one of found) {
    const candidates = open.get(nameOf(one)) ?? []
    const ready = candidates.filter(({ after }) => !after.some((cause) => missing.has(cause)))
    const chosen = ready.find(({ key }) => key === one) ?? ready[0]
    if (!chosen) return `order: "${one}" comes before ${JSON.stringify(candidates[0]?.after)}`
    candidates.splice(candidates.indexOf(chosen), 1)
    missing.delete(chosen.key)
  }
  return undefined
}

const nameOf = (fact: string): string => fact.replaceAll(/#\d+/g, '')
