/**
 * A service procedure as the engine runs it: one BPMN process, read and checked once per version, as flat tables.
 *
 * `core/bpmn` makes it from XML, the executors only read it. Elements and flows are numbered; parents, attachments and
 * flows refer to those numbers. Everything an element needs at run time stands on it, already parsed: no XML, no FEEL
 * text is looked at again. Programs are immutable and shared by all instances of a version.
 */
import type { ExecutorName } from './executor.ts'
import type { Decision } from './dmn/decision.ts'
import type { FeelExpression } from './feel/feel.ts'
import type { ProgramKey } from './ids.ts'
import type { KeptDeadline } from './kept-deadline.ts'
import type { UserTaskDefinition } from './user-task.ts'

export type { KeptDeadline } from './kept-deadline.ts'
export type { UserTaskDefinition } from './user-task.ts'

export type ElementIndex = number
export type FlowIndex = number

export interface Program {
  readonly key: ProgramKey
  readonly processId: string
  readonly name: string
  /** zeebe:versionTag of the process. */
  readonly versionTag?: string
  /** Which executor runs applications that begin with it, where its package says so. */
  readonly executor?: ExecutorName
  /** elements[0] is the process itself. */
  readonly elements: readonly Element[]
  readonly flows: readonly Flow[]
  readonly byId: ReadonlyMap<string, ElementIndex>
  /** Decisions of the package, by decision id: what business-rule tasks call. */
  readonly decisions: ReadonlyMap<string, Decision>
  /** Elements that carry a statutory deadline of the package, by id; absent where there are none. */
  readonly deadlines?: ReadonlyMap<string, KeptDeadline>
  /** Elements whose work lets the statutory clocks around them stand still: all, or those of these deadlines. */
  readonly stops?: ReadonlyMap<string, 'all' | readonly string[]>
}

export interface Flow {
  readonly index: FlowIndex
  readonly id: string
  readonly from: ElementIndex
  readonly to: ElementIndex
  /** Boolean FEEL; absent = unconditional. */
  readonly condition?: FeelExpression
  /** Not drawn: the way from a throwing link event to the catching one of its name. */
  readonly isLink?: true
}

/** An expression that may also be plain text in the file: `evaluate` of plain text gives that text. */
export type Expression = FeelExpression

export interface Mapping {
  readonly source: Expression
  /** Variable the value goes to; a path writes into a context: "applicant.name". */
  readonly target: readonly string[]
}

interface ElementBase {
  readonly index: ElementIndex
  readonly id: string
  readonly name: string
  /** The enclosing process or subprocess; -1 for the process. */
  readonly parent: ElementIndex
  readonly incoming: readonly FlowIndex[]
  readonly outgoing: readonly FlowIndex[]
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
  /** Properties: variables of its own from its beginning on, unless it is given them. */
  readonly locals?: readonly Mapping[]
  /** Boundary events attached to this element. */
  readonly boundaries: readonly ElementIndex[]
  /** Event subprocesses directly inside this scope (processes and subprocesses only). */
  readonly eventSubProcesses: readonly ElementIndex[]
  /** zeebe:taskHeaders, text to text. */
  readonly headers: Readonly<Record<string, string>>
  /** zeebe:properties, text to text; ours begin with "masar:". */
  readonly properties: Readonly<Record<string, string>>
  readonly loop?: Loop
  /** Taken when no other way out is open; on activities and on exclusive, inclusive and complex gateways. */
  readonly defaultFlow?: FlowIndex
}

/** How an activity is repeated. */
export type Loop = MultiInstance | StandardLoop
export type LoopKind = Loop['kind']

/** One instance for each item of a collection, or as many as a cardinality says: exactly one of the two is given. */
export interface MultiInstance {
  readonly kind: 'multiInstance'
  readonly sequential: boolean
  readonly inputCollection?: Expression
  readonly loopCardinality?: Expression
  readonly inputElement?: string
  readonly outputCollection?: string
  readonly outputElement?: Expression
  readonly completionCondition?: Expression
  /** Absent: it throws nothing (behaviour All). */
  readonly events?: readonly LoopEvent[]
}

/** What a multi-instance activity throws when an instance of it is done: at the first, at each, or when a condition holds. */
export interface LoopEvent {
  readonly when: 'first' | 'each' | Expression
  readonly thrown: ThrowOf<'signal' | 'escalation'>
}

