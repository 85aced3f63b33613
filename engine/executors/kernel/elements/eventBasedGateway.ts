/** Whatever happens first decides the way: a message, or the time that runs out. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { catchesOf } from '../catch/catches.ts'
import { Failure } from '../failure.ts'
import { elementAt } from '../run.ts'
import { outgoing } from './ways.ts'

/** The gateway itself holds the events of its branches; the winner's element is entered with its event. */
export const eventBasedGateway: Behaviour<ElementOf<'eventBasedGateway'>> = {
  activate(visit) {
    const branches = outgoing(visit).map(({ to }) => elementAt(visit.program, to))
    const catches = catchesOf(visit, visit.id, branches)
    return catches instanceof Failure ? catches : { kind: 'wait', catches }
  },
}
