/** Everything bpmn-engine cannot do, with the reason; a procedure that needs one of these is refused on it. */
import type { Element, Library, Program } from '../../../core/program.ts'
import { programsFrom } from '../library/drawing.ts'
import { adHoc } from './ad-hoc.ts'
import type { Cannot } from './cannot.ts'
import { compensation } from './compensation.ts'
import { complexGateway } from './complex-gateway.ts'
import { inclusiveJoin } from './inclusive-join.ts'
import { lateCall } from './late-call.ts'
import { loopEvents } from './loop-events.ts'
import { secondToken } from './second-token.ts'
import { transaction } from './transaction.ts'
import { twinFlows } from './twin-flows.ts'

export const CANNOT: readonly Cannot[] = [
  inclusiveJoin,
  lateCall,
  loopEvents,
  complexGateway,
  compensation,
  transaction,
  secondToken,
  twinFlows,
  adHoc,
]

export interface Obstacle {
  readonly program: Program
  readonly element: Element
  readonly cannot: Cannot
}

/** In the program and all it calls. */
export const obstaclesReached = (program: Program, library: Library): readonly Obstacle[] =>
  programsFrom(program, library).flatMap(obstaclesIn)

export const obstaclesIn = (program: Program): readonly Obstacle[] =>
  CANNOT.flatMap((cannot) => cannot.neededBy(program).map((element) => ({ program, element, cannot })))
