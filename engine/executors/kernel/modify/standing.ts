/** Where the application stands: its innermost elements at work, in the order they were begun. */
import { localEntries } from '../../../core/ids.ts'
import type { Standing } from '../../../core/modification.ts'
import type { Draft } from '../state/draft.ts'

export function standing({ elements }: Draft): readonly Standing[] {
  const records = localEntries(elements)
  const enclosing = new Set(records.map(([, { scope }]) => scope))
  return records.flatMap(([id, { element }]) => (enclosing.has(id) ? [] : [{ id, element }]))
}
