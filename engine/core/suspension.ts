/**
 * An application that is held: nothing moves in it until it is resumed, and nothing that comes meanwhile is lost.
 *
 * Tasks stay on the desk and cannot be completed, jobs are not handed out; times that pass, messages that come and what
 * workers report that had a job already take effect on resuming. One application, a whole service or a whole agency may be suspended; an application goes on when
 * each of these that suspended it has resumed it.
 */
import type { Command, CommandKind } from './command.ts'
import type { AgencyId } from './ids.ts'
import type { InstanceState } from './instance.ts'
import type { Page } from './page.ts'
import { conflict, type Problem } from './problem.ts'

/** What an application may be held with, each for itself: alone, with its service, with its agency. */
export type SuspensionSource = 'instance' | 'definition' | 'agency'

export const HELD_WITH = {
  instance: 'by itself',
  definition: 'with its service',
  agency: 'with its agency',
} as const satisfies Readonly<Record<SuspensionSource, string>>

/** The reason each gave. */
export type Suspensions = Readonly<Partial<Record<SuspensionSource, string>>>

/** A service, or everything of an agency, that is held: no application of it begins, and those that run are suspended. */
export interface ServiceSuspension {
  readonly agency: AgencyId
  /** Absent: every service of the agency. */
  readonly packageId?: string
  readonly reason: string
  readonly by: string
  /** Epoch milliseconds. */
  readonly at: number
  /** Applications may begin again, and those it suspended are resumed one after another. */
  readonly lifted?: { readonly at: number; readonly by: string; readonly reason: string }
  /** All were resumed, or it was taken over by another suspension. Epoch milliseconds. */
  readonly endedAt?: number
}

export interface SuspensionStore {
  /** Those in force or being lifted, oldest first. @param agency absent: of all */
  open(agency?: AgencyId): Promise<readonly ServiceSuspension[]>
  /** Those that are over, newest first. */
  ended(query: {
    readonly agency?: AgencyId
    readonly after?: string
    readonly limit: number
  }): Promise<Page<ServiceSuspension>>
}

export const sourceOf = ({ packageId }: Pick<ServiceSuspension, 'packageId'>): SuspensionSource =>
  packageId === undefined ? 'agency' : 'definition'

/** What an operator may do with it meanwhile. */
const ALLOWED: ReadonlySet<CommandKind> = new Set([
  'suspend',
  'resume',
  'modify',
  'migrate',
  'cancel',
  'assignTask',
  'setVariables',
  'recalculate',
] satisfies CommandKind[])

/** Why the command has to wait, or nothing where it need not. */
export function refusedWhileSuspended(state: InstanceState, command: Command): Problem | undefined {
  if (state.status !== 'suspended' || ALLOWED.has(command.kind)) return undefined
  const reasons = Object.values(state.suspensions ?? {}).join('; ')
  return conflict(
    'instance.suspended',
    `Expected a running instance to ${command.kind}, but ${state.reference} is suspended (${reasons}); wait until an operator resumes it`,
  )
}
