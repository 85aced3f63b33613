/** What the judge found against the server, one sentence each. */
export interface Findings {
  /** Acknowledged, but not there. */
  readonly lost: readonly string[]
  /** Took effect more than once. */
  readonly duplicated: readonly string[]
  /** Any other broken promise. */
  readonly broken: readonly string[]
}

export const NOTHING: Findings = { lost: [], duplicated: [], broken: [] }

export const together = (all: readonly Findings[]): Findings => ({
  lost: all.flatMap(({ lost }) => lost),
  duplicated: all.flatMap(({ duplicated }) => duplicated),
  broken: all.flatMap(({ broken }) => broken),
})

export const isClean = ({ lost, duplicated, broken }: Findings): boolean =>
  lost.length + duplicated.length + broken.length === 0

/** Each text that stands in the list more than once, with its count. */
export function repeated(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 1)
}
