/** One line of an application's record: who asked what, when, and what happened then. */
import type { Event } from './event.ts'
import type { InstanceId } from './ids.ts'

export interface HistoryRecord {
  readonly instance: InstanceId
  /** The rev this record led to: 1, 2, 3 ... without gaps. */
  readonly seq: number
  readonly at: number
  /** actorName of who asked. */
  readonly actor: string
  /** Command kind. */
  readonly command: string
  /** JSON.stringify of Event[]. */
  readonly events: string
}

export const eventsOf = (record: HistoryRecord): readonly Event[] => JSON.parse(record.events) as readonly Event[]
