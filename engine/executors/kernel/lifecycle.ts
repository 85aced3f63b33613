/**
 * The life of an element instance: a table of three steps, each handing over to the next.
 *
 *   activate   evaluate inputs and what the element needs, then record it and open what it waits for
 *   complete   map the outputs, or put the result where it belongs
 *   continue   find the ways out, close what still waits, end, and send tokens on
 *
 * A step evaluates everything before it records anything. One that fails raises an incident and leaves the element
 * standing there; resolving the incident lives on from that step. An element that waits is lived on by a command.
 * Tokens brought by an event that has happened (a payload) pass the limits, so that the event is never lost; the next
 * element is held to them.
 */
import type { Step, Undoing } from '../../core/instance.ts'
import type { JsonObject } from '../../core/json.ts'
import type { ElementKind, Flow } from '../../core/program.ts'
import type { Catch, Opening } from './behaviour.ts'
import { catchesOf, openCatches } from './catch/catches.ts'
import { handOver } from './catch/catcher.ts'
import { beginClocks, scopeClock } from './clocks/begin.ts'
import { cancelTransaction } from './compensation/cancel.ts'
import { undoneNext } from './compensation/due.ts'
import { canBeUndone, noRoomToRemember } from './compensation/remember.ts'
import { conclude, progressOf } from './ad-hoc/progress.ts'
import { behaviour, behaviourOf } from './elements/table.ts'
import { defaultFlow, openWays } from './elements/ways.ts'
import { Failure } from './failure.ts'
import { overLimit, tooManyWaits } from './limits.ts'
import { loopAround, loopBehaviour } from './loops/table.ts'
import { elementAt } from './run.ts'
import { takeFlows } from './tokens/flows.ts'
import { closeWaits, resolveIncidents, terminateInside } from './tokens/terminate.ts'
import { inputs, outputs, withProperties } from './variables/mapping.ts'
import { merge, noRoom } from './variables/merge.ts'
import { type Visit, visitTo } from './visit.ts'

type Outcome = Failure | 'waits' | 'done'

const LIFE: { readonly [S in Step]: { readonly act: (visit: Visit) => Outcome; readonly next: Step | undefined } } = {
  activate: { act: activate, next: 'complete' },
  complete: { act: complete, next: 'continue' },
  continue: { act: leave, next: undefined },
}

/** Takes this step and those after it, until the element waits, is stopped or has ended. */
export function live(visit: Visit, from: Step): void {
  let step: Step | undefined = from
  while (step !== undefined) {
    const outcome = LIFE[step].act(visit)
    if (outcome instanceof Failure) return raise(visit, step, outcome)
    if (outcome === 'waits') return
    step = LIFE[step].next
  }
}

/** Stops the element at this step until an operator resolves the incident. */
export function raise(visit: Visit, step: Step, { cause, message }: Failure): void {
  const { run, id, element } = visit
  if (!visit.record) recordActive(visit, visit.given ?? visit.payload)
  run.emit({ kind: 'incidentRaised', id: run.nextId(), owner: id, element: element.id, cause, message, step })
}

function activate(visit: Visit): Outcome {
  const over = visit.payload ? undefined : overLimit(visit, !visit.record)
  if (over) return over
  const locals = ownVariables(visit)
  if (locals instanceof Failure) return locals
  visit.ahead(locals)
  const unkept = visit.program.deadlines && scopeClock(visit)
  if (unkept) return unkept
  const opening = behaviourOf(visit).activate(visit)
  if (opening instanceof Failure) return opening
  const edge = edgeCatches(visit, opening)
  if (edge instanceof Failure) return edge
  const crowded = tooManyWaits(visit, (opening.catches?.length ?? 0) + edge.length)
  if (crowded) return crowded
  const full = noRoomToOpen(visit, opening)
  if (full) return full
  visit.run.steps++
  open(visit, opening, edge)
  return goesOn(visit, opening) ? 'done' : 'waits'
}

/** What it has thrown may have ended it. */
const goesOn = (visit: Visit, { kind }: Opening): boolean =>
  kind === 'pass' || (kind === 'throw' && visit.record !== undefined)

