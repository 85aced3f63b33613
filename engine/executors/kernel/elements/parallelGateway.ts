/** All ways out at once; as a join it waits for a token on every way in. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { outgoing } from './ways.ts'

export const parallelGateway: Behaviour<ElementOf<'parallelGateway'>> = {
  join: 'every',
  activate: () => ({ kind: 'pass' }),
  leave: (visit) => outgoing(visit),
}
