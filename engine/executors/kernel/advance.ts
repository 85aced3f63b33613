/**
 * Tokens run until every one waits: the loop at the heart of the kernel.
 *
 * While tokens move, nothing else is looked at. When none does, the scopes in which something ended are: an inclusive
 * join may go on, an empty scope is complete, and one where nothing is left but tokens that wait for each other in vain
 * raises an incident instead of standing still unseen.
 */
import type { LocalId } from '../../core/ids.ts'
import type { Element, ElementOf } from '../../core/program.ts'
import { lookAtConditions, meetCondition } from './catch/conditions.ts'
import { catchSignal } from './catch/signals.ts'
import { leaveCanceled } from './compensation/cancel.ts'
import { settleAdHoc } from './ad-hoc/progress.ts'
import { compensate } from './compensation/compensate.ts'
import { behaviourOf } from './elements/table.ts'
import { Failure } from './failure.ts'
import { live, raise } from './lifecycle.ts'
import { overLimit } from './limits.ts'
import { loopBehaviour } from './loops/table.ts'
import type { Move, Run } from './run.ts'
import { hasOwnWork, isCompleting } from './tokens/completing.ts'
import { type ReadyJoin, readyJoin } from './tokens/joins.ts'
import { closeHandlers } from './tokens/terminate.ts'
import { type Visit, visitBy, visitTo } from './visit.ts'

export function advance(run: Run): void {
  for (;;) {
    for (let move = next(run); move; move = next(run)) perform(run, move)
    const scope = run.nextTouched()
    if (scope === undefined) return
    if (run.draft.elements[scope]) settle(visitTo(run, scope))
  }
}

/** What became true by the step before happens first. */
function next(run: Run): Move | undefined {
  lookAtConditions(run)
  return run.nextMove()
}

function perform(run: Run, move: Move): void {
  if (move.kind === 'enter') live(visitBy(run, move), 'activate')
  else if (move.kind === 'compensate') compensate(run, move)
  else if (move.kind === 'signal') catchSignal(run, move.wait, move.variables)
  else if (move.kind === 'condition') meetCondition(run, move.wait)
  else spawn(visitTo(run, move.scope))
}

/** Begins the next round of a loop's body, and in parallel ones sees to the round after it. */
function spawn(body: Visit): void {
  const { run, program, element, id } = body
  const state = body.record?.loop
  const round = state && element.loop && loopBehaviour(element.loop).next(element.loop, state)
  if (!round) return
  const over = overLimit(body, true)
  if (over) return raise(body, 'activate', over)
  const { variables, parallel } = round
  const more: Move[] = parallel ? [{ kind: 'spawn', scope: id }] : []
  run.send([{ kind: 'enter', program, element, scope: id, variables, loopCounter: state.started + 1 }, ...more])
}

function settle(scope: Visit): void {
  const { run, element, id, record } = scope
  if (!record || record.stuck !== undefined) return
  if (record.canceled) {
    if ((record.children ?? 0) === 0) leaveCanceled(scope)
    return
  }
  if (!behaviourOf(scope).isScope) return
  const ready = readyJoin(scope)
  if (ready instanceof Failure) raise(scope, 'continue', ready)
  else if (ready) join(scope, ready)
  else if (record.arrived && !record.adHoc) {
    if (!hasWork(scope)) raise(scope, 'continue', inVain(element.id, record.arrived))
  } else if ((record.children ?? 0) === 0) {
    if (!mayGoOnInside(scope)) live(scope, 'complete')
  } else if (element.eventSubProcesses.length > 0 && isCompleting(run, id)) closeHandlers(run, id)
}

const hasWork = ({ run, element, id, record }: Visit): boolean =>
  (record?.children ?? 0) > 0 && (element.eventSubProcesses.length === 0 || hasOwnWork(run, id))

/** An ad-hoc subprocess goes on with what is queued, or waits for somebody to choose. */
const mayGoOnInside = (scope: Visit): boolean => isAdHoc(scope) && settleAdHoc(scope) === 'waits'

const isAdHoc = (visit: Visit<Element>): visit is Visit<ElementOf<'adHocSubProcess'>> =>
  visit.element.kind === 'adHocSubProcess'

function join({ run, program, id }: Visit, { join: element, flows, complex }: ReadyJoin): void {
  if (flows.length > 0) run.emit({ kind: 'tokensJoined', scope: id, flows })
  if (complex) {
    const { consumed } = complex
    run.emit({ kind: 'gatewayChanged', scope: id, gateway: element.id, ...(consumed && { consumed }) })
  }
  run.send([{ kind: 'enter', program, element, scope: id, ...(complex && { variables: complex.variables }) }])
  run.touch(id)
}

export function inVain(scope: string, arrived: Readonly<Record<LocalId, number>>): Failure {
  const flows = Object.keys(arrived).join(', ')
  return new Failure(
    'condition',
    `Expected a token on every incoming flow of each join in ${scope}, or the condition of a complex gateway to hold, but those that arrived by ${flows} wait and no other can come; correct the diagram, then migrate or cancel the instance`,
  )
}
