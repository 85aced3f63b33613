/** Every kind of throw and the file that knows it. */
import type { SingleThrow, Throw } from '../../../core/program.ts'
import type { Opening } from '../behaviour.ts'
import type { Caught } from '../catch/catcher.ts'
import { Failure } from '../failure.ts'
import type { Visit } from '../visit.ts'
import { cancel } from './cancel.ts'
import { compensation } from './compensation.ts'
import { escalation } from './escalation.ts'
import { error } from './error.ts'
import { link } from './link.ts'
import { message } from './message.ts'
import { signal } from './signal.ts'
import { terminate } from './terminate.ts'
import type { Thrower } from './thrower.ts'

const THROWERS: { readonly [K in SingleThrow['kind']]: Thrower<K> } = {
  message,
  signal,
  error,
  escalation,
  terminate,
  cancel,
  link,
  compensation,
}

/** Without a throw the event only marks the way; of several each is done, in order, or none where one cannot be. */
export function activateThrow(visit: Visit, thrown: Throw | undefined): Failure | Opening {
  if (!thrown) return { kind: 'pass' }
  if (thrown.kind !== 'multiple') return activateSingle(visit, thrown)
  let whole: Opening = { kind: 'pass' }
  for (const one of thrown.throws) {
    const opening = activateSingle(visit, one)
    if (opening instanceof Failure) return opening
    whole = joined(whole, opening)
  }
  return whole
}

function activateSingle(visit: Visit, thrown: SingleThrow): Failure | Opening {
  const thrower = THROWERS[thrown.kind] as Thrower<SingleThrow['kind']>
  return thrower(visit, thrown)
}

/** What a later one does comes after what an earlier one does; a worker's job is waited for before anything is passed on. */
function joined(one: Opening, other: Opening): Opening {
  const facts = [...(one.facts ?? []), ...(other.facts ?? [])]
  const caught = [...caughtBy(one), ...caughtBy(other)]
  if (caught.length > 0 || one.kind === 'throw' || other.kind === 'throw') return { kind: 'throw', facts, caught }
  return { kind: one.kind === 'wait' || other.kind === 'wait' ? 'wait' : 'pass', facts }
}

const caughtBy = (opening: Opening): readonly Caught[] => (opening.kind === 'throw' ? opening.caught : [])
