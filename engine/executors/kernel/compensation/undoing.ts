/** A completed activity that is being undone: by its handler, by its own event subprocess, or by what it did inside. */
import type { Behaviour } from '../behaviour.ts'
import type { Move } from '../run.ts'
import type { Visit } from '../visit.ts'
import { undoingInside } from './due.ts'
import { handlerOf, ownHandlerOf } from './remember.ts'

/** Takes the place of the element's own behaviour. */
export const undoing: Behaviour = {
  isScope: true,
  activate(visit) {
    const move = firstMove(visit)
    return move ? { kind: 'enter', moves: [move] } : { kind: 'pass' }
  },
}

function firstMove(visit: Visit): Move | undefined {
  const { run, program, element, id, isBody, record } = visit
  const isWhole = !isBody && record?.compensation?.isPartial === undefined
  const handler = isWhole ? handlerOf(program, element) : undefined
  if (handler) return { kind: 'enter', program, element: handler, scope: id }
  const inside = isWhole ? ownHandlerOf(program, element) : undefined
  if (inside) return { kind: 'enter', program, element: inside, scope: id, payload: {} }
  return record?.completed && { kind: 'compensate', scope: id, undoing: undoingInside(run, id) }
}
