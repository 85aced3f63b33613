/** A way to look at the inbox that a clerk keeps under a name, and may show to the colleagues of a group. */
import type { AgencyId, UserId } from './ids.ts'

export interface SavedFilter {
  /** A UUID. */
  readonly id: string
  readonly agency: AgencyId
  readonly owner: UserId
  /** The group whose members see it as well. */
  readonly office?: string
  readonly name: string
  /** The query of the inbox's address, "view=groups&due=overdue". */
  readonly filter: string
  readonly createdAt: number
}

export interface SavedFilterStore {
  add(filter: SavedFilter): Promise<void>
  get(id: string): Promise<SavedFilter | undefined>
  /** One's own, then those of one's groups, each by name; 200 at most. */
  list(query: {
    readonly agency: AgencyId
    readonly owner: UserId
    readonly offices: readonly string[]
  }): Promise<readonly SavedFilter[]>
  /** False when it is not there any more. */
  remove(id: string): Promise<boolean>
}
