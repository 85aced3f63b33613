/** A piece of work on a clerk's desk (or in a citizen's portal): who may take it, who has it, until when. */
import type { JsonObject } from './json.ts'
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type { Page } from './page.ts'

export type TaskStatus = 'open' | 'completed' | 'canceled'

export interface TaskRow {
  readonly instance: InstanceId
  readonly id: LocalId
  readonly agency: AgencyId
  readonly reference: Reference
  readonly program: ProgramKey
  readonly element: string
  readonly name: string
  readonly form?: string
  readonly status: TaskStatus
  readonly assignee?: UserId
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly UserId[]
  readonly due?: number
  readonly followUp?: number
  readonly priority: number
  readonly fourEyes: readonly string[]
  readonly openedAt: number
  readonly closedAt?: number
  readonly closedBy?: UserId
  /** Answers saved but not submitted. */
  readonly draft?: JsonObject
}

export interface TaskQuery {
  /** Of one agency; of several, where a citizen's tasks lie with many. */
  readonly agency: AgencyId | readonly AgencyId[]
  readonly status?: TaskStatus
  readonly assignee?: UserId
  /** Tasks offered to any of these groups or to this user, or assigned to this user. */
  readonly visibleTo?: { readonly user: UserId; readonly groups: readonly string[] }
  readonly instance?: InstanceId
  readonly reference?: string
  readonly unassigned?: boolean
  /** Earliest due first (none last), then higher priority, then older. */
  readonly after?: string
  readonly limit: number
}

export interface TaskStore {
  get(instance: InstanceId, id: LocalId): Promise<TaskRow | undefined>
  list(query: TaskQuery): Promise<Page<TaskRow>>
  /** False when the task is not open any more. */
  saveDraft(instance: InstanceId, id: LocalId, draft: JsonObject, at: number): Promise<boolean>
}
