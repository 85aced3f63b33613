/**
 * One application on its way through a procedure: where its tokens stand, what it waits for, what it knows.
 *
 * The state is a small JSON value and nothing else, so that it can be stored, compared byte for byte with the fold of
 * its history, and recovered in any process. Records are never changed in place: an applier puts a new record.
 * Called processes live inside the caller's state as a scope with their own program: a call is one transaction, one
 * history and one reference number, and needs no message between instances.
 */
import type { JobAnswer } from './job.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { ClockId, OnClock, StatutoryClock } from './statutory-clock.ts'
import type { Suspensions } from './suspension.ts'
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference, UserId } from './ids.ts'

export type InstanceStatus = 'active' | 'suspended' | 'completed' | 'terminated'

/** The process of the whole application: always its first element instance. */
export const PROCESS = '1' as LocalId

export interface InstanceState {
  readonly id: InstanceId
  readonly agency: AgencyId
  readonly reference: Reference
  readonly program: ProgramKey
  /** Absent: the kernel. */
  readonly executor?: string
  readonly status: InstanceStatus
  /** Why it is suspended, by who suspended it; only while it is. */
  readonly suspensions?: Suspensions
  /** What workers reported while it was suspended, in the order it came: taken one by one when it goes on. */
  readonly answers?: readonly HeldAnswer[]
  /** The next local id to give. */
  readonly next: number
  /** Live element instances only; the finished ones are in the history. Entry "1" is the process. */
  readonly elements: Readonly<Record<LocalId, ElementState>>
  readonly waits: Readonly<Record<LocalId, Wait>>
  readonly incidents: Readonly<Record<LocalId, Incident>>
  /** Who completed each user task last, by `completerKey`: for four-eyes. */
  readonly completers: Readonly<Record<string, UserId>>
  /** Statutory deadlines that run; absent where none does. */
  readonly clocks?: Readonly<Record<ClockId, StatutoryClock>>
  /** What its executor remembers beside all this; nobody else reads it. */
  readonly memory?: JsonObject
}

export interface HeldAnswer {
  /** The job. */
  readonly id: LocalId
  readonly answer: JobAnswer
}

export interface ElementState {
  /** Element id in its program. */
  readonly element: string
  /** Enclosing element instance; absent for the process. */
  readonly scope?: LocalId
  /** On scopes that run a program: the process and each called process. */
  readonly program?: ProgramKey
  /** Variables that live here; absent where the element is no scope and has no input mappings. */
  readonly variables?: JsonObject
  /** On scopes: tokens waiting before joins, by flow id. */
  readonly arrived?: Readonly<Record<string, number>>
  /** On scopes: complex gateways that wait for reset, with the flows they have had a token from. */
  readonly resets?: Readonly<Record<string, readonly string[]>>
  /** On scopes: how many element instances are directly inside, a completed scope has none. */
  readonly children?: number
  /** On an ad-hoc subprocess. */
  readonly adHoc?: AdHocState
  /** On the body of a loop. */
  readonly loop?: LoopState
  /** What has come already for events that need several triggers, by the event's id: what came with them. */
  readonly gathered?: Readonly<Record<string, JsonObject>>
  /** On an inner instance of a loop's body: 1-based. */
  readonly loopCounter?: number
  /** Set when the element is done with its own work but waits, e.g. for an incident to be resolved at `step`. */
  readonly stuck?: Step
  /** On scopes: what was completed directly inside and can still be undone, in the order of completion. */
  readonly completed?: readonly CompletedActivity[]
  /** This is a completed activity on its way to be undone: it holds what it knew, and its handler works inside it. */
  readonly compensation?: Compensation
  /** On a transaction: it ends by its cancel event once everything completed in it is undone. */
  readonly canceled?: true
}

/** A completed activity as it is remembered so that it can be undone: each is undone at most once. */
export interface CompletedActivity {
  /** Its own local id; of two, the one with the higher was completed later. */
  readonly id: LocalId
  /** The element instance that was completed. */
  readonly instance: LocalId
  readonly element: string
  readonly program?: ProgramKey
  /** Its own variables as they were when it was completed. */
  readonly variables?: JsonObject
  readonly loopCounter?: number
  /** A scope's: what was completed inside it. */
  readonly completed?: readonly CompletedActivity[]
  /** It was called off with its transaction: only what was completed inside is undone. */
  readonly isPartial?: true
}

