/**
 * What a throwing compensation event undoes: completed activities of its scope, the last one first.
 *
 * Thrown inside an event subprocess it reaches what is completed in the scope around that as well (BPMN 2.0.2, 13.5.5).
 * What is completed only after it was thrown it leaves alone.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Compensation, CompletedActivity, ElementState, Undoing } from '../../../core/instance.ts'
import type { ElementIndex } from '../../../core/program.ts'
import { type Move, type Run, elementAt, elementNamed } from '../run.ts'
import type { Visit } from '../visit.ts'
import { beyondEdge } from './edge.ts'

/** @param activity only what was completed of this one */
export function undoingBy(visit: Visit, activity: ElementIndex | undefined): Undoing {
  const scopes = [...reachedFrom(visit)]
  const before = visit.run.nextId()
  return activity === undefined
    ? { scopes, before }
    : { scopes, activity: elementAt(visit.program, activity).id, before }
}

/** Everything that was completed directly inside. */
export const undoingInside = (run: Run, scope: LocalId): Undoing => ({ scopes: [scope], before: run.nextId() })

/** The event's scope; around an event subprocess, the scope that listens as well. */
function* reachedFrom(visit: Visit): Generator<LocalId> {
  let id: LocalId | undefined = visit.enclosing
  while (id !== undefined) {
    yield id
    const record: ElementState = visit.run.draft.element(id)
    id = isAside(visit.run, id, record) ? record.scope : undefined
  }
}

const isAside = (run: Run, id: LocalId, { element, compensation }: ElementState): boolean =>
  compensation === undefined && elementNamed(run.programAt(id), element).kind === 'eventSubProcess'

export interface Due {
  readonly scope: LocalId
  readonly completed: CompletedActivity
}

/** The next to be undone; another event may have been faster, and no activity is undone twice. */
export function nextDue(run: Run, { scopes, activity, before }: Undoing): Due | undefined {
  let next: Due | undefined
  for (const scope of scopes) {
    const completed = lastIn(run, scope, (one) => isLower(one.id, before) && isMeant(one, activity))
    if (completed && (!next || isLower(next.completed.id, completed.id))) next = { scope, completed }
  }
  return next && begunAtItsEdge(run, next, activity)
}

const isMeant = ({ element }: CompletedActivity, activity: string | undefined): boolean =>
  activity === undefined || element === activity

const lastIn = (run: Run, scope: LocalId, which: (one: CompletedActivity) => boolean): CompletedActivity | undefined =>
  run.draft.elements[scope]?.completed?.findLast(which)

/**
 * What an event on its edge began, and what was completed while it still ran, comes before it: "compensation of B MUST be
 * performed before compensation of A if that particular Event occurred" (13.5.5).
 */
function begunAtItsEdge(run: Run, due: Due, activity: string | undefined): Due {
  let { completed } = due
  for (;;) {
    const { id, instance, element, program } = completed
    const beyond = program === undefined ? beyondEdge(run.programAt(due.scope), element) : undefined
    if (!beyond || beyond.size === 0) return { ...due, completed }
    const inner = lastIn(
      run,
      due.scope,
      (one) =>
        isLower(one.id, id) && isLower(instance, one.instance) && beyond.has(one.element) && isMeant(one, activity),
    )
    if (!inner) return { ...due, completed }
    completed = inner
  }
}

/** What follows when an activity in this scope is undone. */
export const undoneNext = (scope: LocalId, { rest, thrower }: Compensation): Move => ({
  kind: 'compensate',
  scope,
  undoing: rest,
  ...(thrower !== undefined && { thrower }),
})

const isLower = (one: LocalId, other: LocalId): boolean => Number(one) < Number(other)