/** Again as long as the condition holds; without one as often as the maximum says. */
export interface StandardLoop {
  readonly kind: 'standardLoop'
  /** The condition is asked before each round, the first included; otherwise after each. */
  readonly testBefore: boolean
  readonly loopCondition?: Expression
  readonly loopMaximum?: number
}

export interface JobDefinition {
  readonly type: Expression
  /** Attempts in all before an incident; at least 1. */
  readonly retries: Expression
}

export type TimerDefinition =
  /** When: FEEL giving an ISO 8601 date-time text or date and time. */
  | { readonly kind: 'date'; readonly at: Expression }
  /** ISO 8601 duration, text or FEEL duration; also "P5WD", five working days of the agency's calendar. */
  | { readonly kind: 'duration'; readonly after: Expression }
  /** R[n]/[start/]duration, or a five/six-field cron line. */
  | { readonly kind: 'cycle'; readonly every: Expression }

/** Its name alone says who is meant: everybody who waits for it at that moment. */
export interface SignalDefinition {
  readonly name: Expression
}

/** True or false over the variables the event sees; looked at again after a step that changed one of them. */
export interface ConditionDefinition {
  readonly condition: Expression
  /** zeebe:conditionalFilter: only changes of these variables count. */
  readonly variables?: readonly string[]
  /** And only of these kinds. */
  readonly changes?: readonly VariableChange[]
}

/** A variable is new in its scope, or gets another value. */
export type VariableChange = 'create' | 'update'

export interface MessageDefinition {
  readonly name: Expression
  /** Absent on message start events. */
  readonly correlationKey?: Expression
}

/** What a message throw event or send task does: sends inside Masar, or hands a job to a worker. */
export type SendDefinition =
  | {
      readonly kind: 'publish'
      readonly name: Expression
      readonly correlationKey: Expression
      readonly messageId?: Expression
      /** ISO 8601 duration the message waits for a taker; default PT1H. */
      readonly timeToLive?: Expression
    }
  | { readonly kind: 'job'; readonly job: JobDefinition }

/** What a catching event waits for, wherever it stands. */
export type Trigger =
  | SingleTrigger
  /** One of them suffices; in parallel all of them are needed, in whatever order. */
  | { readonly kind: 'multiple'; readonly triggers: readonly SingleTrigger[]; readonly parallel: boolean }

/** Error codes are literal text; absent on a catch = every error. */
export type SingleTrigger =
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'signal'; readonly signal: SignalDefinition }
  | { readonly kind: 'conditional'; readonly condition: ConditionDefinition }
  | {
      readonly kind: 'error'
      readonly code?: string
      readonly codeVariable?: string
      readonly messageVariable?: string
    }
  /** Codes are literal text; without one every escalation is caught. */
  | { readonly kind: 'escalation'; readonly code?: string; readonly codeVariable?: string }
  /** Where the tokens of the throwing link events of its name come out. */
  | { readonly kind: 'link' }
  /** On an activity's edge, with the activity that undoes it; without one it starts a subprocess's own way of undoing. */
  | { readonly kind: 'compensation'; readonly handler?: ElementIndex }
  /** On a transaction's edge: it was canceled, and what was completed in it is undone. */
  | { readonly kind: 'cancel' }

/** What may set the event off, each by itself or with the others. */
export const singleTriggers = (trigger: Trigger | undefined): readonly SingleTrigger[] => {
  if (!trigger) return []
  return trigger.kind === 'multiple' ? trigger.triggers : [trigger]
}

export type TriggerKind = Trigger['kind']
export type TriggerOf<K extends TriggerKind> = Extract<Trigger, { kind: K }>

/** What a throwing event does, on the way (throwEvent) or as a path's end (endEvent). */
export type Throw =
  | SingleThrow
  /** All of them, in this order. */
  | { readonly kind: 'multiple'; readonly throws: readonly SingleThrow[] }

export type SingleThrow =
  | { readonly kind: 'message'; readonly send: SendDefinition }
  | { readonly kind: 'signal'; readonly signal: SignalDefinition }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'escalation'; readonly code: string }
  | { readonly kind: 'terminate' }
  /** Goes on at the catching link event of its name. */
  | { readonly kind: 'link' }
  /** Undoes that activity, or everything completed in its scope; `waits`: goes on once it is undone. */
  | { readonly kind: 'compensation'; readonly activity?: ElementIndex; readonly waits: boolean }
  /** Cancels the transaction around it. */
  | { readonly kind: 'cancel' }

