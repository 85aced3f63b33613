/** A path that ends in a business error, for whoever catches it further out. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { findCatcher } from '../catch/errors.ts'
import { Failure } from '../failure.ts'

export const errorEnd: Behaviour<ElementOf<'errorEnd'>> = {
  activate({ run, scope, element }) {
    const catcher = findCatcher(run, scope, element.code)
    if (catcher) return { kind: 'throw', catcher, code: element.code, message: element.name }
    return new Failure(
      'error',
      `Expected a boundary event or event subprocess that catches the error "${element.code}" of ${element.id}, but there is none; add one and migrate, or cancel the instance`,
    )
  },
}
