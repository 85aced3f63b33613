/**
 * A clerk's desk in a colleague's hands while they are away: from a day to a day, among people of the same group.
 *
 * The deputy sees the principal's tasks beside their own, takes them over and decides in their own name: two pairs of
 * eyes stay two. A delegation does not reach further: who stands in for a deputy does not stand in for the principal. It is
 * kept when it is over, with who made it and who ended it.
 */
import type { AgencyId, UserId } from './ids.ts'

export interface Delegation {
  /** A UUID. */
  readonly id: string
  readonly agency: AgencyId
  /** Whose tasks. */
  readonly principal: UserId
  /** Who works on them. */
  readonly deputy: UserId
  /** Epoch ms; from this moment on, and until before that one. */
  readonly starts: number
  readonly ends: number
  readonly reason: string
  readonly madeBy: UserId
  readonly madeAt: number
  /** It was ended before its time. */
  readonly endedAt?: number
  readonly endedBy?: UserId
}

export interface DelegationStore {
  add(delegation: Delegation): Promise<void>
  get(id: string): Promise<Delegation | undefined>
  /** In whose place this person stands now. */
  principalsOf(deputy: UserId, now: number): Promise<readonly UserId[]>
  /** Of the agency, or of one person on either side; the newest first, 200 at most. */
  list(query: { readonly agency: AgencyId; readonly of?: UserId }): Promise<readonly Delegation[]>
  /** False when it was ended before. */
  end(id: string, at: number, by: UserId): Promise<boolean>
}

export const LONGEST_DELEGATION = 92 * 24 * 3_600_000
