/** A signal for everybody who waits for it now, with the mapped inputs and nothing else. */
import { waitersOf } from '../catch/waiters.ts'
import { mappedInputs } from '../variables/mapping.ts'
import { Failure } from '../failure.ts'
import { crowded, tooMuchSent } from '../limits.ts'
import { textOf } from '../variables/evaluate.ts'
import type { Thrower } from './thrower.ts'

export const signal: Thrower<'signal'> = (visit, thrown) => {
  const much = visit.run.unanswered === undefined ? tooMuchSent(visit) : new Failure('limit', visit.run.unanswered)
  if (much) return much
  const name = textOf(visit, 'the signal name', thrown.signal.name, 'signal')
  if (name instanceof Failure) return name
  const variables = mappedInputs(visit)
  const { run, id } = visit
  const full = crowded(run, name, waitersOf(run.draft, name).length, variables)
  return full ?? { kind: 'pass', facts: [{ kind: 'signalThrown', id, name, variables }] }
}
