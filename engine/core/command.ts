/** What can be asked of an application's procedure; each is decided in one step and answered with events. */
import type { Assisted } from './assistance.ts'
import type { AdHocChoice, InstanceState } from './instance.ts'
import type { JobAnswer } from './job.ts'
import type { JsonObject } from './json.ts'
import type { Instruction } from './modification.ts'
import type { ClockId } from './statutory-clock.ts'
import type { SuspensionSource } from './suspension.ts'
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type { Migration } from './migration.ts'

/** The ended application it continues, and the elements it begins at instead of its start. */
export interface Continuation {
  readonly of: InstanceId
  /** Ids of elements. */
  readonly at: readonly string[]
  readonly reason: string
  /** Who completed which task there, as its state knew them. */
  readonly completers: InstanceState['completers']
}

export type Command =
  | {
      readonly kind: 'start'
      readonly id: InstanceId
      readonly agency: AgencyId
      readonly reference: Reference
      readonly program: ProgramKey
      readonly restart?: Continuation
      /** Who at the agency began it for the applicant, and how they agreed. */
      readonly assistance?: Assisted
      /** Start event id; absent = the none start event. */
      readonly startElement?: string
      readonly variables: JsonObject
      /** What the message that started it brought: its start event's output mapping says what of it is kept. */
      readonly payload?: JsonObject
      /** The message that started it, for the record. */
      readonly messageId?: string
      /** The name of the signal that started it, for the record. */
      readonly signal?: string
      /** Why it may not go on by itself: an incident at its start event, for an operator to resolve. */
      readonly held?: string
    }
  | { readonly kind: 'assignTask'; readonly id: LocalId; readonly assignee?: UserId; readonly reason?: string }
  | { readonly kind: 'completeTask'; readonly id: LocalId; readonly variables: JsonObject; readonly by?: UserId }
  | (JobAnswer & { readonly id: LocalId })
  /** What a worker reported of this job while the application was suspended counts now. */
  | { readonly kind: 'takeAnswer'; readonly id: LocalId }
  | { readonly kind: 'triggerTimer'; readonly id: LocalId }
  | {
      readonly kind: 'correlateMessage'
      readonly id: LocalId
      readonly messageId: string
      readonly variables: JsonObject
    }
  /** To these signal subscriptions, which were open when the signal was thrown; those that are closed by now are passed over. */
  | {
      readonly kind: 'broadcastSignal'
      readonly name: string
      readonly variables: JsonObject
      readonly waits: readonly LocalId[]
      /** Why nobody may answer it with a signal: an incident at the event that would. */
      readonly unanswered?: string
    }
  /** Begin these steps of an ad-hoc subprocess. */
  | { readonly kind: 'activateAdHoc'; readonly id: LocalId; readonly elements: readonly AdHocChoice[] }
  | { readonly kind: 'setVariables'; readonly scope: LocalId; readonly variables: JsonObject }
  /** Try the step again; for a job incident, with this many new attempts. */
  | { readonly kind: 'resolveIncident'; readonly id: LocalId; readonly retries?: number }
  /** `by`: who held the service or the agency it is held with. */
  | {
      readonly kind: 'suspend' | 'resume'
      readonly source: SuspensionSource
      readonly reason: string
      readonly by?: string
    }
  /** The calendar may have changed: count the statutory clocks anew. */
  | { readonly kind: 'recalculate' }
  /** A supervisor lets a deadline stand still, until then at the latest (epoch ms). */
  | {
      readonly kind: 'stopClock'
      readonly clock: ClockId
      readonly until: number
      readonly legalBasis: string
      readonly reason: string
    }
  | { readonly kind: 'continueClock'; readonly clock: ClockId; readonly reason: string }
  | { readonly kind: 'modify'; readonly reason: string; readonly instructions: readonly Instruction[] }
  | { readonly kind: 'cancel'; readonly reason: string }
  /** Go on as another version says; refused whole, with every reason, where that cannot be. */
  | {
      readonly kind: 'migrate'
      readonly migration: Migration
      /** The process of the other version. */
      readonly to: ProgramKey
      /** Jobs that somebody holds now, or that went out and nobody said how they ended. */
      readonly busy: readonly LocalId[]
      /** When each open task was opened, epoch ms: its dates are counted from there. */
      readonly opened: Readonly<Record<LocalId, number>>
      /** Variables the other version's title page gives, such as `policy`. */
      readonly constants: JsonObject
    }

export type CommandKind = Command['kind']
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>
