/**
 * A transaction is canceled (BPMN 2.0.2, 10.3.5): what still runs in it ends, what was completed in it is undone, the
 * last first, and then it is left by the cancel event on its edge.
 *
 * Parts of it that were still at work count with what was completed inside them. Of a multi-instance transaction all
 * items are canceled, since its edge is that of all of them.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { Element, Program } from '../../../core/program.ts'
import { type Run, elementAt, elementNamed } from '../run.ts'
import { cancelInside, terminate } from '../tokens/terminate.ts'
import type { Visit } from '../visit.ts'
import { undoingInside } from './due.ts'

/** The nearest transaction from here outwards, in this process; of a multi-instance one, its body. None out of an undoing. */
export function transactionAround(run: Run, from: LocalId): LocalId | undefined {
  let id: LocalId | undefined = from
  while (id !== undefined) {
    const record: ElementState = run.draft.element(id)
    if (record.compensation) return undefined
    if (elementNamed(run.programAt(id), record.element).kind === 'transaction')
      return record.loopCounter === undefined ? id : record.scope
    id = record.program === undefined ? record.scope : undefined
  }
  return undefined
}

export const cancelEventOf = (program: Program, transaction: Element): Element | undefined =>
  transaction.boundaries
    .map((index) => elementAt(program, index))
    .find((event) => event.kind === 'boundaryEvent' && event.trigger.kind === 'cancel')

export function cancelTransaction(run: Run, from: LocalId): void {
  const id = transactionAround(run, from)
  if (id === undefined) return
  run.emit({ kind: 'transactionCanceled', id })
  cancelInside(run, id)
  run.send([{ kind: 'compensate', scope: id, undoing: undoingInside(run, id) }])
}

/** Everything in it is undone. */
export function leaveCanceled({ run, program, element, id, enclosing }: Visit): void {
  const event = cancelEventOf(program, element)
  if (!event) throw new Error(`Expected a cancel event on ${element.id}, which its cancel end had looked for`)
  terminate(run, id)
  run.send([{ kind: 'enter', program, element: event, scope: enclosing, payload: {} }])
}
