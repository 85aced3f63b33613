/**
 * Which completed activities can be undone: those with a handler of their own, and those with such ones completed inside.
 *
 * An activity has a handler where a compensation event hangs on its edge, a subprocess also where it holds a compensation
 * event subprocess. A subprocess without one is undone by undoing what was completed inside it, and so is each item of a
 * multi-instance activity. BPMN 2.0.2, 13.5.5, says this of subprocesses only: a finished called process is undone by
 * the handler of its call activity or by an event subprocess of its own, and otherwise keeps what it has done.
 */
import type { Element, ElementOf, Program } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import { elementAt } from '../run.ts'
import type { Visit } from '../visit.ts'

/** Bytes of its own a completed activity takes beside its variables, at most. */
const RECORD_BYTES = 300

/** The compensation event on its edge. */
export function compensationEventOf(program: Program, element: Element): ElementOf<'boundaryEvent'> | undefined {
  for (const index of element.boundaries) {
    const event = elementAt(program, index)
    if (event.kind === 'boundaryEvent' && event.trigger.kind === 'compensation') return event
  }
  return undefined
}

/** The activity that undoes this one, where its edge names one. */
export function handlerOf(program: Program, element: Element): Element | undefined {
  const trigger = compensationEventOf(program, element)?.trigger
  const handler = trigger?.kind === 'compensation' ? trigger.handler : undefined
  return handler === undefined ? undefined : elementAt(program, handler)
}

/** The event subprocess by which a subprocess or called process undoes itself. */
export function ownHandlerOf(program: Program, element: Element): Element | undefined {
  for (const index of element.eventSubProcesses) {
    const inner = elementAt(program, index)
    if (inner.kind === 'eventSubProcess' && startsByCompensation(program, inner.start)) return inner
  }
  return undefined
}

function startsByCompensation(program: Program, index: number): boolean {
  const start = elementAt(program, index)
  return start.kind === 'eventStart' && start.trigger.kind === 'compensation'
}

/** Whether its scope has to remember this element instance once it is completed. */
export function canBeUndone({ program, element, scope, isBody, record }: Visit): boolean {
  if (scope === undefined) return false
  if (!isBody && (handlerOf(program, element) ?? ownHandlerOf(program, element))) return true
  return record?.completed !== undefined && element.kind !== 'process'
}

/** Why an instance cannot remember one more completed activity, or nothing where it can. */
export function noRoomToRemember(visit: Visit): Failure | undefined {
  const most = visit.run.ctx.limits.variables
  if (!canBeUndone(visit) || visit.run.draft.bytes() + RECORD_BYTES <= most) return undefined
  return new Failure(
    'limit',
    `Expected at most ${most} bytes of variables and completed activities that can be undone in the instance, but ${visit.element.id} would be one more; look for a loop, then cancel the instance`,
  )
}
