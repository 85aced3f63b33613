/**
 * What happened to an application, one fact each: history, audit trail, input of replay and source of every projection.
 *
 * Every change of state is one of these and only `apply` turns them into state. Ids are local to the instance.
 */
import type { Assisted } from './assistance.ts'
import type { ClockEvent } from './clock-event.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { Instruction, Standing } from './modification.ts'
import type { OnClock } from './statutory-clock.ts'
import type { SuspensionSource } from './suspension.ts'
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'
import type {
  AdHocState,
  HeldAnswer,
  IncidentCause,
  InstanceState,
  LoopState,
  Repeat,
  Step,
  Undoing,
} from './instance.ts'

export type Event =
  | {
      readonly kind: 'instanceStarted'
      readonly id: InstanceId
      readonly agency: AgencyId
      readonly reference: Reference
      readonly program: ProgramKey
      /** The ended application it continues, and why. */
      readonly restarts?: {
        readonly of: InstanceId
        readonly reason: string
        /** Who completed which task there: two pairs of eyes are needed over both. Absent: nobody any. */
        readonly completers?: InstanceState['completers']
      }
      /** Who at the agency began it for the applicant, and how they agreed. */
      readonly assistance?: Assisted
      /** Which executor runs it to its end; absent: the kernel. */
      readonly executor?: string
    }
  /** What the executor remembers beside the tokens changed: a JSON merge patch (RFC 7396); null forgets all. */
  | { readonly kind: 'memoryKept'; readonly patch: JsonObject | null }
  | {
      readonly kind: 'elementActivated'
      readonly id: LocalId
      readonly element: string
      readonly scope?: LocalId
      /** Only on the process and on called processes. */
      readonly program?: ProgramKey
      /** Makes the element a scope of its own with these variables. */
      readonly variables?: JsonObject
      /** On an inner instance of a multi-instance body, which starts with it: 1-based. */
      readonly loopCounter?: number
    }
  /** `compensation`: by this local id its scope remembers it, with its variables, as something that can be undone. */
  | { readonly kind: 'elementCompleted'; readonly id: LocalId; readonly compensation?: LocalId }
  | { readonly kind: 'elementTerminated'; readonly id: LocalId; readonly compensation?: LocalId }
  /** A completed activity of this scope begins to be undone; its scope remembers it no longer. */
  | {
      readonly kind: 'compensationStarted'
      readonly id: LocalId
      readonly element: string
      readonly scope: LocalId
      /** What its completion was remembered by. */
      readonly of: LocalId
      /** The compensation event on its edge; absent where it is undone from inside. */
      readonly event?: string
      readonly rest: Undoing
      readonly thrower?: LocalId
    }
  | { readonly kind: 'compensationCompleted'; readonly id: LocalId }
  /** A transaction, or the multi-instance body of one, is called off: what is completed in it is undone next. */
  | { readonly kind: 'transactionCanceled'; readonly id: LocalId }
  /** A token goes along a flow; where it meets a join it is counted there until `tokensJoined`. */
  | { readonly kind: 'flowTaken'; readonly flow: string; readonly scope: LocalId; readonly waits?: true }
  | { readonly kind: 'tokensJoined'; readonly scope: LocalId; readonly flows: readonly string[] }
  /** A complex gateway now waits for reset and has had a token from these flows, or without them waits for start again. */
  | {
      readonly kind: 'gatewayChanged'
      readonly scope: LocalId
      readonly gateway: string
      readonly consumed?: readonly string[]
    }
  | { readonly kind: 'variablesSet'; readonly scope: LocalId; readonly values: JsonObject }
  /** Tokens that wait before joins vanish with the rest of their scope's inside; a flow stands here once per token. */
  | { readonly kind: 'tokensDropped'; readonly scope: LocalId; readonly flows: readonly string[] }
  /** Steps of an ad-hoc subprocess were chosen or are done. */
  | { readonly kind: 'adHocChanged'; readonly id: LocalId; readonly adHoc: AdHocState }
  /** A multi-instance body knows its items; none is started yet. */
  | { readonly kind: 'loopStarted'; readonly id: LocalId; readonly loop: LoopState }
  /** One more inner instance of a multi-instance body is done; its output goes to its item's place (0-based). */
  | {
      readonly kind: 'loopAdvanced'
      readonly id: LocalId
      readonly completed: number
      readonly output?: { readonly index: number; readonly value: JsonValue }
    }
  | { readonly kind: 'taskOpened'; readonly id: LocalId; readonly task: OpenedTask }
  | { readonly kind: 'taskAssigned'; readonly id: LocalId; readonly assignee?: UserId; readonly reason?: string }
  | {
      readonly kind: 'taskClosed'
      readonly id: LocalId
      readonly outcome: 'completed' | 'canceled'
      readonly by?: UserId
    }
  | { readonly kind: 'jobOpened'; readonly id: LocalId; readonly job: OpenedJob }
  /** An attempt failed; `due` says when the next one may begin (epoch ms). retries 0 comes with an incident. */
  /** While the application is suspended: kept until it goes on. */
  | ({ readonly kind: 'jobAnswered' } & HeldAnswer)
  | {
      readonly kind: 'jobFailed'
      readonly id: LocalId
      readonly retries: number
      readonly due: number
      readonly reason: string
    }
  /** An operator gave a job new attempts. */
  | { readonly kind: 'jobRetried'; readonly id: LocalId; readonly retries: number; readonly due: number }
  | { readonly kind: 'jobClosed'; readonly id: LocalId; readonly outcome: 'completed' | 'error' | 'canceled' }
  | {
      readonly kind: 'timerOpened'
      readonly id: LocalId
      readonly owner: LocalId
      readonly element: string
      readonly due: number
      readonly repeat?: Repeat
      readonly on?: OnClock
    }
  | { readonly kind: 'timerClosed'; readonly id: LocalId; readonly outcome: 'triggered' | 'canceled' }
  | {
      readonly kind: 'subscriptionOpened'
      readonly id: LocalId
      readonly owner: LocalId
      readonly element: string
      readonly name: string
      readonly key: string
    }
  /** Non-interrupting catches stay open: they are correlated by `messageCorrelated` alone. */
  | { readonly kind: 'subscriptionClosed'; readonly id: LocalId; readonly outcome: 'correlated' | 'canceled' }
  | { readonly kind: 'messageCorrelated'; readonly id: LocalId; readonly messageId: string }
  | {
      readonly kind: 'messagePublished'
      readonly id: LocalId
      readonly name: string
      readonly key: string
      /** Dedup id; when the author gives none it is the global id of the throwing element instance. */
      readonly messageId: string
      readonly variables: JsonObject
      /** Epoch ms after which nobody may take it any more. */
      readonly expires: number
    }
  | {
      readonly kind: 'signalSubscriptionOpened'
      readonly id: LocalId
      readonly owner: LocalId
      readonly element: string
      readonly name: string
    }
  /** Non-interrupting catches stay open: that they were reached is `signalCaught` alone. */
  | { readonly kind: 'signalSubscriptionClosed'; readonly id: LocalId; readonly outcome: 'triggered' | 'canceled' }
  /** The id of what waited; that of the process where the signal began the application. */
  | { readonly kind: 'signalCaught'; readonly id: LocalId; readonly name: string }
  /** Told to everybody in the agency who waits for it now; `id` is the throwing element instance. */
  | { readonly kind: 'signalThrown'; readonly id: LocalId; readonly name: string; readonly variables: JsonObject }
  | {
      readonly kind: 'conditionOpened'
      readonly id: LocalId
      readonly owner: LocalId
      readonly element: string
      readonly part?: number
    }
  /** Became true: the event happens; or false: it may happen again. */
  | { readonly kind: 'conditionTurned'; readonly id: LocalId; readonly holds: boolean }
  /** Non-interrupting catches stay open: that they happened is `conditionTurned` alone. */
  | { readonly kind: 'conditionClosed'; readonly id: LocalId; readonly outcome: 'triggered' | 'canceled' }
  /** One of the triggers came that the event `element` needs together; `id` is who waits for them. */
  | { readonly kind: 'eventGathered'; readonly id: LocalId; readonly element: string; readonly variables: JsonObject }
  /** All of them have come. */
  | { readonly kind: 'gatheringEnded'; readonly id: LocalId; readonly element: string }
  | {
      readonly kind: 'decisionEvaluated'
      readonly id: LocalId
      readonly decision: string
      /** Every decision that took part, required ones first: which rules fired on which inputs. */
      readonly trace: readonly JsonObject[]
      readonly output: JsonValue
    }
  | { readonly kind: 'escalationThrown'; readonly id: LocalId; readonly code: string }
  | { readonly kind: 'errorThrown'; readonly id: LocalId; readonly code: string; readonly message: string }
  | {
      readonly kind: 'incidentRaised'
      readonly id: LocalId
      readonly owner: LocalId
      readonly element: string
      readonly cause: IncidentCause
      readonly message: string
      /** Where the element stands; resolving tries this step again. */
      readonly step?: Step
      /** Instead of a step: the condition that cannot be evaluated, while its owner goes on. */
      readonly condition?: LocalId
    }
  | { readonly kind: 'incidentResolved'; readonly id: LocalId }
  /** Nothing moves until whoever suspended it has resumed it. */
  /** `by`: who held the service or the agency it is held with, or let it go; an application alone, whoever did this step. */
  | {
      readonly kind: 'instanceSuspended' | 'instanceResumed'
      readonly source: SuspensionSource
      readonly reason: string
      readonly by?: string
    }
  /** The application goes on as another version says; who completed what is known under that version's names. */
  | {
      readonly kind: 'instanceMigrated'
      readonly from: ProgramKey
      readonly to: ProgramKey
      readonly completers: Readonly<Record<string, UserId>>
    }
  /** An element instance stands for another element from now on. */
  | {
      readonly kind: 'elementMigrated'
      readonly id: LocalId
      readonly element: string
      /** On the process and on called processes. */
      readonly program?: ProgramKey
    }
  /** Tokens that wait before joins of this scope, by the flows they wait on now; and what complex gateways have had. */
  | {
      readonly kind: 'tokensMigrated'
      readonly scope: LocalId
      readonly arrived?: Readonly<Record<string, number>>
      readonly resets?: Readonly<Record<string, readonly string[]>>
    }
  /** What was completed in this scope, at any depth, by what its completion is remembered by; null: nobody can undo it now. */
  | {
      readonly kind: 'completedMigrated'
      readonly scope: LocalId
      readonly elements: Readonly<Record<LocalId, string | null>>
    }
  /** What is waited for goes on as it is, for the element of this name. */
  | {
      readonly kind: 'waitMigrated'
      readonly id: LocalId
      readonly element: string
      /** Of a task: the program whose package holds its form. */
      readonly program?: ProgramKey
    }
  | { readonly kind: 'incidentMigrated'; readonly id: LocalId; readonly element: string }
  /** Variables of a scope of its own, all of them. */
  | { readonly kind: 'variablesReplaced'; readonly scope: LocalId; readonly values: JsonObject }
  /** An open task is what another version makes of it; its id stays. */
  | { readonly kind: 'taskRenewed'; readonly id: LocalId; readonly task: OpenedTask }
  /** An open job that nobody holds is what another version makes of it; its key stays. */
  | { readonly kind: 'jobRenewed'; readonly id: LocalId; readonly job: OpenedJob }
  | ClockEvent
  /** What an operator asked for, and where the application stood; what was done about it lies between these two. */
  | {
      readonly kind: 'modificationBegan'
      readonly reason: string
      readonly instructions: readonly Instruction[]
      readonly before: readonly Standing[]
    }
  | { readonly kind: 'modificationEnded'; readonly after: readonly Standing[] }
  | { readonly kind: 'instanceCompleted' }
  | { readonly kind: 'instanceTerminated'; readonly reason: string }

export type EventKind = Event['kind']
export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>

/** A user task as it is opened: what the desk shows and who may take it. */
export interface OpenedTask {
  readonly element: string
  readonly name: string
  /** Program whose package holds the form. */
  readonly program: ProgramKey
  readonly form?: string
  readonly assignee?: UserId
  readonly candidateGroups: readonly string[]
  readonly candidateUsers: readonly string[]
  /** Epoch milliseconds. */
  readonly due?: number
  readonly followUp?: number
  readonly on?: OnClock
  readonly priority: number
  readonly fourEyes: readonly string[]
}

/** A piece of work for a connector or an external worker. */
export interface OpenedJob {
  readonly element: string
  readonly type: string
  readonly retries: number
  readonly headers: Readonly<Record<string, string>>
  /**
   * The element's own variables where it has input mappings, else all that are visible there. Fixed when the job opens,
   * so that the same key never goes out with two bodies.
   */
  readonly variables: JsonObject
}
