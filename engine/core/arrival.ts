/**
 * What has come already for a service that begins only when several things have happened: the letter is there, the court
 * has not ruled yet.
 *
 * Kept until everything that is needed has come, over all versions of the service; the oldest of each kind is used first.
 */
import type { AgencyId } from './ids.ts'
import type { JsonObject } from './json.ts'

export interface NewArrival {
  readonly agency: AgencyId
  /** Package and process over all versions. */
  readonly process: string
  /** The start event. */
  readonly element: string
  /** Which of its triggers: "message letter", "signal ruling", "timer", "conditional". */
  readonly part: string
  readonly variables: JsonObject
  /** It stands for what is the case, so a later one takes the place of one that is there. */
  readonly replaces: boolean
}

export interface Arrival {
  readonly id: number
  readonly part: string
  readonly variables: JsonObject
}

export interface ArrivalStore {
  /** The oldest of each part. */
  oldest(process: string, element: string): Promise<readonly Arrival[]>
}
