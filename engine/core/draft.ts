/**
 * An application that somebody has begun to fill in and not sent yet: kept for a month after the last word, so that a
 * citizen goes on where they stopped, on the telephone or on another device.
 *
 * Only its owner ever sees it: a person, or whoever may act for the company. It is sent once: the application begins and the draft turns into its reference number in
 * one write, and what was filled in is then in the application alone. `rev` counts its changes, so that two devices
 * never overwrite each other unseen.
 */
import type { DraftId, InstanceId, Reference, UserId } from './ids.ts'
import type { JsonObject } from './json.ts'

export interface Draft {
  readonly id: DraftId
  readonly owner: UserId
  /** Who began it, where a company owns it. */
  readonly begunBy?: UserId
  readonly packageId: string
  /** The version whose form was answered last. */
  readonly version: string
  /** Which of several start events. */
  readonly startEvent?: string
  readonly answers: JsonObject
  /** Where in the form its owner was last; the form says what that means. */
  readonly place?: string
  /** 1 for a new one. */
  readonly rev: number
  readonly createdAt: number
  readonly changedAt: number
  /** Epoch ms after which nobody can go on with it. */
  readonly expires: number
  /** What it became. */
  readonly sent?: { readonly instance: InstanceId; readonly reference: Reference }
}

export interface DraftStore {
  add(draft: Draft): Promise<void>
  get(id: DraftId): Promise<Draft | undefined>
  /** Those not sent and not expired, the one changed last first; 100 at most. */
  ofOwner(owner: UserId, now: number): Promise<readonly Draft[]>
  /** Replaces it where it stands at `rev` and was not sent; the row moves to rev + 1. False: nothing was written. */
  save(draft: Omit<Draft, 'rev' | 'sent'>, rev: number): Promise<boolean>
  /** False when it is not there any more or was sent. */
  discard(id: DraftId): Promise<boolean>
  /** Removes what expired, sent or not. */
  forget(now: number): Promise<number>
}
