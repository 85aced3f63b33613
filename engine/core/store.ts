/**
 * Where everything lives: the store port. One accepted command is one write, on disk before it is acknowledged.
 *
 * A transition reads an instance at `rev`, decides with no lock held, and commits ONE write: the instance row where the
 * rev still matches, its history record, and every row the events project (tasks, jobs, timers, subscriptions,
 * messages, incidents). If somebody was faster the write is refused whole ('conflict') and the caller reads again.
 * Adapters are twins (sqlite, later postgres) and pass `test/contract/store.ts`. Every row carries its agency; an
 * actor reads within one, but for the operators of the installation, who look after all. Times are epoch milliseconds, JSON columns are texts.
 */
import type { AccountStore } from './account.ts'
import type { Assistance, AssistanceStore } from './assistance.ts'
import type { ArrivalStore, NewArrival } from './arrival.ts'
import type { AttachmentStore } from './attachment.ts'
import type { ChargeStore } from './charge.ts'
import type { DataAccessStore } from './data-access.ts'
import type { DelegationStore } from './delegation.ts'
import type { DeploymentStore } from './deployment.ts'
import type { DocumentRow, DocumentStore } from './document.ts'
import type { DraftStore } from './draft.ts'
import type { EvidenceStore } from './evidence.ts'
import type { FiguresStore } from './figures.ts'
import type { HistoryRecord } from './history.ts'
import type { HolidayStore, NewHoliday } from './holiday.ts'
import type { AgencyId, Digest, DraftId, GlobalId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type { IncidentCause, InstanceStatus } from './instance.ts'
import type { JobStore } from './job.ts'
import type { MigrationStore } from './migration-batch.ts'
import type { MessageStore } from './message.ts'
import type { Note, NoteStore } from './note.ts'
import type { NoticeStore } from './notice.ts'
import type { NewSignal, SignalStore } from './signal.ts'
import type { ServiceFiguresStore } from './service-figures.ts'
import type { Page } from './page.ts'
import type { RefundStore } from './refund.ts'
import type { OpenedJob, OpenedTask } from './event.ts'
import type { TaskStore } from './task.ts'
import type { SavedFilterStore } from './saved-filter.ts'
import type { SearchStore } from './search.ts'
import type { ServiceSuspension, SuspensionStore } from './suspension.ts'
import type { JsonObject } from './json.ts'

export interface Store {
  /** Resolves once the write is durable (fsync), in group commit with its neighbours. */
  commit(write: Write): Promise<CommitResult>
  readonly instances: InstanceStore
  readonly tasks: TaskStore
  readonly jobs: JobStore
  readonly timers: TimerStore
  readonly messages: MessageStore
  readonly migrations: MigrationStore
  readonly signals: SignalStore
  readonly arrivals: ArrivalStore
  readonly assistances: AssistanceStore
  readonly delegations: DelegationStore
  readonly deployments: DeploymentStore
  readonly documents: DocumentStore
  readonly drafts: DraftStore
  readonly dataAccesses: DataAccessStore
  readonly attachments: AttachmentStore
  readonly serviceFigures: ServiceFiguresStore
  readonly evidence: EvidenceStore
  readonly figures: FiguresStore
  readonly charges: ChargeStore
  readonly refunds: RefundStore
  readonly savedFilters: SavedFilterStore
  readonly search: SearchStore
  readonly suspensions: SuspensionStore
  readonly holidays: HolidayStore
  readonly accounts: AccountStore
  readonly notes: NoteStore
  readonly notices: NoticeStore
  /** Throws when the store cannot be trusted with a write now. Says journal mode and sync level. */
  health(): Promise<Readonly<Record<string, string | number>>>
  /** A consistent copy of the whole store in one file while it is in use. */
  backup(toFile: string): Promise<void>
  close(): Promise<void>
}

/** conflict: another write came first, read again. duplicate: idempotency key, reference, message or signal was used already.
 * fenced: the job's lease was lost to another worker. suspended: no application of this service may begin now. */
export type CommitResult =
  | { readonly kind: 'committed' }
  | { readonly kind: 'conflict' }
  | {
      readonly kind: 'duplicate'
      readonly of: 'idempotencyKey' | 'reference' | 'message' | 'signal' | 'conversation' | 'suspension'
      readonly instance?: InstanceId
    }
  | { readonly kind: 'fenced' }
  | { readonly kind: 'suspended'; readonly reason: string }

export interface Write {
  readonly agency: AgencyId
  readonly at: number
  readonly instance?: InstanceWrite
  readonly history?: HistoryRecord
  /** The write holds only while this lease is the job's current one. */
  readonly fence?: { readonly job: GlobalId; readonly token: number }
  /** The write holds only while nobody has taken these jobs since they were read, else 'conflict'. */
  readonly untaken?: readonly { readonly id: LocalId; readonly token: number }[]
  readonly changes: readonly Change[]
}

export interface InstanceWrite {
  readonly id: InstanceId
  /** 0 for a new instance; the row moves to expectedRev + 1. */
  readonly expectedRev: number
  readonly status: InstanceStatus
  /** The status may differ from the row's though the instance goes on: it was suspended or resumed. */
  readonly restated?: true
  /** JSON.stringify of the InstanceState, byte for byte. */
  readonly state: string
  /** Where the write takes it over to another version. */
  readonly program?: ProgramKey
  /** Only written for a new instance. */
  readonly created?: {
    readonly program: ProgramKey
    readonly reference: Reference
    readonly idempotencyKey?: string
    /** The person it is about, who may follow it; absent when nobody signed in. */
    readonly applicant?: UserId
    readonly startedBy: string
    /** The application whose message or signal started it belongs to this family; counted with it. */
    readonly origin?: InstanceId
    /** Process and correlation key of the message that started it: at most one application of a conversation runs. */
    readonly conversation?: string
  }
}

/** What the events mean for the rows beside the instance; made by core/projection.ts alone. */
export type Change =
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
  | { readonly kind: 'recordAssistance'; readonly assistance: Omit<Assistance, 'instance' | 'agency' | 'at'> }
  /** Under an id that was used before it falls away. */
  | { readonly kind: 'addNote'; readonly note: Note }
  /** Something came for a start event that needs more. */
  | { readonly kind: 'addArrival'; readonly arrival: NewArrival }
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
  /** A start timer fired: when it is due next, or never again. */
  | {
      readonly kind: 'moveStartTimer'
      readonly program: ProgramKey
      readonly element: string
      readonly due?: number
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

export interface InstanceRow {
  readonly id: InstanceId
  readonly agency: AgencyId
  readonly rev: number
  readonly status: InstanceStatus
  readonly program: ProgramKey
  readonly reference: Reference
  readonly applicant?: UserId
  readonly startedAt: number
  readonly changedAt: number
  readonly endedAt?: number
  /** Length of its history in characters; only where one is read by its id. */
  readonly recorded?: number
  readonly state: string
}

export interface InstanceQuery {
  readonly agency?: AgencyId
  readonly packageId?: string
  readonly status?: InstanceStatus
  /** Only instances that have not ended, active and suspended ones. */
  readonly running?: boolean
  readonly applicant?: UserId
  readonly reference?: string
  /** Only instances with an open incident. */
  readonly incidents?: boolean
  /** Opaque: `next` of the page before. */
  readonly after?: string
  /** 1 to 200. */
  readonly limit: number
}

export interface IncidentRow {
  readonly instance: InstanceId
  readonly id: LocalId
  readonly agency: AgencyId
  readonly owner: LocalId
  readonly element: string
  readonly cause: IncidentCause
  readonly message: string
  readonly raisedAt: number
}

export interface InstanceStore {
  get(id: InstanceId): Promise<InstanceRow | undefined>
  byReference(reference: string): Promise<InstanceRow | undefined>
  byIdempotencyKey(agency: AgencyId, key: string): Promise<InstanceRow | undefined>
  /** Newest first. Rows come without their state ('' there). */
  list(query: InstanceQuery): Promise<Page<InstanceRow>>
  /** Oldest first; seq is the rev the record led to. */
  history(id: InstanceId): Promise<readonly HistoryRecord[]>
  incidents(query: {
    readonly agency?: AgencyId
    readonly instance?: InstanceId
    readonly after?: string
    readonly limit: number
  }): Promise<Page<IncidentRow>>
  count(agency?: AgencyId): Promise<Readonly<Record<InstanceStatus | 'incidents', number>>>
}

export interface TimerStore {
  /** Due at or before `now`: agencies in turn, of each the earliest first, and of one application only some at once. */
  due(
    now: number,
    limit: number,
  ): Promise<
    readonly { readonly instance: InstanceId; readonly id: LocalId; readonly agency: AgencyId; readonly due: number }[]
  >
  /** When the next one is due, for the worker's sleep. */
  next(): Promise<number | undefined>
  /** Start timers of the latest deployed versions. */
  dueStarts(now: number, limit: number): Promise<readonly StartTimerRow[]>
}

export interface StartTimerRow {
  readonly agency: AgencyId
  readonly program: ProgramKey
  readonly element: string
  readonly due: number
  readonly repeat?: string
}

export type { Digest }
