/**
 * Work for a machine: a call to the data bus, a charge, a document, or whatever an agency's own worker does.
 *
 * A job is leased, never given away: whoever holds the lease has a fence token, and only the newest token may complete
 * it. A worker that slept past its lease is refused. Delivery is at least once, under one key (`instance:id`).
 */
import type { JsonObject } from './json.ts'
import type { AgencyId, GlobalId, InstanceId, LocalId, ProgramKey, Reference } from './ids.ts'

export interface JobRow {
  readonly instance: InstanceId
  readonly id: LocalId
  readonly agency: AgencyId
  readonly reference: Reference
  readonly program: ProgramKey
  readonly element: string
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly variables: JsonObject
  readonly retries: number
  /** Failed attempts so far. */
  readonly failures: number
  readonly due: number
  readonly leasedUntil?: number
  readonly worker?: string
  readonly token: number
  /** It was handed out, and nobody has said how that ended: somebody may be at it. */
  readonly unanswered: boolean
}

/** What a worker reports of a job. */
export type JobAnswer =
  | { readonly kind: 'completeJob'; readonly variables: JsonObject }
  | { readonly kind: 'failJob'; readonly retries: number; readonly due: number; readonly reason: string }
  | {
      readonly kind: 'throwJobError'
      readonly code: string
      readonly message: string
      readonly variables: JsonObject
    }

/** Global id: also the idempotency key that goes to the outside. */
export type JobKey = GlobalId

export interface LeaseRequest {
  readonly types: readonly string[]
  readonly worker: string
  readonly limit: number
  readonly now: number
  /** Epoch ms; after it the job is anyone's again. */
  readonly until: number
  /** Only jobs of this agency; absent for connectors of the installation. */
  readonly agency?: AgencyId
  /** Agencies that have their share of this worker already. */
  readonly except?: readonly AgencyId[]
}

export interface JobStore {
  get(instance: InstanceId, id: LocalId): Promise<JobRow | undefined>
  /** Each with a new token: agencies in turn, and of each the oldest due first. */
  lease(request: LeaseRequest): Promise<readonly JobRow[]>
  /** Longer lease for the same holder; false when it is no longer the holder. */
  extend(instance: InstanceId, id: LocalId, token: number, until: number): Promise<boolean>
  /** Put back without spending an attempt, not before `due`; false when no longer the holder. */
  putBack(instance: InstanceId, id: LocalId, token: number, due: number): Promise<boolean>
  /**
   * Ends the leases of these types at the start of a server that is the only one on this store: whoever held them is
   * gone. A store that several servers share leaves them to run out and returns 0.
   */
  takeBack(types: readonly string[]): Promise<number>
  /** Applications that run again and have answers left that were kept while they were suspended. */
  answered(limit: number): Promise<readonly { readonly instance: InstanceId; readonly agency: AgencyId }[]>
  /** When the next one of these types may be leased. */
  next(types: readonly string[]): Promise<number | undefined>
  list(query: {
    readonly agency?: AgencyId
    readonly instance?: InstanceId
    readonly type?: string
    readonly limit: number
  }): Promise<readonly JobRow[]>
}

/** Job types of the connectors Masar ships; no external worker may take them. */
export const isReservedJobType = (type: string): boolean => type.startsWith('masar:')
