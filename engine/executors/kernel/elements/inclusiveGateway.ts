/** Every way out whose condition is true, else the default; as a join it waits for every token that can still come. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { defaultFlow, openWays } from './ways.ts'

export const inclusiveGateway: Behaviour<ElementOf<'inclusiveGateway'>> = {
  join: 'reachable',
  activate: () => ({ kind: 'pass' }),
  leave(visit) {
    const open = openWays(visit, visit.element.defaultFlow)
    return open instanceof Failure || open.length > 0 ? open : defaultFlow(visit, visit.element.defaultFlow)
  },
}
