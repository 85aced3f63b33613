/**
 * That somebody looked into a citizen's application: who, when, at what and by which right. The citizen reads it.
 *
 * Written before anything is shown, or nothing is shown. Whoever looks at the same thing again and again is written down
 * once in a quarter of an hour. Lists that name an application without its content are no look into it.
 */
import type { Role } from './actor.ts'
import type { AgencyId, InstanceId, UserId } from './ids.ts'
import type { Page } from './page.ts'

/** application: as a whole. record: its history. evidence: what other agencies were asked. task: with all that is shown beside it. */
export type AccessedPart = 'application' | 'record' | 'evidence' | 'document' | 'task'

export interface DataAccess {
  /** Whose application it is. */
  readonly agency: AgencyId
  readonly instance: InstanceId
  readonly reader: UserId
  readonly readerAgency: AgencyId
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
  readonly part: AccessedPart
  /** Name of the document or of the task. */
  readonly subject?: string
  /** Epoch ms of the first look. */
  readonly at: number
}

const QUARTER = 15 * 60_000

/** Looks of one quarter of an hour are one. */
export const quarterOf = (at: number): number => Math.floor(at / QUARTER)

export interface DataAccessStore {
  /** Durable when it resolves; the same look in the same quarter of an hour again: nothing happens. */
  add(access: DataAccess): Promise<void>
  /** Newest first. */
  list(query: {
    readonly instance: InstanceId
    readonly after?: string
    readonly limit: number
  }): Promise<Page<DataAccess>>
}
