/** Every kind of throw and the file that knows it. */
import type { Throw, ThrowKind } from '../../../core/program.ts'
import type { Opening } from '../behaviour.ts'
import type { Failure } from '../failure.ts'
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

const THROWERS: { readonly [K in ThrowKind]: Thrower<K> } = {
  message,
  signal,
  error,
  escalation,
  terminate,
  cancel,
  link,
  compensation,
}

/** Without a throw the event only marks the way. */
export function activateThrow(visit: Visit, thrown: Throw | undefined): Failure | Opening {
  if (!thrown) return { kind: 'pass' }
  const thrower = THROWERS[thrown.kind] as Thrower<ThrowKind>
  return thrower(visit, thrown)
}