export type ThrowKind = Throw['kind']
export type ThrowOf<K extends ThrowKind> = Extract<Throw, { kind: K }>

/** The variants, one per file in executors/kernel/elements. */
export type Element = ElementBase &
  (
    | { readonly kind: 'process' }
    /** Without a trigger: a none start event. */
    | { readonly kind: 'startEvent'; readonly trigger?: Trigger }
    /** Start event inside an event subprocess: its trigger. */
    | { readonly kind: 'eventStart'; readonly trigger: Trigger; readonly interrupting: boolean }
    /** Without a throw: a none end event. */
    | { readonly kind: 'endEvent'; readonly throws?: Throw }
    | { readonly kind: 'userTask'; readonly task: UserTaskDefinition }
    | { readonly kind: 'serviceTask'; readonly job: JobDefinition }
    | { readonly kind: 'sendTask'; readonly send: SendDefinition }
    /** instantiate: its message begins the process. */
    | { readonly kind: 'receiveTask'; readonly message: MessageDefinition; readonly instantiate?: true }
    | { readonly kind: 'scriptTask'; readonly expression: Expression; readonly resultVariable: string }
    | { readonly kind: 'businessRuleTask'; readonly decisionId: string; readonly resultVariable: string }
    /** Manual tasks and the abstract task: recorded, then passed. */
    | { readonly kind: 'manualTask' }
    | { readonly kind: 'exclusiveGateway' }
    | { readonly kind: 'parallelGateway' }
    | { readonly kind: 'inclusiveGateway' }
    /** Activation condition: boolean over activationCount, activationCounts by flow id and the variables. */
    | { readonly kind: 'complexGateway'; readonly activationCondition?: Expression }
    /** instantiate: the first of its messages begins the process; in parallel all the others are awaited as well. */
    | { readonly kind: 'eventBasedGateway'; readonly instantiate?: 'exclusive' | 'parallel' }
    | { readonly kind: 'subProcess' }
    | { readonly kind: 'transaction' }
    | {
        readonly kind: 'adHocSubProcess'
        readonly ordering: 'parallel' | 'sequential'
        /** Ids of the steps to begin with; absent: somebody chooses. */
        readonly activeElements?: Expression
        readonly completionCondition?: Expression
        /** What still runs when the condition holds is called off. */
        readonly cancelRemaining: boolean
        readonly outputCollection?: string
        readonly outputElement?: Expression
      }
    /** triggeredByEvent; holds exactly one eventStart. */
    | { readonly kind: 'eventSubProcess'; readonly start: ElementIndex }
    | {
        readonly kind: 'callActivity'
        /** Pinned when the package was deployed. */
        readonly called: ProgramKey
        /** Another version of that process, found when it is called. */
        readonly binding?: CallBinding
        /** Which of several none start events the called process begins with. */
        readonly startElement?: string
        readonly propagateAllParentVariables: boolean
        readonly propagateAllChildVariables: boolean
      }
    | {
        readonly kind: 'boundaryEvent'
        readonly attachedTo: ElementIndex
        readonly interrupting: boolean
        readonly trigger: Trigger
      }
    | { readonly kind: 'catchEvent'; readonly trigger: Trigger }
    /** Without a throw: a milestone, recorded and passed. */
    | { readonly kind: 'throwEvent'; readonly throws?: Throw }
  )

export type ElementKind = Element['kind']
export type ElementOf<K extends ElementKind> = Extract<Element, { kind: K }>

/** The highest version in force, or the highest that has this version tag. */
export type CallBinding = { readonly kind: 'latest' } | { readonly kind: 'versionTag'; readonly tag: string }

export const elementById = ({ elements, byId }: Program, id: string): Element | undefined => {
  const index = byId.get(id)
  return index === undefined ? undefined : elements[index]
}

/** Where a process or subprocess begins when nothing has set it off. */
export const isNoneStart = (element: Element): boolean => element.kind === 'startEvent' && element.trigger === undefined

/** Where the executor finds the programs of call activities: every version an instance pinned stays available. */
export interface Library {
  program(key: ProgramKey): Program | undefined
  /** The same process in another version, as things stand now; the record says which it was. Absent: only pinned ones. */
  bound?(key: ProgramKey, binding: CallBinding): Program | undefined
}
