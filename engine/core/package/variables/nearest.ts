/** The name somebody may have meant: at most a third of its letters differ, and not all. */

export function nearest(name: string, names: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 3))
  return names
    .map((it) => ({ it, away: distance(name.toLowerCase(), it.toLowerCase()) }))
    .filter(({ away }) => away <= most && away < name.length)
    .sort((one, other) => one.away - other.away)[0]?.it
}

/** Letters to add, drop, change or swap with the next, names being short. */
function distance(one: string, other: string): number {
  let last: readonly number[] = []
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= other.length; j++) {
      const swapped = letter === other[j - 2] && one[i - 1] === other[j - 1] ? (last[j - 2] ?? Infinity) + 1 : Infinity
      const changed = (row[j - 1] ?? 0) + (other[j - 1] === letter ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped))
    }
    last = row
    row = next
  }
  return row[other.length] ?? other.length
}