export interface Compensation {
  /** What is to be undone after this. */
  readonly rest: Undoing
  /** The throwing event that goes on when all of it is undone. */
  readonly thrower?: LocalId
  readonly isPartial?: true
}

/** Completed activities that are to be undone, the last one first. */
export interface Undoing {
  /** Where they were completed. */
  readonly scopes: readonly LocalId[]
  /** Only those of this element. */
  readonly activity?: string
  /** Only those remembered by a lower id than this. */
  readonly before: LocalId
}

/** At which step an element stands when an incident stops it; resolving tries that step again. */
export type Step = 'activate' | 'complete' | 'continue'

/** How far an ad-hoc subprocess is. */
export interface AdHocState {
  /** Steps begun so far. */
  readonly begun: number
  /** Chosen, and to be begun one after the other. */
  readonly queue: readonly AdHocChoice[]
  /** Values of the output element, in order of completion; only with outputCollection. */
  readonly output?: readonly JsonValue[]
  /** Nothing more begins; it ends when what still runs has. */
  readonly closing?: true
}

/** A step of an ad-hoc subprocess, and variables of its own to begin with. */
export interface AdHocChoice {
  readonly element: string
  readonly variables?: JsonObject
}

export interface LoopState {
  /** Of a multi-instance body; a standard loop has none. */
  readonly items: readonly JsonValue[]
  readonly started: number
  readonly completed: number
  /** One place per item, null until that inner instance completes; only with outputCollection. */
  readonly output?: readonly JsonValue[]
}

/** What an element instance waits for. The local id of a task or job wait is its element instance's own id. */
export type Wait =
  | TaskWait
  | { readonly kind: 'job'; readonly owner: LocalId; readonly type: string; readonly retries: number }
  | {
      readonly kind: 'timer'
      readonly owner: LocalId
      /** The element that is triggered: the owner itself, a boundary event, a gateway's branch, an event subprocess. */
      readonly element: string
      /** Epoch milliseconds. */
      readonly due: number
      readonly repeat?: Repeat
      /** The statutory clock it moves with. */
      readonly on?: OnClock
    }
  | {
      readonly kind: 'message'
      readonly owner: LocalId
      readonly element: string
      readonly name: string
      readonly key: string
    }
  | { readonly kind: 'signal'; readonly owner: LocalId; readonly element: string; readonly name: string }
  | {
      readonly kind: 'condition'
      readonly owner: LocalId
      readonly element: string
      /** Which of several definitions of the event, from 0; absent where it has one. */
      readonly part?: number
      /** As it was found last: the event happens when this becomes true. */
      readonly holds: boolean
    }

export interface TaskWait {
  readonly kind: 'task'
  readonly owner: LocalId
  readonly assignee?: UserId
  /** The statutory clock its due date moves with, and that date. */
  readonly on?: OnClock
  readonly due?: number
}

/** Rest of a timer cycle: how often still after this time (-1 = for ever) and the ISO duration or cron line. */
export interface Repeat {
  readonly left: number
  readonly every: string
}

export type IncidentCause =
  | 'expression'
  | 'condition'
  | 'job'
  | 'error'
  | 'limit'
  | 'decision'
  | 'timer'
  | 'message'
  | 'signal'
  | 'call'

/** Why an instance stands still and a person must look. */
export interface Incident {
  readonly owner: LocalId
  readonly element: string
  readonly cause: IncidentCause
  /** What was expected and found, with the expression where there is one. */
  readonly message: string
  /** The condition that cannot be evaluated; its owner itself goes on. */
  readonly condition?: LocalId
}

/**
 * Under which name the completer of a user task is remembered: the element id, and in a called process also whose, so
 * that a task of the same name elsewhere never stands in for it. `OpenedTask.fourEyes` holds these names.
 */
export const completerKey = (root: ProgramKey, program: ProgramKey, element: string): string =>
  program === root ? element : `${program}#${element}`
