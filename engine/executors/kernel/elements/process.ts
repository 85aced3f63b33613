/** A whole procedure, here as it is called by another; the application's own is begun by the start command. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { startInside } from './inside.ts'

export const process: Behaviour<ElementOf<'process'>> = {
  isScope: true,
  activate: (visit) => ({ kind: 'enter', moves: [startInside(visit)] }),
}
