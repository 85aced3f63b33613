/**
 * When an ad-hoc subprocess is over: its completion condition is asked each time a step inside is done.
 *
 * Once it is true no further step begins; what still runs is called off, or waited for where the drawing says so. Without
 * a condition it is over when everything that was begun has ended. Without anything begun, or while a token waits before a
 * join for a step that can still be chosen, it waits for somebody to choose.
 */
import type { AdHocState } from '../../../core/instance.ts'
import type { JsonValue } from '../../../core/json.ts'
import type { Element, ElementOf, Flow } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import { elementNamed } from '../run.ts'
import { terminateInside } from '../tokens/terminate.ts'
import { truth, valueOf } from '../variables/evaluate.ts'
import { noRoom } from '../variables/merge.ts'
import { type Visit, visitTo } from '../visit.ts'

export interface Progress {
  readonly adHoc: AdHocState
  /** No way out is taken any more. */
  readonly over: boolean
}

/** What follows for the ad-hoc subprocess around when this step is done; nothing where there is none. Emits nothing. */
export function progressOf(visit: Visit, flows: readonly Flow[]): Progress | Failure | undefined {
  const around = adHocAround(visit)
  if (!around) return undefined
  const { scope, element, state } = around
  const output = outputOf(visit, element, state, flows)
  if (output instanceof Failure) return output
  const adHoc = output ? { ...state, output } : state
  if (state.closing) return { adHoc, over: true }
  if (!element.completionCondition || (flows.length > 0 && !isActivity(visit.element))) return { adHoc, over: false }
  const over = truth('condition', scope, 'the completion condition', element.completionCondition, scope)
  if (over instanceof Failure) return over
  return over ? { adHoc: { ...adHoc, queue: [], closing: true }, over } : { adHoc, over }
}

/** Records it, once the step has ended. */
export function conclude({ run, enclosing }: Visit, { adHoc, over }: Progress): void {
  const { adHoc: before } = run.draft.element(enclosing)
  if (adHoc !== before) run.emit({ kind: 'adHocChanged', id: enclosing, adHoc })
  const element = elementNamed(run.programAt(enclosing), run.draft.element(enclosing).element)
  const cancels = element.kind === 'adHocSubProcess' && element.cancelRemaining
  if (over && cancels && !before?.closing) terminateInside(run, enclosing)
}

/** With nothing at work inside: the next of the queue, or the end, or it waits. */
export function settleAdHoc(scope: Visit<ElementOf<'adHocSubProcess'>>): 'over' | 'waits' {
  const { run, program, element, id, record } = scope
  const { adHoc } = record ?? {}
  if (!adHoc) return 'over'
  const [next, ...queue] = adHoc.queue
  if (next && !adHoc.closing) {
    run.emit({ kind: 'adHocChanged', id, adHoc: { ...adHoc, begun: adHoc.begun + 1, queue } })
    const { element: named, variables } = next
    const move = { kind: 'enter', program, element: elementNamed(program, named), scope: id } as const
    run.send([variables ? { ...move, variables } : move])
    run.touch(id)
    return 'waits'
  }
  if (adHoc.closing) {
    if (record?.arrived) terminateInside(run, id)
    return 'over'
  }
  return adHoc.begun > 0 && !element.completionCondition && !record?.arrived ? 'over' : 'waits'
}

interface Around {
  readonly scope: Visit
  readonly element: ElementOf<'adHocSubProcess'>
  readonly state: AdHocState
}

function adHocAround({ run, scope, element, isUndoing }: Visit): Around | undefined {
  const state = scope === undefined ? undefined : run.draft.element(scope).adHoc
  if (scope === undefined || !state || isUndoing || element.kind === 'eventSubProcess') return undefined
  const around = visitTo(run, scope)
  return around.element.kind === 'adHocSubProcess' ? { scope: around, element: around.element, state } : undefined
}

/** One more value where a path of steps ends. */
function outputOf(
  visit: Visit,
  { outputElement }: ElementOf<'adHocSubProcess'>,
  { output }: AdHocState,
  flows: readonly Flow[],
): readonly JsonValue[] | undefined | Failure {
  if (!output || !outputElement || flows.length > 0) return undefined
  const value = valueOf(visit, 'the output element', outputElement)
  if (value instanceof Failure) return value
  return noRoom(visit, undefined, { value }) ?? [...output, value]
}

const isActivity = ({ kind }: Element): boolean => /Task$|SubProcess$|^transaction$|^callActivity$/.test(kind)
