/** A path that ends in a business error, for whoever catches it further out. */
import { catchOfError } from '../catch/errors.ts'
import { Failure } from '../failure.ts'
import { mappedInputs } from '../variables/mapping.ts'
import type { Thrower } from './thrower.ts'

export const error: Thrower<'error'> = (visit, { code }) => {
  const { run, scope, element, id } = visit
  const caught = catchOfError(run, scope, { code, message: element.name, variables: mappedInputs(visit) })
  if (caught)
    return { kind: 'throw', facts: [{ kind: 'errorThrown', id, code, message: element.name }], caught: [caught] }
  return new Failure(
    'error',
    `Expected a boundary event or event subprocess that catches the error "${code}" of ${element.id}, but there is none; add one and migrate, or cancel the instance`,
  )
}
