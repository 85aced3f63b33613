/** Something that happened while a step was being done: a deadline passed, a message or an error came. */
import type { Behaviour } from '../behaviour.ts'
import { anew } from '../catch/gather.ts'
import { Failure } from '../failure.ts'

/** The life cycle sends a token here only when it has happened. */
export const boundaryEvent: Behaviour = {
  activate(visit) {
    const catches = anew(visit)
    return catches instanceof Failure ? catches : { kind: 'pass', catches, result: visit.payload ?? visit.locals ?? {} }
  },
}
