/**
 * What a throwing compensation event undoes: completed activities of its scope, the last one first.
 *
 * Thrown inside an event subprocess it reaches what is completed in the scope around that as well (BPMN 2.0.2, 13.5.5).
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Due, ElementState } from '../../../core/instance.ts'
import type { ElementIndex } from '../../../core/program.ts'
import { type Run, elementAt, elementNamed } from '../run.ts'
import type { Visit } from '../visit.ts'

/** @param activity only what was completed of this one */
export function dueBy(visit: Visit, activity: ElementIndex | undefined): readonly Due[] {
  const element = activity === undefined ? undefined : elementAt(visit.program, activity).id
  const scopes = [...reachedFrom(visit)]
  const due = scopes.flatMap((scope) => completedIn(visit.run, scope, element))
  return due.toSorted((one, other) => Number(other.id) - Number(one.id))
}

/** Everything that was completed directly inside. */
export const dueInside = (run: Run, scope: LocalId): readonly Due[] => completedIn(run, scope).toReversed()

function completedIn(run: Run, scope: LocalId, element?: string): readonly Due[] {
  const { completed = [] } = run.draft.element(scope)
  const meant = element === undefined ? completed : completed.filter((one) => one.element === element)
  return meant.map(({ id }) => ({ scope, id }))
}

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

/** The first that is still to be undone: another event may have been faster, and no activity is undone twice. */
export function firstLeft(
  run: Run,
  due: readonly Due[],
): { readonly next: Due; readonly rest: readonly Due[] } | undefined {
  const at = due.findIndex(({ scope, id }) => run.draft.elements[scope]?.completed?.some((one) => one.id === id))
  const next = due[at]
  return next && { next, rest: due.slice(at + 1) }
}
