/** An operator corrects what a scope knows. */
import { conflict } from '../../../core/problem.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom } from './command.ts'

export const setVariables: Handler<'setVariables'> = (run, { scope, variables }) => {
  if (!run.draft.elements[scope])
    return conflict(
      'scope.not-live',
      `Expected a live element instance ${scope} in ${run.draft.id}, but it has ended; read the instance again`,
    )
  const full = checkRoom(visitTo(run, scope), variables)
  if (full) return full
  run.emit({ kind: 'variablesSet', scope, values: variables })
  return undefined
}
