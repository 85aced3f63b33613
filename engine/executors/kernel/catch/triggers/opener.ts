/** What each kind of trigger answers for itself: what has to be opened so that it is noticed. */
import type { LocalId } from '../../../../core/ids.ts'
import type { SingleTrigger, TriggerOf } from '../../../../core/program.ts'
import type { Catch } from '../../behaviour.ts'
import type { Failure } from '../../failure.ts'
import type { Visit } from '../../visit.ts'

/** Opened for `owner`; `element` is what is triggered. Evaluated in the scope of `visit`; nothing may be emitted here. */
export type Opener<K extends SingleTrigger['kind']> = (
  visit: Visit,
  owner: LocalId,
  element: string,
  trigger: TriggerOf<K>,
) => readonly Catch[] | Failure
