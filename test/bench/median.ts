/** The middle of several measurements: what a noisy machine cannot move much. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('Expected at least one measurement')
  return middle
}
