/**
 * A procedure as an analyst sees it: steps, events and gateways joined by arrows, in BPMN's own words and nothing else.
 *
 * The reference interpreter plays it as it stands here; `xml.ts` writes the same drawing as a BPMN file, which the
 * executors get by way of the reader, the rules and the compiler. So whatever is lost on that way is a difference too.
 */

/** FEEL, without the "=" in front. */
export type Feel = string

export interface Flow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly condition?: Feel
}

export interface Inside {
  readonly nodes: readonly Node[]
  readonly flows: readonly Flow[]
}

export interface ProcessDrawing extends Inside {
  readonly id: string
}

export interface Mapping {
  readonly source: Feel
  readonly target: string
}

/** How an activity is repeated. */
export type Loop = MultiInstance | StandardLoop

export interface MultiInstance {
  readonly kind: 'multiInstance'
  readonly sequential: boolean
  /** One instance for each item, or as many as a number says. */
  readonly over: { readonly collection: Feel; readonly item?: string } | { readonly cardinality: Feel }
  readonly output?: { readonly collection: string; readonly element: Feel }
  readonly completion?: Feel
}

export interface StandardLoop {
  readonly kind: 'standard'
  readonly testBefore: boolean
  readonly condition?: Feel
  readonly maximum?: number
}

export type Timer =
  | { readonly kind: 'duration'; readonly hours: number }
  | { readonly kind: 'cycle'; readonly times: number; readonly hours: number }

export type Trigger =
  | { readonly kind: 'timer'; readonly timer: Timer }
  | { readonly kind: 'message'; readonly name: string; readonly key: Feel }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'condition'; readonly condition: Feel }
  /** No code: every escalation. */
  | { readonly kind: 'escalation'; readonly code?: string }
  /** On a transaction's edge. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'link'; readonly name: string }
  /** On an activity's edge with the activity that undoes it; at the start of an event subprocess without. */
  | { readonly kind: 'compensation'; readonly handler?: string }
  /** No code: every error. */
  | { readonly kind: 'error'; readonly code?: string }

export type Result =
  | { readonly kind: 'none' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'message'; readonly name: string }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'escalation'; readonly code: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'link'; readonly name: string }
  /** Of one activity, or of everything completed in the scope. */
  | { readonly kind: 'compensation'; readonly activity?: string; readonly waits: boolean }

export type Work =
  | { readonly kind: 'user' }
  | { readonly kind: 'service' }
  /** A worker delivers it. */
  | { readonly kind: 'send' }
  | { readonly kind: 'receive'; readonly name: string; readonly key: Feel }
  | { readonly kind: 'script'; readonly expression: Feel; readonly result: string }
  | { readonly kind: 'manual' }
  | { readonly kind: 'abstract' }

interface NodeBase {
  readonly id: string
  readonly inputs?: readonly Mapping[]
  readonly outputs?: readonly Mapping[]
  readonly loop?: Loop
  /** It undoes another activity and lies on no path. */
  readonly isForCompensation?: true
  /** Flow taken when no other is. */
  readonly otherwise?: string
}

export type Node = NodeBase &
  (
    | { readonly kind: 'start' }
    | { readonly kind: 'eventStart'; readonly trigger: Trigger; readonly interrupting: boolean }
    | { readonly kind: 'end'; readonly result: Result }
    | { readonly kind: 'catch'; readonly trigger: Trigger }
    | { readonly kind: 'throw'; readonly result: Result }
    | {
        readonly kind: 'boundary'
        readonly on: string
        readonly interrupting: boolean
        readonly trigger: Trigger
      }
    | { readonly kind: 'task'; readonly work: Work }
    | { readonly kind: 'exclusive' }
    | { readonly kind: 'parallel' }
    | { readonly kind: 'inclusive' }
    | { readonly kind: 'complex'; readonly activation?: Feel }
    | { readonly kind: 'eventBased' }
    | { readonly kind: 'subProcess'; readonly inside: Inside; readonly isTransaction?: true }
    /** `active`: names of the steps to begin with. */
    | {
        readonly kind: 'adHoc'
        readonly inside: Inside
        readonly sequential: boolean
        readonly active: Feel
        readonly completion?: Feel
        readonly cancelRemaining: boolean
      }
    | { readonly kind: 'eventSubProcess'; readonly inside: Inside }
    /** `everything`: all variables go in and come out; otherwise the mappings alone. */
    | { readonly kind: 'call'; readonly process: string; readonly everything: boolean }
  )

export type NodeKind = Node['kind']
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>
