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
  /** Package of the application, whichever procedure it calls opened the task. */
  readonly service: string
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
  /** Assigned to any of these, who stand for each other. */
  readonly assignees?: readonly UserId[]
  readonly instance?: InstanceId
  /** Of any of these applications, 200 at most. */
  readonly instances?: readonly InstanceId[]
  readonly reference?: string
  readonly unassigned?: boolean
  readonly assigned?: boolean
  /** Of applications for this package. */
  readonly service?: string
  /** Of applications for any of these packages. */
  readonly services?: readonly string[]
  /** Due at this time or later, and before that one; what has no date is due at no time. */
  readonly dueFrom?: number
  readonly dueBefore?: number
  /** Earliest due first (none last), then higher priority, then older. */
  readonly after?: string
  readonly limit: number
}

/** A clerk's open tasks, or all of an agency's, as they are counted. */
export interface TaskPlaces {
  readonly agency: AgencyId
  /** Absent: every open task of the agency. */
  readonly of?: {
    readonly assignees?: readonly UserId[]
    /** Free ones offered to these. */
    readonly users?: readonly UserId[]
    readonly groups?: readonly string[]
  }
  readonly dueBefore?: number
}

/** Completed tasks of an agency: all of them, or those that fit everything asked for. */
export interface DoneQuery {
  readonly agency: AgencyId
  /** Who completed them. */
  readonly by?: UserId
  /** Offered to any of these. */
  readonly groups?: readonly string[]
  readonly service?: string
  /** Of any of these applications, 200 at most. */
  readonly instances?: readonly InstanceId[]
  readonly after?: string
  readonly limit: number
}

export interface TaskStore {
  get(instance: InstanceId, id: LocalId): Promise<TaskRow | undefined>
  list(query: TaskQuery): Promise<Page<TaskRow>>
  /** Completed ones, the last first. */
  done(query: DoneQuery): Promise<Page<TaskRow>>
  /** How many there are, counted up to `most`. */
  count(places: TaskPlaces, most: number): Promise<number>
  /**
   * False when the task is not open any more, or holds another draft than it is written over.
   *
   * @param over the draft that was read, null where there was none; undefined: whatever stands there
   */
  saveDraft(
    instance: InstanceId,
    id: LocalId,
    draft: JsonObject,
    at: number,
    over?: JsonObject | null,
  ): Promise<boolean>
}