function ownVariables(visit: Visit): JsonObject | undefined | Failure {
  const { element } = visit
  const locals = visit.isMapped ? withProperties(visit, visit.locals) : visit.locals
  if (locals instanceof Failure || element.inputs.length === 0 || !visit.isMapped) return locals
  return inputs(visit, locals ?? {})
}

/** What the boundary events of an element that stays open wait for. */
function edgeCatches(visit: Visit, { kind }: Opening): readonly Catch[] | Failure {
  const { element, program, id } = visit
  if ((kind !== 'wait' && kind !== 'enter') || element.boundaries.length === 0) return []
  if (visit.loopCounter !== undefined || visit.isUndoing) return []
  return catchesOf(
    visit,
    id,
    element.boundaries.map((index) => elementAt(program, index)),
  )
}

function noRoomToOpen(visit: Visit, opening: Opening): Failure | undefined {
  const { locals, record, id, scope } = visit
  const result = opening.kind === 'pass' ? opening.result : undefined
  const items = opening.kind === 'enter' ? opening.loop?.items : undefined
  if (!locals && !result && !items) return undefined
  return noRoom(visit, record ? id : scope, { ...locals, ...result, ...(items && { items }) })
}

function open(visit: Visit, opening: Opening, edge: readonly Catch[]): void {
  const { run, id, element, locals } = visit
  if (!visit.record) recordActive(visit, locals)
  else if (locals && (element.inputs.length > 0 || element.locals) && visit.isMapped) visit.keep(locals)
  visit.ahead(undefined)
  if (visit.begun) beginClocks(run, visit)
  if (opening.kind === 'enter' && opening.loop) run.emit({ kind: 'loopStarted', id, loop: opening.loop })
  for (const fact of opening.facts ?? []) run.emit(fact)
  openCatches(run, opening.catches ?? [])
  openCatches(run, edge)
  if (opening.undoes) undo(visit, opening.undoes, opening.kind === 'wait')
  if (opening.kind === 'pass') visit.result = opening.result
  else if (opening.kind === 'throw') {
    for (const one of opening.caught) if (visit.record) handOver(run, one)
  } else if (opening.kind !== 'wait') run.send(opening.moves)
}

function undo({ run, id, enclosing }: Visit, undoing: Undoing, waits: boolean): void {
  run.send([{ kind: 'compensate', scope: enclosing, undoing, ...(waits && { thrower: id }) }])
}

function recordActive(visit: Visit, locals: JsonObject | undefined): void {
  const { run, id, element, program, scope, loopCounter } = visit
  const variables = locals ?? (behaviourOf(visit).isScope ? {} : undefined)
  run.emit({
    kind: 'elementActivated',
    id,
    element: element.id,
    ...(scope !== undefined && { scope }),
    ...(element.kind === 'process' && { program: program.key }),
    ...(variables && { variables }),
    ...(loopCounter !== undefined && { loopCounter }),
  })
}

/** What came with their event is theirs only while an incident holds it; it belongs to what is around. */
const HAPPENED: ReadonlySet<ElementKind> = new Set(['eventStart', 'boundaryEvent'])

function complete(visit: Visit): Outcome {
  if (isOccupied(visit)) return 'waits'
  if (visit.isUndoing) return 'done'
  const all = resultOfLoop(visit)
  if (all) return put(visit, all, visit.enclosing)
  visit.result ??= behaviourOf(visit).result?.(visit)
  if (visit.isBody || visit.element.outputs.length === 0) {
    const { result } = visit
    return result ? put(visit, result, HAPPENED.has(visit.element.kind) ? visit.enclosing : visit.id) : 'done'
  }
  return giveOutputs(visit)
}

function resultOfLoop({ isBody, element: { loop }, record }: Visit): JsonObject | undefined {
  return isBody && loop && record?.loop ? loopBehaviour(loop).result(loop, record.loop) : undefined
}

/** The result becomes the element's own, and only the targets of the mappings leave it. */
function giveOutputs(visit: Visit): Outcome {
  if (visit.result && Object.keys(visit.result).length > 0) visit.keep(visit.result)
  visit.result = undefined
  const values = outputs(visit)
  if (values instanceof Failure) return values
  return put(visit, values, visit.loopCounter === undefined ? visit.enclosing : visit.id)
}

function put(visit: Visit, values: JsonObject, from: Visit['id']): Outcome {
  const full = noRoom(visit, from, values)
  if (full) return full
  merge(visit.run, from, values)
  return 'done'
}

