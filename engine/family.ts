/**
 * Applications that start each other by messages and signals are counted as one family: beyond its limit one more begins
 * with an incident, and after that none, so that a procedure that starts itself does not go on for ever.
 */
import type { InstanceId } from './core/ids.ts'
import type { EngineDeps } from './deps.ts'

/**
 * @param origin the first of the family; absent: it begins one
 * @param begin begins the application, held by an incident where a reason is given
 * @param ignore so that nobody looks at it again
 */
export function withinFamily<T>(
  deps: EngineDeps,
  origin: InstanceId | undefined,
  begin: (held?: string) => Promise<T>,
  ignore: (origin: InstanceId) => Promise<T>,
): Promise<T> {
  if (origin === undefined) return begin()
  return deps.lanes.run(`family of ${origin}`, async () => {
    const most = deps.limits.descendants
    const members = await deps.store.messages.descendants(origin)
    if (members > most) return ignore(origin)
    return begin(members === most ? tooMany(most, origin) : undefined)
  })
}

const tooMany = (most: number, origin: InstanceId): string =>
  `Expected at most ${most} applications to come from one by messages and signals, but with this one there are more from ${origin}, and further ones are not begun; look for a process that starts itself`
