/**
 * A whole procedure. The application's own is begun by the start command: at the start event that was named, or here where
 * none is drawn. One called by another begins here, at the start the call names where it has several.
 */
import type { Element, ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { elementNamed } from '../run.ts'
import { type Visit, visitTo } from '../visit.ts'
import { enterInside } from './inside.ts'

export const process: Behaviour<ElementOf<'process'>> = {
  isScope: true,
  activate(visit) {
    const named = namedByCall(visit)
    return named ? enterInside(visit, [named]) : enterInside(visit)
  },
}

function namedByCall({ run, program, scope }: Visit): Element | undefined {
  const call = scope === undefined ? undefined : visitTo(run, scope).element
  return call?.kind === 'callActivity' && call.startElement !== undefined
    ? elementNamed(program, call.startElement)
    : undefined
}