function leave(visit: Visit): Outcome {
  const { element } = visit
  if (isOccupied(visit)) return 'waits'
  if (visit.isUndoing) return leaveUndone(visit)
  const full = noRoomToRemember(visit)
  if (full) return full
  if (visit.loopCounter !== undefined) return leaveRound(visit)
  if (element.kind === 'process') return leaveProcess(visit)
  const flows = visit.run.mover?.ways(visit) ?? behaviour(element.kind).leave?.(visit) ?? waysOut(visit)
  if (flows instanceof Failure) return flows
  const progress = progressOf(visit, flows)
  if (progress instanceof Failure) return progress
  depart(visit, progress?.over ? [] : flows)
  if (progress) conclude(visit, progress)
  return 'done'
}

/** A scope an incident had stopped may have tokens inside again, by an event subprocess: it ends when they have. */
function isOccupied({ run, id, record }: Visit): boolean {
  const isIt = record?.arrived !== undefined || record?.resets !== undefined || (record?.children ?? 0) > 0
  if (isIt) run.touch(id)
  return isIt
}

function waysOut(visit: Visit): readonly Flow[] | Failure {
  const { defaultFlow: otherwise } = visit.element
  const open = openWays(visit, otherwise)
  return open instanceof Failure || open.length > 0 ? open : defaultFlow(visit, otherwise)
}

/** Ends the element and sends its tokens on; with the payload where an event has chosen the way. */
export function depart(visit: Visit, flows: readonly Flow[], payload?: JsonObject): void {
  const { run, program, enclosing, element } = visit
  end(visit)
  const ends = behaviour(element.kind).ends?.(element)
  if (ends === 'scope') terminateInside(run, enclosing)
  else if (ends === 'transaction') cancelTransaction(run, enclosing)
  run.touch(enclosing)
  if (run.mover) run.mover.take(program, enclosing, flows, payload)
  else takeFlows(run, program, enclosing, flows, payload)
}

function end(visit: Visit): void {
  const { run, id, element } = visit
  if (element.boundaries.length > 0 || element.eventSubProcesses.length > 0 || element.kind === 'eventBasedGateway')
    closeWaits(run, id)
  resolveIncidents(run, id)
  const compensation = canBeUndone(visit) ? run.nextId() : undefined
  run.emit({ kind: 'elementCompleted', id, ...(compensation !== undefined && { compensation }) })
}

/** The activity is undone; what was completed before it is next, and in the end the event that threw goes on. */
function leaveUndone({ run, id, enclosing, record }: Visit): Outcome {
  resolveIncidents(run, id)
  run.emit({ kind: 'compensationCompleted', id })
  run.touch(enclosing)
  if (record?.compensation) run.send([undoneNext(enclosing, record.compensation)])
  return 'done'
}

/** A called process gives its variables to the call activity and that goes on; the application's own is over. */
function leaveProcess(visit: Visit): Outcome {
  const { run, scope, locals } = visit
  end(visit)
  if (scope === undefined) {
    run.emit({ kind: 'instanceCompleted' })
    return 'done'
  }
  const call = visitTo(run, scope)
  const { element } = call
  const all = element.kind === 'callActivity' && element.propagateAllChildVariables
  if (all || element.outputs.length > 0) call.result = locals
  live(call, 'complete')
  return 'done'
}

function leaveRound(visit: Visit): Outcome {
  const { run, enclosing } = visit
  const { loop, state } = loopAround(visit)
  const round = loopBehaviour(loop).outcome(visit, loop, state)
  if (round instanceof Failure) return round
  const { completed, output, told } = round
  for (const fact of told?.facts ?? []) run.emit(fact)
  end(visit)
  run.emit({ kind: 'loopAdvanced', id: enclosing, completed, ...(output && { output }) })
  for (const one of told?.caught ?? []) if (run.draft.elements[enclosing]) handOver(run, one)
  if (!run.draft.elements[enclosing]) return 'done'
  if (round.next === 'others') return 'done'
  if (round.next === 'round') run.send([{ kind: 'spawn', scope: enclosing }])
  else {
    terminateInside(run, enclosing)
    live(visitTo(run, enclosing), 'complete')
  }
  return 'done'
}
