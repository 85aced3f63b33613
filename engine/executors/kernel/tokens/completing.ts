/**
 * A scope whose own flow is over while event subprocesses in it still run: it waits for them, and nothing new begins.
 *
 * BPMN 2.0.2, 13.5.4: "If the parent Activity enters the state Completing, it remains in that state until all contained
 * active Event Sub-Processes have completed. While the parent Activity is in the Completing state, no new Event
 * Sub-Processes can be initiated."
 */
import type { LocalId } from '../../../core/ids.ts'
import { type Run, elementNamed } from '../run.ts'

export function isCompleting(run: Run, scope: LocalId): boolean {
  const { arrived, children = 0, adHoc } = run.draft.element(scope)
  if (adHoc && !adHoc.closing) return false
  return !arrived && children > 0 && !hasOwnWork(run, scope)
}

/** Whether anything but event subprocesses is at work or on its way inside: only that can bring a token to a join. */
export function hasOwnWork(run: Run, scope: LocalId): boolean {
  if (run.isMovingIn(scope)) return true
  const program = run.programAt(scope)
  return Object.values(run.draft.elements).some(
    (record) => record.scope === scope && elementNamed(program, record.element).kind !== 'eventSubProcess',
  )
}
