/** One way out of several: the first whose condition is true, else the default. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { holds } from '../variables/evaluate.ts'
import { defaultFlow, outgoing } from './ways.ts'

export const exclusiveGateway: Behaviour<ElementOf<'exclusiveGateway'>> = {
  activate: () => ({ kind: 'pass' }),
  leave(visit) {
    for (const flow of outgoing(visit, visit.element.defaultFlow)) {
      const taken = holds(visit, flow, visit.outside)
      if (taken instanceof Failure) return taken
      if (taken) return [flow]
    }
    return defaultFlow(visit, visit.element.defaultFlow)
  },
}
