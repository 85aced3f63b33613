/** A part of the procedure drawn as one step, with variables of its own. */
import type { Behaviour } from '../behaviour.ts'
import { enterInside } from './inside.ts'

export const subProcess: Behaviour = {
  isScope: true,
  activate: (visit) => enterInside(visit),
}
