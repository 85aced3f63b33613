/** A part of the procedure drawn as one step, with variables of its own. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { startInside } from './inside.ts'

export const subProcess: Behaviour<ElementOf<'subProcess'>> = {
  isScope: true,
  activate: (visit) => ({ kind: 'enter', moves: [startInside(visit)] }),
}
