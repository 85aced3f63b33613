/**
 * An element that waits for one event: a time or a message. After an event-based gateway it has happened already.
 *
 * Where its message began the process, it begins the scope as a start event does; stopped there, it keeps what the message
 * brought as its variables.
 */
import { messageStartsOf } from '../../../core/starts.ts'
import type { Behaviour } from '../behaviour.ts'
import { catchesOf } from '../catch/catches.ts'
import { Failure } from '../failure.ts'
import type { Visit } from '../visit.ts'
import { start } from './start.ts'

export const catching: Behaviour = {
  activate(visit) {
    if (hasBegunProcess(visit)) return start.activate(visit)
    if (visit.element.kind === 'catchEvent' && visit.element.trigger.kind === 'link') return { kind: 'pass' }
    if (visit.payload) return { kind: 'pass', result: visit.payload }
    const catches = catchesOf(visit, visit.id, [visit.element])
    return catches instanceof Failure ? catches : { kind: 'wait', catches }
  },
}

/** What is awaited beside the first message of a parallel gateway comes without one. */
function hasBegunProcess({ program, element, payload, record }: Visit): boolean {
  return (
    (payload ?? record?.variables) !== undefined &&
    messageStartsOf(program).some((one) => one.element.index === element.index)
  )
}
