/**
 * Conditions that are waited for: looked at when they begin to wait and after each step that changed a variable they see.
 *
 * An event happens when its condition becomes true: at once where it is true to begin with (as in Camunda 7 and 8), and
 * beside a scope that goes on once more only after it was false in between. It is looked at after the step and not
 * when everything waits, so that what it breaks off does not begin first. A variable that is not there yet makes a
 * condition not hold; one that fails otherwise raises an incident that stops nothing else and ends when it can be
 * evaluated again. Nothing happens while the application is suspended; all conditions are looked at when it goes on.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Wait } from '../../../core/instance.ts'
import { type ConditionDefinition, type Element, singleTriggers } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import { isFull, overLimit } from '../limits.ts'
import { type Run, elementNamed } from '../run.ts'
import { failed, unfitTruth } from '../variables/evaluate.ts'
import { type Visit, scopesFrom, visitTo } from '../visit.ts'
import { repeats, staysOpen, triggerOf } from './catches.ts'
import { trigger } from './trigger.ts'

type Condition = Extract<Wait, { kind: 'condition' }>

/** Sets off the events whose conditions became true, in the order in which they were opened. */
export function lookAtConditions(run: Run): void {
  const { changes, draft } = run
  if (changes.isEmpty || draft.status === 'suspended') return
  for (const id of draft.conditions()) {
    const wait = draft.waits[id]
    if (wait?.kind !== 'condition' || !draft.elements[wait.owner]) continue
    const visit = visitTo(run, wait.owner)
    const element = elementNamed(visit.program, wait.element)
    const definition = definitionOf(visit, element, wait)
    if (changes.isNew(id) || changes.concern(definition, scopesFrom(draft, wait.owner)))
      look(visit, element, id, wait, definition)
  }
  changes.clear()
}

function definitionOf(visit: Visit, element: Element, { part = 0 }: Condition): ConditionDefinition {
  const found = singleTriggers(triggerOf(visit.program, element))[part]
  if (found?.kind !== 'conditional') throw new Error(`Expected a condition at ${element.id} of ${visit.program.key}`)
  return found.condition
}

function look(visit: Visit, element: Element, id: LocalId, wait: Condition, definition: ConditionDefinition): void {
  const { run } = visit
  const holds = overLimit(visit, false) ?? evaluated(visit, element, definition)
  if (holds instanceof Failure) return stop(run, id, wait, holds)
  endIncident(run, id)
  if (holds === wait.holds || (holds && repeats(visit, element) && isFull(run))) return
  run.emit({ kind: 'conditionTurned', id, holds })
  if (holds) run.setOff([{ kind: 'condition', scope: wait.owner, wait: id }])
}

function evaluated(visit: Visit, { id }: Element, { condition }: ConditionDefinition): boolean | Failure {
  const asked = `the condition of ${id}`
  const result = visit.run.effort.evaluate(condition, visit)
  if (!result.ok)
    return result.code === 'unknown-name' ? false : failed('condition', visit, asked, condition, result.reason)
  return typeof result.value === 'boolean' ? result.value : unfitTruth(visit, asked, condition, result.value)
}

/** One incident for a condition, however often it fails. */
function stop(run: Run, condition: LocalId, { owner, element }: Condition, { cause, message }: Failure): void {
  if (incidentsOf(run, condition).length > 0) return
  run.emit({ kind: 'incidentRaised', id: run.nextId(), owner, element, cause, message, condition })
}

function endIncident(run: Run, condition: LocalId): void {
  for (const id of incidentsOf(run, condition)) run.emit({ kind: 'incidentResolved', id })
}

const incidentsOf = ({ draft }: Run, condition: LocalId): readonly LocalId[] =>
  (Object.keys(draft.incidents) as LocalId[]).filter((id) => draft.incidents[id]?.condition === condition)

/** What became true happens, unless something else has ended the wait meanwhile. */
export function meetCondition(run: Run, id: LocalId): void {
  const wait = run.draft.waits[id]
  if (wait?.kind !== 'condition') return
  const visit = visitTo(run, wait.owner)
  run.steps++
  if (!staysOpen(visit, elementNamed(visit.program, wait.element)))
    run.emit({ kind: 'conditionClosed', id, outcome: 'triggered' })
  trigger(run, wait.owner, wait.element, {})
}
