/**
 * Completed activities are undone, one after the other, the last one first.
 *
 * An activity on its way to be undone stands in its scope again, as a scope of its own with what it knew when it was
 * completed; what undoes it works inside (`undoing`). When it is done the next one's turn comes (lifecycle.ts, `leave`),
 * and after the last one the throwing event goes on.
 */
import type { CompletedActivity, Due } from '../../../core/instance.ts'
import { live } from '../lifecycle.ts'
import { type Move, type Run, elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { firstLeft } from './due.ts'
import { compensationEventOf } from './remember.ts'

export function compensate(run: Run, { due, thrower }: Extract<Move, { kind: 'compensate' }>): void {
  if (thrower !== undefined && !run.draft.elements[thrower]) return
  const found = firstLeft(run, due)
  if (found === undefined) {
    if (thrower !== undefined) live(visitTo(run, thrower), 'complete')
    return
  }
  const { next, rest } = found
  const id = run.nextId()
  const completed = completedAt(run, next)
  const event = eventOf(run, next, completed)
  run.emit({
    kind: 'compensationStarted',
    id,
    element: completed.element,
    scope: next.scope,
    of: next.id,
    ...(event !== undefined && { event }),
    rest,
    ...(thrower !== undefined && { thrower }),
  })
  live(visitTo(run, id), 'activate')
}

/** Not of a part that was called off, nor of all items of a multi-instance activity together. */
function eventOf(run: Run, { scope }: Due, { element, program, loopCounter, isPartial }: CompletedActivity) {
  if (isPartial || program !== undefined) return undefined
  const there = run.programAt(scope)
  const activity = elementNamed(there, element)
  return activity.loop && loopCounter === undefined ? undefined : compensationEventOf(there, activity)?.id
}

function completedAt(run: Run, { scope, id }: Due): CompletedActivity {
  const found = run.draft.element(scope).completed?.find((one) => one.id === id)
  if (!found) throw new Error(`Expected the completed activity ${id} in ${scope}`)
  return found
}
