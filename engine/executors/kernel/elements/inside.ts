/** The way into a scope: the token that starts it. */
import { isNoneStart } from '../../../core/program.ts'
import type { Move } from '../run.ts'
import type { Visit } from '../visit.ts'

/** To the none start event directly inside; that there is one was checked when the package was deployed. */
export function startInside(visit: Visit): Move {
  const { program, element, id } = visit
  const start = program.elements.find((inner) => isNoneStart(inner) && inner.parent === element.index)
  if (!start) throw new Error(`Expected a none start event inside ${element.id} of ${program.key}`)
  return { kind: 'enter', program, element: start, scope: id }
}
