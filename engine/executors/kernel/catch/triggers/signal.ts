/** A signal is thrown somewhere in the agency. */
import { Failure } from '../../failure.ts'
import { textOf } from '../../variables/evaluate.ts'
import type { Opener } from './opener.ts'

export const signal: Opener<'signal'> = (visit, owner, element, trigger) => {
  const name = textOf(visit, `the signal name of ${element}`, trigger.signal.name, 'signal')
  return name instanceof Failure ? name : [{ kind: 'signal', owner, element, name }]
}
