/** Something is told on the way: a message sent, or only a milestone for the record. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { activateThrow } from '../throw/table.ts'

export const throwEvent: Behaviour<ElementOf<'throwEvent'>> = {
  activate: (visit) => activateThrow(visit, visit.element.throws),
}
