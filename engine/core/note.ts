/**
 * What somebody at the agency wrote beside an application: for colleagues only, or for the applicant, who reads it among
 * the messages of the portal. Written once, by name and with its time; nobody changes or removes it.
 */
import type { AgencyId, InstanceId, UserId } from './ids.ts'

export const AUDIENCES = ['internal', 'applicant'] as const
export type Audience = (typeof AUDIENCES)[number]

export interface Note {
  /** A UUID; the same one again is the same note. */
  readonly id: string
  readonly instance: InstanceId
  readonly agency: AgencyId
  readonly audience: Audience
  readonly author: UserId
  readonly body: string
  readonly at: number
}

/** Notes are written by the change `addNote`, so that a decision and the reason for it are one write. */
export interface NoteStore {
  /** Oldest first; 1,000 at most. */
  ofInstance(instance: InstanceId, audience?: Audience): Promise<readonly Note[]>
}
