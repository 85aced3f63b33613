/**
 * Completed activities are undone, one after the other, the last one first.
 *
 * An activity on its way to be undone stands in its scope again, as a scope of its own with what it knew when it was
 * completed; what undoes it works inside (`undoing`). When it is done the next one's turn comes (lifecycle.ts, `leave`),
 * and after the last one the throwing event goes on.
 */
import type { CompletedActivity } from '../../../core/instance.ts'
import { live } from '../lifecycle.ts'
import type { Move, Run } from '../run.ts'
import { visitTo } from '../visit.ts'
import { firstLeft } from './due.ts'

export function compensate(run: Run, { due, thrower }: Extract<Move, { kind: 'compensate' }>): void {
  if (thrower !== undefined && !run.draft.elements[thrower]) return
  const found = firstLeft(run, due)
  if (found === undefined) {
    if (thrower !== undefined) live(visitTo(run, thrower), 'complete')
    return
  }
  const { next, rest } = found
  const id = run.nextId()
  const { element } = completedAt(run, next)
  run.emit({
    kind: 'compensationStarted',
    id,
    element,
    scope: next.scope,
    of: next.id,
    rest,
    ...(thrower !== undefined && { thrower }),
  })
  live(visitTo(run, id), 'activate')
}

function completedAt(run: Run, { scope, id }: { readonly scope: CompletedActivity['id']; readonly id: string }) {
  const found = run.draft.element(scope).completed?.find((one) => one.id === id)
  if (!found) throw new Error(`Expected the completed activity ${id} in ${scope}`)
  return found
}
