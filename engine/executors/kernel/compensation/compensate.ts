/**
 * Completed activities are undone, one after the other, the last one first.
 *
 * An activity on its way to be undone stands in its scope again, as a scope of its own with what it knew when it was
 * completed; what undoes it works inside (`undoing`). When it is done the next one's turn comes (lifecycle.ts, `leave`),
 * and after the last one the throwing event goes on.
 */
import { live } from '../lifecycle.ts'
import { type Move, type Run, elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { type Due, nextDue } from './due.ts'
import { compensationEventOf } from './remember.ts'

export function compensate(run: Run, { undoing, thrower }: Extract<Move, { kind: 'compensate' }>): void {
  if (thrower !== undefined && !run.draft.elements[thrower]) return
  const due = nextDue(run, undoing)
  if (due === undefined) {
    if (thrower !== undefined) live(visitTo(run, thrower), 'complete')
    return
  }
  const { scope, completed } = due
  const id = run.nextId()
  const event = eventOf(run, due)
  run.emit({
    kind: 'compensationStarted',
    id,
    element: completed.element,
    scope,
    of: completed.id,
    ...(event !== undefined && { event }),
    rest: undoing,
    ...(thrower !== undefined && { thrower }),
  })
  live(visitTo(run, id), 'activate')
}

/** Not of a part that was called off, nor of all items of a multi-instance activity together. */
function eventOf(run: Run, { scope, completed }: Due): string | undefined {
  const { element, program, loopCounter, isPartial } = completed
  if (isPartial || program !== undefined) return undefined
  const there = run.programAt(scope)
  const activity = elementNamed(there, element)
  return activity.loop && loopCounter === undefined ? undefined : compensationEventOf(there, activity)?.id
}
