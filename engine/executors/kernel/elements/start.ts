/**
 * The beginning of a scope: from here on the event subprocesses of the scope listen.
 *
 * They are opened with the start event, not with the scope, so that an expression of theirs that fails holds this token
 * back and the scope begins where it was meant to once the incident is resolved. Where several start events of a
 * subprocess begin together, the scope opens them (inside.ts).
 */
import { startsIn } from '../../../core/starts.ts'
import type { Behaviour, Catch } from '../behaviour.ts'
import { catchesOf } from '../catch/catches.ts'
import { processClock } from '../clocks/begin.ts'
import { Failure } from '../failure.ts'
import { elementAt } from '../run.ts'
import type { Visit } from '../visit.ts'
import { opensItself } from './inside.ts'

export const start: Behaviour = {
  activate(visit) {
    const unkept = visit.program.deadlines && processClock(visit)
    if (unkept) return unkept
    const catches = listeners(visit)
    if (catches instanceof Failure) return catches
    const payload = visit.payload ?? visit.locals
    return payload ? { kind: 'pass', catches, result: payload } : { kind: 'pass', catches }
  },
}

function listeners(visit: Visit): readonly Catch[] | Failure {
  const { program, element, enclosing } = visit
  const scope = elementAt(program, element.parent)
  if ((scope.kind === 'subProcess' || scope.kind === 'transaction') && !opensItself(startsIn(program, scope.index)))
    return []
  return catchesOf(
    visit,
    enclosing,
    scope.eventSubProcesses.map((index) => elementAt(program, index)),
  )
}
