/** Every kind of trigger and the file that knows it. */
import type { LocalId } from '../../../../core/ids.ts'
import type { Trigger, TriggerKind } from '../../../../core/program.ts'
import type { Catch } from '../../behaviour.ts'
import type { Failure } from '../../failure.ts'
import type { Visit } from '../../visit.ts'
import { cancel } from './cancel.ts'
import { compensation } from './compensation.ts'
import { conditional } from './conditional.ts'
import { escalation } from './escalation.ts'
import { error } from './error.ts'
import { link } from './link.ts'
import { message } from './message.ts'
import type { Opener } from './opener.ts'
import { signal } from './signal.ts'
import { timer } from './timer.ts'

const OPENERS: { readonly [K in TriggerKind]: Opener<K> } = {
  timer,
  message,
  signal,
  conditional,
  error,
  escalation,
  cancel,
  link,
  compensation,
}

export function openerOf(visit: Visit, owner: LocalId, element: string, trigger: Trigger): readonly Catch[] | Failure {
  const opener = OPENERS[trigger.kind] as Opener<TriggerKind>
  return opener(visit, owner, element, trigger)
}
