/** Every kind of trigger and the file that knows it. */
import type { LocalId } from '../../../../core/ids.ts'
import type { SingleTrigger, Trigger } from '../../../../core/program.ts'
import type { Catch } from '../../behaviour.ts'
import { Failure } from '../../failure.ts'
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

const OPENERS: { readonly [K in SingleTrigger['kind']]: Opener<K> } = {
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

/** Of several triggers each is opened, in the order of the file. */
export function openerOf(visit: Visit, owner: LocalId, element: string, trigger: Trigger): readonly Catch[] | Failure {
  if (trigger.kind !== 'multiple') return openSingle(visit, owner, element, trigger)
  const catches: Catch[] = []
  for (const [part, single] of trigger.triggers.entries()) {
    const opened = openSingle(visit, owner, element, single)
    if (opened instanceof Failure) return opened
    catches.push(...opened.map((one) => (one.kind === 'condition' ? { ...one, part } : one)))
  }
  return catches
}

function openSingle(visit: Visit, owner: LocalId, element: string, trigger: SingleTrigger): readonly Catch[] | Failure {
  const opener = OPENERS[trigger.kind] as Opener<SingleTrigger['kind']>
  return opener(visit, owner, element, trigger)
}
