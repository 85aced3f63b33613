/**
 * The beginning of a scope: from here on the event subprocesses of the scope listen.
 *
 * They are opened with the start event, not with the scope, so that an expression of theirs that fails holds this token
 * back and the scope begins where it was meant to once the incident is resolved.
 */
import type { Behaviour } from '../behaviour.ts'
import { catchesOf } from '../catch/catches.ts'
import { Failure } from '../failure.ts'
import { elementAt } from '../run.ts'

export const start: Behaviour = {
  activate(visit) {
    const scope = elementAt(visit.program, visit.element.parent)
    const listeners = scope.eventSubProcesses.map((index) => elementAt(visit.program, index))
    const catches = catchesOf(visit, visit.enclosing, listeners)
    if (catches instanceof Failure) return catches
    const payload = visit.payload ?? visit.locals
    return payload ? { kind: 'pass', catches, result: payload } : { kind: 'pass', catches }
  },
}
