/**
 * What came in with a recorded command: a person's answers, a machine's result, a message's content. The record holds what
 * became of it, and from that it is read back.
 */
import type { Event } from './event.ts'
import type { LocalId } from './ids.ts'
import type { JsonObject } from './json.ts'

const ENDS: ReadonlySet<Event['kind']> = new Set(['flowTaken', 'elementCompleted', 'taskOpened', 'jobOpened'])

/**
 * Where the element has output mappings, what came in was set as its own first; else it went where each variable belongs.
 * @param from index of the event that took it in
 * @param gateway the event-based gateway that waited, which is left before its branch takes it in
 */
export function payloadAfter(events: readonly Event[], from: number, owner: LocalId, gateway: boolean): JsonObject {
  const later = events.slice(from + 1)
  const begin = gateway ? later.findIndex(({ kind }) => kind === 'flowTaken') + 1 : 0
  const own = new Set<LocalId>([owner])
  let values: JsonObject = {}
  for (const event of later.slice(begin)) {
    if (ENDS.has(event.kind)) break
    if (event.kind === 'elementActivated') own.add(event.id)
    if (event.kind !== 'variablesSet') continue
    if (own.has(event.scope) && Object.keys(values).length === 0) return event.values
    values = { ...values, ...event.values }
  }
  return values
}
