/**
 * Where a business error is caught: on the edge of the activity, by an event subprocess, or further out.
 *
 * The search climbs from the thrower through its scopes and out of called processes. At each level an event subprocess
 * inside comes before a boundary event on the edge, and a catch of this code before a catch of every code. An
 * interrupting event subprocess that throws is not caught by its own scope's event subprocesses: they are over. Nor is
 * one that still runs when the rest of its scope has ended. What is thrown while
 * an activity is undone is caught as if the event had thrown it that wanted the activity undone.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Element, Program, TriggerOf } from '../../../core/program.ts'
import { type Run, elementAt, elementNamed } from '../run.ts'
import { isCompleting } from '../tokens/completing.ts'
import { interruptInside, terminate } from '../tokens/terminate.ts'
import { triggerOf } from './catches.ts'

export interface Catcher {
  /** Boundary event or event subprocess. */
  readonly event: Element
  /** The activity with that boundary event, or the scope with that event subprocess. */
  readonly owner: LocalId
  readonly trigger: ErrorTrigger
}
type ErrorTrigger = TriggerOf<'error'>

/** The nearest catch, looking from the element instance `from` outwards. */
export function findCatcher(run: Run, from: LocalId | undefined, code: string): Catcher | undefined {
  let id = from
  let via: Element | undefined
  while (id !== undefined) {
    const record: ElementState = run.draft.element(id)
    const program = run.programAt(id)
    const element = elementNamed(program, record.element)
    const isClosed = record.loop !== undefined || record.canceled || isOver(run, id, program, via)
    const found = record.compensation ? undefined : catcherAt(program, element, record, id, code, isClosed)
    if (found) return found
    via = element
    id = record.compensation?.thrower ?? record.scope
  }
  return undefined
}

function catcherAt(
  program: Program,
  element: Element,
  record: ElementState,
  owner: LocalId,
  code: string,
  isClosed: boolean,
): Catcher | undefined {
  const inside = isClosed ? [] : element.eventSubProcesses
  const edge = record.loopCounter === undefined ? element.boundaries : []
  return pick(program, inside, owner, code) ?? pick(program, edge, owner, code)
}

function pick(program: Program, events: readonly number[], owner: LocalId, code: string): Catcher | undefined {
  let general: Catcher | undefined
  for (const index of events) {
    const event = elementAt(program, index)
    const trigger = errorTrigger(program, event)
    if (trigger?.code === code) return { event, owner, trigger }
    if (trigger && trigger.code === undefined) general ??= { event, owner, trigger }
  }
  return general
}

function errorTrigger(program: Program, event: Element): ErrorTrigger | undefined {
  const trigger = triggerOf(program, event)
  return trigger?.kind === 'error' ? trigger : undefined
}

/** Whether no event subprocess of the scope may begin any more, seen from one of them that throws. */
function isOver(run: Run, scope: LocalId, program: Program, via: Element | undefined): boolean {
  if (via?.kind !== 'eventSubProcess') return false
  const start = elementAt(program, via.start)
  return (start.kind === 'eventStart' && start.interrupting) || isCompleting(run, scope)
}

/** What the catching event passes on. */
function errorPayload(trigger: ErrorTrigger, code: string, message: string, variables: JsonObject): JsonObject {
  return {
    ...variables,
    ...(trigger.codeVariable !== undefined && { [trigger.codeVariable]: code }),
    ...(trigger.messageVariable !== undefined && { [trigger.messageVariable]: message }),
  }
}

/** The error is caught: what it breaks off ends, and a token enters the catching event with what came with the error. */
export function catchError(run: Run, catcher: Catcher, code: string, message: string, variables: JsonObject): void {
  const { event, owner, trigger } = catcher
  const program = run.programAt(owner)
  const payload = errorPayload(trigger, code, message, variables)
  if (event.kind === 'eventSubProcess') {
    interruptInside(run, owner)
    run.send([{ kind: 'enter', program, element: event, scope: owner, payload }])
    return
  }
  const { scope } = run.draft.element(owner)
  terminate(run, owner)
  if (scope !== undefined) run.send([{ kind: 'enter', program, element: event, scope, payload }])
}
