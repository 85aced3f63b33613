/**
 * Where an application stands, as BPMN 2.0.2 tells it (7.2 "token", 13.1): tokens on sequence flows, and instances of
 * the nodes they have reached. A process or subprocess instance holds the tokens of its own level (13.3.4).
 */
import type { Feel, Inside, Node } from '../drawing/drawing.ts'

export type Value = unknown
export type Variables = Record<string, Value>

export interface Token {
  readonly flow: string
  /** What had to happen before it: the fact of its flow being taken. */
  readonly fact: string
  /** Greater for one that came into being later. */
  readonly born: number
}

/** The process itself is an instance too; it has no node of its own. */
export interface Instance {
  readonly node: Node | undefined
  /** Which instance of which element within which: "main/part1#1/user2#2". */
  readonly path: string
  readonly parent: Instance | undefined
  /** Variables that live here (10.4.1: data is visible to the activity it belongs to and to what is inside). */
  variables: Variables
  /** Nodes and flows inside, where it is a scope. */
  readonly inside: Inside | undefined
  readonly tokens: Token[]
  readonly children: Instance[]
  waits: Wait[]
  /** One of several instances of a repeated activity: 1-based. */
  readonly counter?: number
  /** The outer instance of a repeated activity (13.3.6, 13.3.7). */
  loop?: Rounds
  /** An interrupting event subprocess has taken over, or only event subprocesses are left: no new ones start (13.5.4). */
  closed: boolean
  adHoc?: AdHoc
  /** A transaction that was canceled and is being undone (10.3.5). */
  canceled: boolean
  /** An operator must look: the procedure itself cannot go on here. */
  incident: boolean
  /** Complex gateways that wait for reset, with the flows they have had a token from (13.4.5). */
  readonly resets: Map<string, readonly string[]>
  /** What was completed directly inside and can be undone, in order. */
  readonly completed: Completed[]
  readonly undoing?: Undoing
  /** What must have happened before it can complete. */
  readonly because: string[]
}

/** How far an ad-hoc subprocess is (13.3.5). */
export interface AdHoc {
  begun: number
  /** To be begun one after the other. */
  queue: string[]
  /** Its condition has come true: nothing more begins. */
  closing: boolean
}

/** A completed activity as its scope remembers it, to be undone (13.5.5). */
export interface Completed {
  readonly node: Node
  /** Not the outer instance of a repeated activity, which has no handler of its own: each round has. */
  readonly isWhole: boolean
  /** Its own variables when it was completed: the snapshot. */
  readonly variables: Variables
  /** What was completed inside it, in order. */
  readonly completed: Completed[]
  /** Greater for what was completed later. */
  readonly order: number
}

/** An activity on its way to be undone, and what is to be undone after it. */
export interface Undoing {
  readonly of: Completed
  readonly rest: readonly Due[]
  /** The throwing event that waits for it. */
  readonly thrower: Instance | undefined
}

export interface Due {
  readonly scope: Instance
  readonly of: Completed
}

export interface Rounds {
  /** Of a multi-instance activity; a standard loop does not know how many there will be. */
  readonly items: readonly Value[]
  readonly output: Value[]
  started: number
  completed: number
}

export type Wait =
  | { readonly kind: 'task' | 'job'; readonly owner: Instance; readonly node: Node }
  | {
      readonly kind: 'timer'
      readonly owner: Instance
      readonly node: Node
      readonly due: number
      readonly again: { readonly left: number; readonly hours: number } | undefined
    }
  | {
      readonly kind: 'condition'
      readonly owner: Instance
      readonly node: Node
      readonly condition: Feel
      readonly opened: number
      /** Whether it held when it was last looked at. */
      holds: boolean
    }
  /** `opened`: greater for one that was opened later. */
  | {
      readonly kind: 'signal'
      readonly owner: Instance
      readonly node: Node
      readonly name: string
      readonly opened: number
    }
  | {
      readonly kind: 'message'
      readonly owner: Instance
      readonly node: Node
      readonly name: string
      readonly key: string
    }

/** How a wait is called from outside. */
export const waitKey = ({ kind, owner, node }: Wait): string => `${kind} ${owner.path} ${node.id}`

/** Every live instance, outer ones first. */
export function* live(instance: Instance): Generator<Instance> {
  yield instance
  for (const child of instance.children) yield* live(child)
}

/** Variables seen from an instance, inner ones first (10.4.1). */
export function seen(from: Instance, name: string): Value {
  for (let at: Instance | undefined = from; at; at = outer(at))
    if (Object.hasOwn(at.variables, name)) return at.variables[name]
  return undefined
}

/** A called process sees only its own data (10.4.1, 10.3.6: the called element is self-contained). */
export const outer = (instance: Instance): Instance | undefined => (instance.node ? instance.parent : undefined)

export function everythingSeen(from: Instance): Variables {
  const all: Variables = {}
  for (let at: Instance | undefined = from; at; at = outer(at))
    for (const [name, value] of Object.entries(at.variables)) if (!Object.hasOwn(all, name)) all[name] = value
  return all
}
