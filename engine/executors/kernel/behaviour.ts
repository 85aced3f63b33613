/**
 * What every kind of element answers for itself: what it needs when a token enters, and where the token goes on.
 *
 * Behaviours only evaluate and say; the life cycle (lifecycle.ts) does. So a step that fails has left nothing behind.
 */
import type { Event } from '../../core/event.ts'
import type { LoopState, Undoing, Wait } from '../../core/instance.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Element, Flow } from '../../core/program.ts'
import type { Caught } from './catch/catcher.ts'
import type { Failure } from './failure.ts'
import type { Move } from './run.ts'
import type { Visit } from './visit.ts'

export interface Behaviour<E extends Element = Element> {
  /** What happens when a token is in the element. Nothing may be emitted here. */
  activate(visit: Visit<E>): Failure | Opening
  /** Flows the token leaves on; absent: every flow without a condition or with one that holds. */
  leave?(visit: Visit<E>): Failure | readonly Flow[]
  /** What a scope gives beside what is set inside it. */
  result?(visit: Visit<E>): JsonObject | undefined
  /** Waits for a token on every incoming flow, or on every one a token can still reach, or for what its condition says. */
  readonly join?: 'every' | 'reachable' | 'complex'
  /** Holds variables and elements of its own. */
  readonly isScope?: true
  /** Ends everything else in its scope, or has the transaction around it undone. */
  ends?(element: E): 'scope' | 'transaction' | undefined
}

export type Opening = {
  /** Recorded once the element is active: a task is open, a message is out. */
  readonly facts?: readonly Fact[]
  /** Timers and subscriptions it opens. */
  readonly catches?: readonly Catch[]
  /** Completed activities that are undone now; an element that waits goes on after the last. */
  readonly undoes?: Undoing
} & (
  | { readonly kind: 'wait' }
  /** Goes on at once, with this to give. */
  | { readonly kind: 'pass'; readonly result?: JsonObject }
  /** Sends tokens inside and waits for the inside to end. */
  | { readonly kind: 'enter'; readonly moves: readonly Move[]; readonly loop?: LoopState }
  /** As enter, when it was entered before and stopped at a limit. */
  | { readonly kind: 'resume'; readonly moves: readonly Move[] }
  /** Is caught, and goes on where that has not ended it; what nobody catches is only told. */
  | { readonly kind: 'throw'; readonly caught: readonly Caught[] }
)

export type Fact = Extract<
  Event,
  {
    kind:
      | 'taskOpened'
      | 'jobOpened'
      | 'messagePublished'
      | 'signalThrown'
      | 'decisionEvaluated'
      | 'errorThrown'
      | 'escalationThrown'
      | 'adHocChanged'
  }
>

/** A timer, subscription or condition with everything evaluated that can be before it waits. */
export type Catch = Extract<Wait, { kind: 'timer' | 'message' | 'signal' | 'condition' }>
