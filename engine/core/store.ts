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
import type { AssistanceStore } from './assistance.ts'
import type { ArrivalStore } from './arrival.ts'
import type { AttachmentStore } from './attachment.ts'
import type { ChargeStore } from './charge.ts'
import type { DataAccessStore } from './data-access.ts'
import type { DelegationStore } from './delegation.ts'
import type { DeploymentStore } from './deployment.ts'
import type { DocumentStore } from './document.ts'
import type { DraftStore } from './draft.ts'
import type { ElementInstanceStore } from './element-instance.ts'
import type { EvidenceStore } from './evidence.ts'
import type { FiguresStore } from './figures.ts'
import type { HistoryRecord } from './history.ts'
import type { HolidayStore } from './holiday.ts'
import type { StartTimerRow } from './start-timer.ts'
import type { AgencyId, GlobalId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type { InstanceStatus } from './instance.ts'
import type { InstanceStore } from './instance-row.ts'
import type { Change } from './change.ts'
import type { JobStore } from './job.ts'
import type { MandateStore } from './mandate.ts'
import type { MigrationStore } from './migration-batch.ts'
import type { MessageStore } from './message.ts'
import type { NoteStore } from './note.ts'
import type { NoticeStore } from './notice.ts'
import type { SignalStore } from './signal.ts'
import type { ServiceFiguresStore } from './service-figures.ts'
import type { PackageDraftStore } from './package-draft.ts'
import type { PublicationStore } from './publication.ts'
import type { RefundStore } from './refund.ts'
import type { TaskStore } from './task.ts'
import type { SavedFilterStore } from './saved-filter.ts'
import type { SearchStore } from './search.ts'
import type { SuspensionStore } from './suspension.ts'
import type { TypedFormStore } from './typed-form.ts'

export interface Store {
  /** Resolves once the write is durable (fsync), in group commit with its neighbours. */
  commit(write: Write): Promise<CommitResult>
  readonly instances: InstanceStore
  readonly elementInstances: ElementInstanceStore
  readonly tasks: TaskStore
  readonly jobs: JobStore
  readonly timers: TimerStore
  readonly messages: MessageStore
  readonly mandates: MandateStore
  readonly migrations: MigrationStore
  readonly signals: SignalStore
  readonly arrivals: ArrivalStore
  readonly assistances: AssistanceStore
  readonly delegations: DelegationStore
  readonly deployments: DeploymentStore
  readonly documents: DocumentStore
  readonly drafts: DraftStore
  readonly packageDrafts: PackageDraftStore
  readonly publications: PublicationStore
  readonly typedForms: TypedFormStore
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
  /** All start timers of a package, or of an agency's packages or all, those that are over too. */
  starts(query: { readonly packageId?: string; readonly agency?: AgencyId }): Promise<readonly StartTimerRow[]>
}
