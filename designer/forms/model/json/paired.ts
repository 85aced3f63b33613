/** Which entry of a list is which after a change: those that are the same, and between them those that changed where they stand. */
import type { JsonValue } from '../../../../engine/core/json.ts'
import { isSame } from './pointer.ts'

/** @returns for every entry of the new list the index it had, or undefined where it is new */
export function paired(before: readonly JsonValue[], after: readonly JsonValue[]): readonly (number | undefined)[] {
  const taken = new Set<number>()
  const found = after.map((it, index) => {
    const same = [index, ...before.keys()].find((at) => !taken.has(at) && at < before.length && isSame(before[at], it))
    if (same !== undefined) taken.add(same)
    return same
  })
  return found.map((at, index) => at ?? changed(index, found, before.length, taken))
}

/** An entry that nothing is equal to takes the place after the one before it, if that is free. */
function changed(
  index: number,
  found: readonly (number | undefined)[],
  count: number,
  taken: Set<number>,
): number | undefined {
  const last = index === 0 ? -1 : (found[index - 1] ?? index - 1)
  const next = last + 1
  if (next >= count || taken.has(next)) return undefined
  taken.add(next)
  return next
}
