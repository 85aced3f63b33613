/**
 * A part of the procedure whose steps are chosen while it runs: by a list the case holds, or by whoever handles it.
 *
 * BPMN 2.0.2, 13.3.5. Steps no flow leads to can be chosen, each as often as needed; what hangs on one by flows follows by
 * itself. In sequence one chosen step goes on after the other. ad-hoc/ says when it is over.
 */
import type { AdHocState } from '../../../core/instance.ts'
import type { JsonValue } from '../../../core/json.ts'
import type { Element, ElementOf } from '../../../core/program.ts'
import { startsIn } from '../../../core/starts.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { unfit, valueOf } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'
import { enterInside } from './inside.ts'

type AdHoc = ElementOf<'adHocSubProcess'>

export const adHocSubProcess: Behaviour<AdHoc> = {
  isScope: true,
  activate(visit) {
    const chosen = firstChosen(visit)
    if (chosen instanceof Failure) return chosen
    const { ordering, outputCollection } = visit.element
    const now = ordering === 'sequential' ? chosen.slice(0, 1) : chosen
    const opening = enterInside(visit, now)
    if (opening instanceof Failure) return opening
    const adHoc: AdHocState = {
      begun: (visit.into ?? now).length,
      queue: chosen.slice(now.length).map(({ id }) => ({ element: id })),
      ...(outputCollection !== undefined && { output: [] }),
    }
    return { ...opening, facts: [{ kind: 'adHocChanged', id: visit.id, adHoc }] }
  },
  result({ element, record }) {
    const { outputCollection } = element
    return outputCollection === undefined ? undefined : { [outputCollection]: record?.adHoc?.output ?? [] }
  },
}

/** What the collection names; without one nothing is begun until somebody chooses. */
function firstChosen(visit: Visit<AdHoc>): readonly Element[] | Failure {
  const { activeElements } = visit.element
  if (!activeElements) return []
  const value = valueOf(visit, 'the active elements', activeElements)
  if (value instanceof Failure) return value
  const choices = new Map(startsIn(visit.program, visit.element.index).map((one) => [one.id, one]))
  const found = isList(value) ? value.map((id) => (typeof id === 'string' ? choices.get(id) : undefined)) : [undefined]
  const known = found.filter((one) => one !== undefined)
  return known.length === found.length
    ? known
    : unfit(
        'expression',
        visit,
        'the active elements',
        activeElements,
        `a list out of ${[...choices.keys()].join(', ')}`,
        value,
      )
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)
