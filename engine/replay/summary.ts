/** Many replayed applications together: how many decide otherwise, and at which elements. */
import type { Difference } from './difference.ts'
import type { Replayed } from './replay.ts'

export interface ElementSummary {
  readonly kind: Difference['kind']
  readonly element: string
  readonly name: string
  /** Applications that differ here. */
  readonly applications: number
  /** Of them, those whose first difference this is: what comes after often follows from it. */
  readonly first: number
}

export interface Summary {
  readonly applications: number
  readonly same: number
  /** Those that could not be followed to their end, whether they differ before or not. */
  readonly stopped: number
  readonly elements: readonly ElementSummary[]
}

/** The elements at which most applications differ come first. */
export function summaryOf(all: readonly Pick<Replayed, 'differences' | 'stopped'>[]): Summary {
  const elements = new Map<string, ElementSummary>()
  for (const { differences } of all) {
    const seen = new Set<string>()
    for (const [index, { kind, element, name }] of differences.entries()) {
      const key = JSON.stringify([kind, element, name])
      if (seen.has(key)) continue
      seen.add(key)
      const before = elements.get(key) ?? { kind, element, name, applications: 0, first: 0 }
      const first = before.first + (index === 0 ? 1 : 0)
      elements.set(key, { ...before, applications: before.applications + 1, first })
    }
  }
  return {
    applications: all.length,
    same: all.filter(({ differences }) => differences.length === 0).length,
    stopped: all.filter(({ stopped }) => stopped !== undefined).length,
    elements: [...elements.values()].toSorted(
      (one, other) => other.first - one.first || other.applications - one.applications,
    ),
  }
}
