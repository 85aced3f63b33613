/** A path that ends in a business error, for whoever catches it further out. */
import { findCatcher } from '../catch/errors.ts'
import { Failure } from '../failure.ts'
import type { Thrower } from './thrower.ts'

export const error: Thrower<'error'> = ({ run, scope, element }, { code }) => {
  const catcher = findCatcher(run, scope, code)
  if (catcher) return { kind: 'throw', catcher, code, message: element.name }
  return new Failure(
    'error',
    `Expected a boundary event or event subprocess that catches the error "${code}" of ${element.id}, but there is none; add one and migrate, or cancel the instance`,
  )
}
