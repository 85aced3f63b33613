/** How the work of an agency stands: what is open and how old it is, what is overdue, what was done and how long it took. */
import type { AgencyId, UserId } from './ids.ts'

/** Who has tasks: a colleague; nobody yet; or somebody they are meant for from the start, mostly the applicant. */
export type Holder =
  | { readonly kind: 'person'; readonly id: UserId }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'named' }

/** Of one service and one holder. */
export interface TaskFigures {
  readonly service: string
  readonly holder: Holder
  readonly open: number
  /** Mean age of the open ones, in milliseconds; 0 where none is open. */
  readonly age: number
  /** Open ones that were due before now. */
  readonly overdue: number
  /** Completed since `since`. */
  readonly done: number
  /** Of those, after they were due. */
  readonly late: number
  /** Mean time from opening to completion of those done, in milliseconds; 0 where none was. */
  readonly spent: number
}

export interface FiguresQuery {
  readonly agency: AgencyId
  readonly now: number
  /** Epoch ms; what was done is counted by whole days of UTC, from the day of this moment on. */
  readonly since: number
}

export interface FiguresStore {
  /** One entry per service and holder, in their order. Beyond 5,000 overdue tasks the rest is not counted as overdue. */
  tasks(query: FiguresQuery): Promise<readonly TaskFigures[]>
}
