/**
 * Many applications going over to another version as one piece of work: every one is checked first, then each is taken
 * along by itself, and what cannot be is listed with its reasons.
 *
 *   checking -> checked     a rehearsal: nothing was changed
 *            -> refused     strict: something stood against one of them, nothing was changed
 *            -> running -> completed
 *   checking, running -> canceled
 *
 * What is done is written with each application's own step, and how far the batch has come after each piece, so that it
 * goes on where it was when the server dies. Only applications that were there when it began belong to it, and only as
 * long as they run on its version. A batch of which a piece breaks as a whole, e.g. since a package cannot be read, says
 * so and waits, and the others go on.
 */
import type { Actor } from './actor.ts'
import type { AgencyId, InstanceId, Reference } from './ids.ts'
import type { Migration } from './migration.ts'
import type { Page } from './page.ts'
import type { Finding } from './problem.ts'

export type BatchStatus = 'checking' | 'checked' | 'refused' | 'running' | 'completed' | 'canceled'

export interface MigrationBatch {
  /** UUID. */
  readonly id: string
  readonly agency: AgencyId
  readonly packageId: string
  readonly from: string
  readonly to: string
  readonly migration: Migration
  /** Check and change nothing. */
  readonly dryRun: boolean
  /** All or none: where the check finds anything against one, nothing is changed. */
  readonly strict: boolean
  readonly status: BatchStatus
  /** For whom every step is taken. */
  readonly actor: Actor
  readonly createdAt: number
  readonly changedAt: number
  readonly endedAt?: number
  /** The last application looked at in this pass; '' before the first. */
  readonly cursor: InstanceId | ''
  /** Applications the check has found so far, and those it found nothing against. */
  readonly total: number
  readonly ready: number
  readonly report: readonly RefusalCount[]
  /** 0, then once more for each time that those are tried again whose jobs somebody was at. */
  readonly pass: number
  /** Not before this moment, epoch ms. */
  readonly due: number
  /** Why its last piece could not be done; gone with the next one that is. */
  readonly trouble?: string
  readonly migrated: number
  readonly failed: number
}

/** How many applications a reason strikes, with a few of them. */
export interface RefusalCount {
  /** Rule, or code of the problem where no rule speaks. */
  readonly rule: string
  readonly count: number
  readonly examples: readonly RefusalExample[]
}

export interface RefusalExample {
  readonly reference: Reference
  readonly place?: string
  readonly message: string
  readonly messageAr?: string
}

/** An application that could not be taken along. */
export interface MigrationFailure {
  readonly batch: string
  readonly instance: InstanceId
  readonly reference: Reference
  readonly code: string
  readonly detail: string
  readonly findings: readonly Finding[]
  /** Worth trying again by itself. */
  readonly retry: boolean
  readonly at: number
}

export interface MigrationStore {
  add(batch: MigrationBatch): Promise<void>
  get(id: string): Promise<MigrationBatch | undefined>
  /** Whether it still goes on; asked often while a piece of it runs. */
  isOpen(id: string): Promise<boolean>
  /** Newest first. */
  list(query: {
    readonly agency?: AgencyId
    readonly after?: string
    readonly limit: number
  }): Promise<Page<MigrationBatch>>
  /** The open one that has waited longest for its next piece. */
  next(now: number): Promise<MigrationBatch | undefined>
  /** Applications after the cursor that this pass has still to look at, in order. */
  candidates(batch: MigrationBatch, limit: number): Promise<readonly InstanceId[]>
  /** How far it has come, with what failed on the way. False when it was canceled meanwhile: nothing is written. */
  advance(batch: MigrationBatch, failures: readonly MigrationFailure[]): Promise<boolean>
  /** Forgets what failed of applications that have ended or left its version since. */
  forgive(id: string): Promise<void>
  /** False when it is over already. */
  cancel(id: string, at: number): Promise<boolean>
  /** In the order of their applications. */
  failures(query: {
    readonly batch: string
    readonly after?: string
    readonly limit: number
  }): Promise<Page<MigrationFailure>>
}

const OPEN: ReadonlySet<BatchStatus> = new Set(['checking', 'running'])

export const isOpen = ({ status }: MigrationBatch): boolean => OPEN.has(status)
