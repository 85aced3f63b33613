/** What each kind of repeated activity answers for itself: how its rounds begin, and what follows when one is done. */
import type { LoopState } from '../../../core/instance.ts'
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import type { Loop, LoopKind } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import type { Failure } from '../failure.ts'
import type { Told } from './events.ts'
import type { Visit } from '../visit.ts'

export interface LoopBehaviour<L extends Loop> {
  /** Takes the place of the element's own behaviour on the body, which stands for all rounds and has the boundary events. */
  readonly body: Behaviour
  /** The next round of a body, or nothing where every one has begun. */
  next(loop: L, state: LoopState): Round | undefined
  /** What follows when this inner instance is done. Nothing may be emitted here. */
  outcome(visit: Visit, loop: L, state: LoopState): Outcome | Failure
  /** What the body gives to the scope around it at its end. */
  result(loop: L, state: LoopState): JsonObject | undefined
}

export interface Round {
  /** Variables of the inner instance. */
  readonly variables: JsonObject
  /** The round after it begins as well, without waiting for this one. */
  readonly parallel: boolean
}

export interface Outcome {
  readonly completed: number
  readonly output?: { readonly index: number; readonly value: JsonValue }
  /** Events it throws, and where they are caught. */
  readonly told?: Told
  /** The body is done, or the next round begins, or the others go on by themselves. */
  readonly next: 'body' | 'round' | 'others'
}

export type LoopOf<K extends LoopKind> = Extract<Loop, { kind: K }>
