/** An element that waits for one event: a time or a message. After an event-based gateway it has happened already. */
import type { Behaviour } from '../behaviour.ts'
import { catchesOf } from '../catch/catches.ts'
import { Failure } from '../failure.ts'

export const catching: Behaviour = {
  activate(visit) {
    if (visit.payload) return { kind: 'pass', result: visit.payload }
    const catches = catchesOf(visit, visit.id, [visit.element])
    return catches instanceof Failure ? catches : { kind: 'wait', catches }
  },
}
