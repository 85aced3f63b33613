/**
 * Where a business error or an escalation is caught: on the edge of the activity, by an event subprocess, or further out.
 *
 * The search climbs from the thrower through its scopes and out of called processes. At each level an event subprocess
 * inside comes before a boundary event on the edge, and a catch of this code before a catch of every code. An
 * interrupting event subprocess that throws is not caught by its own scope's event subprocesses: they are over. Nor is
 * one that still runs when the rest of its scope has ended. What is thrown while an activity is undone is caught as if
 * the event had thrown it that wanted the activity undone.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { JsonObject } from '../../../core/json.ts'
import { type Element, type Program, type SingleTrigger, singleTriggers } from '../../../core/program.ts'
import { type Run, elementAt, elementNamed } from '../run.ts'
import { isCompleting } from '../tokens/completing.ts'
import { interruptInside, terminate } from '../tokens/terminate.ts'
import { isInterrupting, triggerOf } from './catches.ts'

/** A catch of something that looks for it by a code. */
export interface Catcher {
  /** Boundary event or event subprocess. */
  readonly event: Element
  /** The activity with that boundary event, or the scope with that event subprocess. */
  readonly owner: LocalId
}

/** A catch and what it passes on. */
export interface Caught {
  readonly catcher: Catcher
  readonly payload: JsonObject
}

interface Coded {
  /** Absent: every code. */
  readonly code?: string
}
/** What a trigger says where it is of the kind that is looked for. */
type Wanted<T extends Coded> = (trigger: SingleTrigger) => T | undefined

/** The nearest catch of the code, looking from the element instance `from` outwards. */
export function findCatcher<T extends Coded>(
  run: Run,
  from: LocalId | undefined,
  code: string,
  wanted: Wanted<T>,
): (Catcher & { readonly trigger: T }) | undefined {
  let id = from
  let via: Element | undefined
  while (id !== undefined) {
    const record: ElementState = run.draft.element(id)
    const program = run.programAt(id)
    const element = elementNamed(program, record.element)
    const isClosed = record.loop !== undefined || record.canceled || isOver(run, id, program, via)
    for (const events of record.compensation ? [] : listenersOf(element, record, isClosed)) {
      const found = pick(program, events, code, wanted)
      if (found) return { ...found, owner: id }
    }
    via = element
    id = record.compensation?.thrower ?? record.scope
  }
  return undefined
}

/** Inside before on the edge. */
const listenersOf = (element: Element, record: ElementState, isClosed: boolean): readonly (readonly number[])[] => [
  isClosed ? [] : element.eventSubProcesses,
  record.loopCounter === undefined ? element.boundaries : [],
]

interface Found<T> {
  readonly event: Element
  readonly trigger: T
}

function pick<T extends Coded>(
  program: Program,
  events: readonly number[],
  code: string,
  wanted: Wanted<T>,
): Found<T> | undefined {
  let general: Found<T> | undefined
  for (const index of events) {
    const event = elementAt(program, index)
    const triggers = singleTriggers(triggerOf(program, event)).flatMap((it) => wanted(it) ?? [])
    const exact = triggers.find((it) => it.code === code)
    if (exact) return { event, trigger: exact }
    const [any] = triggers.filter((it) => it.code === undefined)
    if (any) general ??= { event, trigger: any }
  }
  return general
}

/** Whether no event subprocess of the scope may begin any more, seen from one of them that throws. */
function isOver(run: Run, scope: LocalId, program: Program, via: Element | undefined): boolean {
  return via?.kind === 'eventSubProcess' && (isInterrupting(program, via) || isCompleting(run, scope))
}

/** It is caught: what it breaks off ends, and a token enters the catching event with what came with it. */
export function handOver(run: Run, { catcher: { event, owner }, payload }: Caught): void {
  const program = run.programAt(owner)
  const breaksOff = isInterrupting(program, event)
  if (event.kind === 'eventSubProcess') {
    if (breaksOff) interruptInside(run, owner)
    run.send([{ kind: 'enter', program, element: event, scope: owner, payload }])
    return
  }
  const { scope } = run.draft.element(owner)
  if (breaksOff) terminate(run, owner)
  if (scope !== undefined) run.send([{ kind: 'enter', program, element: event, scope, payload }])
}
