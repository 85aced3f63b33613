/** A step that computes: FEEL over the variables of the case. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { valueOf } from '../variables/evaluate.ts'

export const scriptTask: Behaviour<ElementOf<'scriptTask'>> = {
  activate(visit) {
    const value = valueOf(visit, 'the script', visit.element.expression)
    return value instanceof Failure ? value : { kind: 'pass', result: { [visit.element.resultVariable]: value } }
  },
}
