/** One path of the procedure ends here, and may say so: by a message, an error, or by ending everything around it. */
import type { ElementOf, ThrowKind } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { activateThrow } from '../throw/table.ts'

const ENDS: ReadonlyMap<ThrowKind | undefined, 'scope' | 'transaction'> = new Map([
  ['terminate', 'scope'],
  ['cancel', 'transaction'],
])

export const endEvent: Behaviour<ElementOf<'endEvent'>> = {
  ends: ({ throws }) => {
    const kinds = throws?.kind === 'multiple' ? throws.throws.map(({ kind }) => kind) : [throws?.kind]
    return kinds.map((kind) => ENDS.get(kind)).find((end) => end !== undefined)
  },
  activate: (visit) => activateThrow(visit, visit.element.throws),
}
