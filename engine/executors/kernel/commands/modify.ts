/** An operator moves the application by hand; see core/modification.ts for what that means. */
import { conflict, invalid, type Problem } from '../../../core/problem.ts'
import type { LocalId } from '../../../core/ids.ts'
import { advance } from '../advance.ts'
import { nextDue, undoneNext } from '../compensation/due.ts'
import { live } from '../lifecycle.ts'
import { countChosen } from '../modify/ad-hoc.ts'
import { cancelEmptied } from '../modify/emptied.ts'
import { movesTo } from '../modify/inners.ts'
import { type Plan, planOf } from '../modify/plan.ts'
import { standing } from '../modify/standing.ts'
import type { Run } from '../run.ts'
import { terminate } from '../tokens/terminate.ts'
import { visitTo } from '../visit.ts'
import { type Handler, checkRoom } from './command.ts'

export const modify: Handler<'modify'> = (run, { reason, instructions }) => {
  if (run.mover)
    return conflict(
      'modify.executor',
      `Expected an instance on the kernel to modify, but ${run.draft.id} runs on another executor, whose tokens cannot be moved by hand`,
    )
  if (instructions.length === 0) return invalid('modify.empty', 'Expected at least one instruction, but found none')
  const plan = planOf(run, instructions)
  if (plan.refusals.length > 0)
    return invalid(
      'modify.refused',
      `Expected instructions that can all be carried out, but ${plan.refusals.length} cannot; nothing was changed`,
      plan.refusals,
    )
  const full = roomFor(run, plan)
  if (full) return full
  run.emit({ kind: 'modificationBegan', reason, instructions, before: standing(run.draft) })
  carryOut(run, plan, reason)
  advance(run)
  run.emit({ kind: 'modificationEnded', after: standing(run.draft) })
  return undefined
}

function roomFor(run: Run, { sets, begins }: Plan): Problem | undefined {
  for (const { scope, variables } of sets) {
    const full = checkRoom(visitTo(run, scope), variables)
    if (full) return full
  }
  for (const { scope, variables } of begins) {
    const full = variables && checkRoom(visitTo(run, scope), variables)
    if (full) return full
  }
  return undefined
}

function carryOut(run: Run, { sets, cancels, drops, begins }: Plan, reason: string): void {
  for (const { scope, variables } of sets) run.emit({ kind: 'variablesSet', scope, values: variables })
  const kept = new Set(begins.map(({ scope }) => scope))
  const left = new Set<LocalId>()
  for (const id of cancels) {
    const scope = run.draft.elements[id]?.scope
    if (scope === undefined) continue
    left.add(scope)
    if (cancelOne(run, id, scope)) kept.add(scope)
  }
  for (const { scope, flow } of drops)
    if (run.draft.elements[scope]) {
      run.emit({ kind: 'tokensDropped', scope, flows: [flow] })
      run.touch(scope)
      left.add(scope)
    }
  if (cancelEmptied(run, [...left], kept)) {
    run.emit({ kind: 'instanceTerminated', reason })
    return
  }
  for (const { scope } of begins) countChosen(run, scope, 1)
  run.send(movesTo(begins))
}

/**
 * An activity on its way to be undone counts as undone, and what was to be undone after it is next.
 * An item of a multi-instance activity counts as done, and its place in the output stays empty.
 * @returns whether its scope goes on by itself
 */
function cancelOne(run: Run, id: LocalId, body: LocalId): boolean {
  const { loopCounter, compensation } = run.draft.element(id)
  terminate(run, id)
  countChosen(run, body, -1)
  if (compensation) {
    run.send([undoneNext(body, compensation)])
    return nextDue(run, compensation.rest) !== undefined
  }
  const { loop } = run.draft.element(body)
  if (loopCounter === undefined || !loop) return false
  const completed = loop.completed + 1
  run.emit({ kind: 'loopAdvanced', id: body, completed })
  if (completed === loop.items.length) live(visitTo(run, body), 'complete')
  else run.send([{ kind: 'spawn', scope: body }])
  return true
}
