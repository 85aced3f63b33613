/** The transaction around is called off and what was completed in it is undone. */
import { cancelEventOf, transactionAround } from '../compensation/cancel.ts'
import { Failure } from '../failure.ts'
import { elementNamed } from '../run.ts'
import type { Thrower } from './thrower.ts'

/** The life cycle cancels the transaction once the event itself has ended (`ends`). */
export const cancel: Thrower<'cancel'> = ({ run, program, element, enclosing }) => {
  const around = transactionAround(run, enclosing)
  const transaction = around === undefined ? undefined : elementNamed(program, run.draft.element(around).element)
  if (transaction && cancelEventOf(program, transaction)) return { kind: 'pass' }
  return new Failure(
    'error',
    `Expected ${element.id} inside a transaction with a cancel event on its edge, but there is none; add one and migrate, or cancel the instance`,
  )
}
