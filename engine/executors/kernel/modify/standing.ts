/** Where the application stands: its innermost elements at work, in the order they were begun. */
import type { LocalId } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { Standing } from '../../../core/modification.ts'
import type { Draft } from '../state/draft.ts'

export function standing({ elements }: Draft): readonly Standing[] {
  const records = Object.entries(elements) as [LocalId, ElementState][]
  const enclosing = new Set(records.map(([, { scope }]) => scope))
  return records.flatMap(([id, { element }]) => (enclosing.has(id) ? [] : [{ id, element }]))
}
