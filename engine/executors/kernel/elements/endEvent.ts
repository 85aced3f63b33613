/** One path of the procedure ends here, and may say so: by a message, an error, or by ending everything around it. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { activateThrow } from '../throw/table.ts'

export const endEvent: Behaviour<ElementOf<'endEvent'>> = {
  endsScope: ({ throws }) => throws?.kind === 'terminate',
  activate: (visit) => activateThrow(visit, visit.element.throws),
}
