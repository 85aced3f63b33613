/**
 * What was completed and can still be undone, under the names of the other version.
 *
 * A called process that has ended stays on its version. Where the operator says that nothing takes the place of an
 * activity, nobody can undo it any more.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { CompletedActivity } from '../../../core/instance.ts'
import type { Element, Program } from '../../../core/program.ts'
import { handlerOf, ownHandlerOf } from '../compensation/remember.ts'
import { elementNamed } from '../run.ts'
import type { Place } from './plan.ts'

export interface CompletedNames {
  /** Where the name changes; null: forgotten. */
  readonly elements: Readonly<Record<LocalId, string | null>>
  /** Nothing in the other version can take their place. */
  readonly homeless: readonly Element[]
}

export function completedOf(place: Place): CompletedNames {
  const elements: Record<LocalId, string | null> = {}
  const homeless: Element[] = []
  const { record, to, stays } = place
  if (!stays && typeof to === 'object') walk(place, record.completed ?? [], to, elements, homeless)
  return { elements, homeless }
}

function walk(
  place: Place,
  completed: readonly CompletedActivity[],
  outer: Element,
  elements: Record<LocalId, string | null>,
  homeless: Element[],
): void {
  const { source, target } = place.pairing
  for (const one of completed) {
    if (one.program !== undefined) continue
    const from = elementNamed(source, one.element)
    const to = place.pairing.element(from)
    if (to === 'nothing') elements[one.id] = null
    else if (to === undefined || to.kind !== from.kind || !fits(one, to, outer, target)) homeless.push(from)
    else {
      if (to.id !== from.id) elements[one.id] = to.id
      walk(place, one.completed ?? [], to, elements, homeless)
    }
  }
}

/** At the same place, and somebody there undoes it. */
function fits(one: CompletedActivity, to: Element, outer: Element, target: Program): boolean {
  const isAtHome = one.loopCounter === undefined ? to.parent === outer.index : to === outer
  return (
    isAtHome &&
    ((one.completed ?? []).length > 0 || handlerOf(target, to) !== undefined || ownHandlerOf(target, to) !== undefined)
  )
}
