/** Applications as they are kept: a row each, with the state as text; lists, incidents and the record beside them. */
import type { HistoryRecord } from './history.ts'
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type { IncidentCause, InstanceStatus } from './instance.ts'
import type { Page } from './page.ts'

export interface InstanceRow {
  readonly id: InstanceId
  readonly agency: AgencyId
  readonly rev: number
  readonly status: InstanceStatus
  readonly program: ProgramKey
  readonly reference: Reference
  readonly applicant?: UserId
  /** actorName of who began it. */
  readonly startedBy: string
  readonly startedAt: number
  readonly changedAt: number
  readonly endedAt?: number
  /** Length of its history in characters; only where one is read by its id. */
  readonly recorded?: number
  readonly state: string
}

export interface InstanceQuery {
  readonly agency?: AgencyId
  readonly packageId?: string
  /** Of any of these packages. */
  readonly services?: readonly string[]
  readonly status?: InstanceStatus
  /** Only instances that have not ended, active and suspended ones. */
  readonly running?: boolean
  readonly applicant?: UserId
  readonly reference?: string
  /** Only instances with an open incident. */
  readonly incidents?: boolean
  /** Opaque: `next` of the page before. */
  readonly after?: string
  /** 1 to 200. */
  readonly limit: number
}

export interface IncidentRow {
  readonly instance: InstanceId
  readonly id: LocalId
  readonly agency: AgencyId
  readonly owner: LocalId
  readonly element: string
  readonly cause: IncidentCause
  readonly message: string
  readonly raisedAt: number
}

export interface InstanceStore {
  get(id: InstanceId): Promise<InstanceRow | undefined>
  byReference(reference: string): Promise<InstanceRow | undefined>
  byIdempotencyKey(agency: AgencyId, key: string): Promise<InstanceRow | undefined>
  /** Newest first. Rows come without their state ('' there). */
  list(query: InstanceQuery): Promise<Page<InstanceRow>>
  /** Oldest first; seq is the rev the record led to. */
  history(id: InstanceId): Promise<readonly HistoryRecord[]>
  incidents(query: {
    readonly agency?: AgencyId
    readonly instance?: InstanceId
    readonly after?: string
    readonly limit: number
  }): Promise<Page<IncidentRow>>
  count(agency?: AgencyId): Promise<Readonly<Record<InstanceStatus | 'incidents', number>>>
}
