/**
 * The executor port: given where an application stands and what is asked, say what happens. A pure function.
 *
 * `decide` is deterministic: the same state, command and context give the same events byte for byte. It returns the
 * state after those events as well, so that nobody folds twice; `apply` over the events gives that same state, and the
 * contract suite holds every executor to it. An expected failure of the procedure itself (an expression that fails, no
 * flow to take, a limit reached) is an incident event. Only a command that does not fit the state (a task that is not
 * open) is refused with a problem, and changes nothing.
 */
import type { Command } from './command.ts'
import type { Event } from './event.ts'
import type { InstanceState } from './instance.ts'
import type { Calendar } from './policy/calendar.ts'
import type { Problem } from './problem.ts'
import type { Library } from './program.ts'

/** What may stand in workflow.json under "executor", and in the installation's configuration. */
export const EXECUTORS = ['kernel', 'bpmn-engine'] as const
export type ExecutorName = (typeof EXECUTORS)[number]

export interface Executor {
  readonly name: string
  decide(state: InstanceState | undefined, command: Command, ctx: Context): Decided | Problem
  /** The only thing that changes state; `undefined` before `instanceStarted`. Never changes its argument. */
  apply(state: InstanceState | undefined, event: Event): InstanceState
}

export interface Decided {
  readonly events: readonly Event[]
  readonly state: InstanceState
}

export interface Context {
  /** Epoch milliseconds; one `now` for the whole command, recorded with its events. */
  readonly now: number
  readonly library: Library
  readonly calendar: Calendar
  readonly limits: Limits
}

/** Beyond these an instance stops with an incident, never the process. */
export interface Limits {
  /** Elements activated and flows taken in one command. */
  readonly steps: number
  /** Live element instances in one process instance. */
  readonly tokens: number
  /** Tasks, jobs, timers and subscriptions open in one process instance. */
  readonly waits: number
  readonly multiInstance: number
  readonly callDepth: number
  /** Bytes of all variables of an instance as JSON. */
  readonly variables: number
  /** Bytes of events one command may make; 0 when the instance has made all it may. */
  readonly record: number
  /** Characters of all events of an instance from its start to its end. */
  readonly history: number
  /** Messages and signals one command may send. */
  readonly messages: number
  /** Applications that one may start by messages and signals, directly or through others. */
  readonly descendants: number
  /** Deliveries of signals with which applications answer a signal, directly or through others. */
  readonly answers: number
}

/** A thousand parallel items of a few steps each must begin in one command; ten thousand steps take some 50 ms. */
export const LIMITS: Limits = {
  steps: 10_000,
  tokens: 10_000,
  waits: 10_000,
  multiInstance: 1_000,
  callDepth: 16,
  variables: 4_000_000,
  record: 20_000_000,
  history: 60_000_000,
  messages: 1_000,
  descendants: 1_000,
  answers: 1_000_000,
}
