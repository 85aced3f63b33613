/** The way into a scope: the tokens that start it, and the event subprocesses that listen from then on. */
import type { Element } from '../../../core/program.ts'
import { startsIn } from '../../../core/starts.ts'
import type { Catch, Opening } from '../behaviour.ts'
import { catchesOf } from '../catch/catches.ts'
import { Failure } from '../failure.ts'
import { type Inner, elementAt } from '../run.ts'
import type { Visit } from '../visit.ts'

/**
 * A token to every start. A single start event opens what the scope listens to itself (start.ts); where there are
 * several starts, or none is drawn, the scope does, so that all of them begin together.
 */
export function enterInside(visit: Visit, drawn?: readonly Element[]): Opening | Failure {
  const { program, id, into } = visit
  const inners: readonly Inner[] = into ?? (drawn ?? startsOf(visit)).map((element) => ({ element }))
  const starts = inners.map(({ element }) => element)
  const catches = opensItself(starts) ? [] : listeners(visit)
  if (catches instanceof Failure) return catches
  return {
    kind: 'enter',
    catches,
    moves: inners.map((inner) => ({ kind: 'enter', program, scope: id, ...inner })),
  }
}

/** That there is one was checked when the package was deployed. */
function startsOf({ program, element }: Visit): readonly Element[] {
  const starts = startsIn(program, element.index)
  if (starts.length === 0) throw new Error(`Expected ${element.id} of ${program.key} to have a start`)
  return starts
}

export const opensItself = (starts: readonly Element[]): boolean =>
  starts.length === 1 && starts[0]?.kind === 'startEvent'

function listeners(scope: Visit): readonly Catch[] | Failure {
  const { program, element, id } = scope
  return catchesOf(
    scope,
    id,
    element.eventSubProcesses.map((index) => elementAt(program, index)),
  )
}
