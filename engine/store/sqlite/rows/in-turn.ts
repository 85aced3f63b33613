/** Agencies that wait for the same worker, served in turn: none waits until another's crowd has passed. */

/** Every agency, by asking for the next one after the one before; an index answers each at once. */
export function agenciesBy(next: (after: string) => string | null | undefined): string[] {
  const found: string[] = []
  for (let agency = next(''); typeof agency === 'string'; agency = next(agency)) found.push(agency)
  return found
}

/** The first of each list, then the second of each, and so on up to `limit`; the earlier one first among equals. */
export function inTurn<T extends { readonly due: number }>(lists: readonly (readonly T[])[], limit: number): T[] {
  const [only, ...others] = lists
  if (only !== undefined && others.length === 0) return only.slice(0, limit)
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0)
  const taken: T[] = []
  for (let place = 0; place < longest && taken.length < limit; place++)
    taken.push(...lists.flatMap((list) => list[place] ?? []).sort((a, b) => a.due - b.due))
  return taken.slice(0, limit)
}
