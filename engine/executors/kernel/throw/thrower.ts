/** What each kind of throw answers for itself: what happens when a token comes to a throwing event. */
import type { SingleThrow, ThrowOf } from '../../../core/program.ts'
import type { Opening } from '../behaviour.ts'
import type { Failure } from '../failure.ts'
import type { Visit } from '../visit.ts'

/** Nothing may be emitted here, as in a behaviour's `activate`. */
export type Thrower<K extends SingleThrow['kind']> = (visit: Visit, thrown: ThrowOf<K>) => Failure | Opening
