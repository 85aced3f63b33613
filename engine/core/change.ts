/** What a write changes beside the application's own row: one entry per fact, as the events of a command mean it. */
import type { Assisted } from './assistance.ts'
import type { NewArrival } from './arrival.ts'
import type { DocumentRow } from './document.ts'
import type { EnteredElement } from './element-instance.ts'
import type { OpenedJob, OpenedTask } from './event.ts'
import type { NewHoliday } from './holiday.ts'
import type { AgencyId, DraftId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type { IncidentCause } from './instance.ts'
import type { JsonObject } from './json.ts'
import type { Note } from './note.ts'
import type { NewSignal } from './signal.ts'
import type { ServiceSuspension } from './suspension.ts'

/** What the events mean for the rows beside the instance; made by core/projection.ts alone. */
export type Change =
  /** Which element instances are at work from now on and were not, or go on as another element; and which are not any more. */
  | {
      readonly kind: 'trackElements'
      readonly instance: InstanceId
      readonly entered: readonly EnteredElement[]
      readonly left: readonly LocalId[] | 'all'
    }
  | {
      readonly kind: 'openTask'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly reference: Reference
      readonly task: OpenedTask
    }
  | { readonly kind: 'assignTask'; readonly instance: InstanceId; readonly id: LocalId; readonly assignee?: UserId }
  | {
      readonly kind: 'closeTask'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly outcome: 'completed' | 'canceled'
      readonly by?: UserId
    }
  /** Its due date moved with its statutory clock; without one while that stands still. */
  | { readonly kind: 'rescheduleTask'; readonly instance: InstanceId; readonly id: LocalId; readonly due?: number }
  /** due: when the first attempt may begin. */
  | {
      readonly kind: 'openJob'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly reference: Reference
      readonly program: ProgramKey
      readonly job: OpenedJob
      readonly due: number
    }
  /** retries 0: stands still until it is given new ones. Ends any lease. */
  | {
      readonly kind: 'rescheduleJob'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly retries: number
      readonly due: number
    }
  | { readonly kind: 'closeJob'; readonly instance: InstanceId; readonly id: LocalId }
  /** Whoever held it has said how it ended, which counts later: it is handed to nobody, until it is closed or rescheduled. */
  | { readonly kind: 'answerJob'; readonly instance: InstanceId; readonly id: LocalId }
  /**
   * A suspended instance: its jobs are handed to nobody, but answered by whoever has one; no message and no signal finds it, and what comes for
   * it is kept until it is released.
   */
  | { readonly kind: 'holdInstance'; readonly instance: InstanceId }
  | { readonly kind: 'releaseInstance'; readonly instance: InstanceId }
  | { readonly kind: 'openTimer'; readonly instance: InstanceId; readonly id: LocalId; readonly due: number }
  | { readonly kind: 'moveTimer'; readonly instance: InstanceId; readonly id: LocalId; readonly due: number }
  | { readonly kind: 'closeTimer'; readonly instance: InstanceId; readonly id: LocalId }
  | {
      readonly kind: 'openSubscription'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly program: ProgramKey
      readonly name: string
      readonly key: string
    }
  | { readonly kind: 'closeSubscription'; readonly instance: InstanceId; readonly id: LocalId }
  /** Under an id that was used before: 'duplicate' in a write without an instance, else the message falls away. */
  | { readonly kind: 'publishMessage'; readonly message: NewMessage }
  /** A message is taken at most once per process (package and process id, over all versions), else 'duplicate'. */
  | {
      readonly kind: 'takeMessage'
      /** Name and id of the message. */
      readonly name: string
      readonly message: string
      readonly process: string
      readonly instance: InstanceId
    }
  | {
      readonly kind: 'openSignalSubscription'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly name: string
    }
  | { readonly kind: 'closeSignalSubscription'; readonly instance: InstanceId; readonly id: LocalId }
  /**
   * A delivery for everybody in the agency who waits for it as the write stands: other instances and the start events of
   * latest versions. Under an id that was used before: 'duplicate'.
   */
  | { readonly kind: 'broadcastSignal'; readonly signal: NewSignal }
  /** Under which words an application is found from now on, and no longer. */
  | {
      readonly kind: 'indexInstance'
      readonly instance: InstanceId
      readonly add: readonly string[]
      readonly remove: readonly string[]
    }
  /** With the write that begins the application. */
  | { readonly kind: 'recordAssistance'; readonly assistance: Assisted }
  /** Under an id that was used before it falls away. */
  | { readonly kind: 'addNote'; readonly note: Note }
  /** Something came for a start event that needs more. */
  | { readonly kind: 'addArrival'; readonly arrival: NewArrival }
  /** What registers were asked for it while it was filled in is part of what they were asked for the application. */
  | { readonly kind: 'adoptCalls'; readonly subject: InstanceId }
  /** The new application of this write is what the draft becomes; one that was changed or sent meanwhile makes the write a 'conflict'. */
  | { readonly kind: 'sendDraft'; readonly draft: DraftId; readonly rev: number }
  /** An application begins with it; one that is not there any more makes the write a 'conflict'. */
  | { readonly kind: 'useArrival'; readonly id: number }
  /** A delivery is done with; one that is not there any more is a 'duplicate'. */
  | { readonly kind: 'takeSignal'; readonly signal: number; readonly target: string; readonly element: string }
  | {
      readonly kind: 'openIncident'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly element: string
      readonly owner: LocalId
      readonly cause: IncidentCause
      readonly message: string
    }
  | { readonly kind: 'closeIncident'; readonly instance: InstanceId; readonly id: LocalId }
  /** What is open goes on under another version, as it is. */
  | {
      readonly kind: 'moveTask' | 'moveJob' | 'moveSubscription'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly element: string
      readonly program: ProgramKey
    }
  /** One more application of a batch was taken over to another version. */
  | { readonly kind: 'countMigrated'; readonly batch: string; readonly instance: InstanceId }
  | { readonly kind: 'moveIncident'; readonly instance: InstanceId; readonly id: LocalId; readonly element: string }
  /** An open task as another version has it; a draft of answers stays. */
  | { readonly kind: 'renewTask'; readonly instance: InstanceId; readonly id: LocalId; readonly task: OpenedTask }
  /** An open job as another version has it; its lease count and its failures stay. */
  | {
      readonly kind: 'renewJob'
      readonly instance: InstanceId
      readonly id: LocalId
      readonly program: ProgramKey
      readonly job: OpenedJob
    }
  /** What somebody gave with their answers is a document of the application now; where they have taken it back, the write is a 'conflict'. */
  | { readonly kind: 'attachDocument'; readonly document: DocumentRow & { readonly givenBy: UserId } }
  | { readonly kind: 'suspendService'; readonly suspension: ServiceSuspension }
  /** No longer in the way of new applications; kept until those it suspended are resumed. */
  | {
      readonly kind: 'liftSuspension'
      readonly agency: AgencyId
      readonly packageId?: string
      readonly by: string
      readonly reason: string
    }
  | { readonly kind: 'announceHoliday'; readonly holiday: NewHoliday; readonly by: string }
  | { readonly kind: 'withdrawHoliday'; readonly id: string; readonly by: string; readonly reason: string }
  /** It was carried to every running application: its announcement, or its withdrawal too. */
  | { readonly kind: 'spreadHoliday'; readonly id: string; readonly withdrawn: boolean }
  | { readonly kind: 'endSuspension'; readonly agency: AgencyId; readonly packageId?: string }
  /** A start timer fired: when it is due next, counted from when, or never again. */
  | {
      readonly kind: 'moveStartTimer'
      readonly program: ProgramKey
      readonly element: string
      readonly due?: number
      readonly repeat?: string
      readonly since?: number
    }
  /** Counted anew by the calendar. */
  | {
      readonly kind: 'recountStartTimer'
      readonly program: ProgramKey
      readonly element: string
      readonly due: number
      readonly repeat?: string
    }

export interface NewMessage {
  /** Unique per agency and name while it is remembered: the dedup id. */
  readonly messageId: string
  readonly name: string
  /** "" for messages that only start instances. */
  readonly key: string
  readonly variables: JsonObject
  readonly expires: number
}
