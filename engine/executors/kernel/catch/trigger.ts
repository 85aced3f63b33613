/**
 * Something that was waited for has happened: which way the tokens go now.
 *
 * What was waited for says who reacts: a boundary event beside its host, an event subprocess inside its scope, a branch
 * of an event-based gateway, or the waiting element itself.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Element } from '../../../core/program.ts'
import { depart, live } from '../lifecycle.ts'
import { type Run, elementNamed } from '../run.ts'
import { closeWaits, interruptInside, terminate } from '../tokens/terminate.ts'
import { outgoing } from '../elements/ways.ts'
import { type Visit, visitTo } from '../visit.ts'
import { repeats } from './catches.ts'
import { gathered } from './gather.ts'

/** @param owner the element instance that waited @param id the element that is triggered */
export function trigger(run: Run, owner: LocalId, id: string, payload: JsonObject): void {
  const visit = visitTo(run, owner)
  const element = elementNamed(visit.program, id)
  const whole = gathered(visit, element, payload)
  if (whole) happen(visit, element, whole)
}

function happen(visit: Visit, element: Element, payload: JsonObject): void {
  const { run, id } = visit
  if (element.kind === 'boundaryEvent') beside(visit, element, payload)
  else if (element.kind === 'eventSubProcess') inside(visit, element, payload)
  else if (visit.element.kind === 'eventBasedGateway') depart(visit, branchTo(visit, element), payload)
  else {
    if (element.kind === 'catchEvent' && element.trigger.kind === 'multiple')
      closeWaits(run, id, (wait) => 'element' in wait && wait.element === element.id)
    visit.result = payload
    live(visit, 'complete')
  }
}

function beside(host: Visit, element: Element, payload: JsonObject): void {
  const { run, program, enclosing, id } = host
  if (!repeats(host, element)) terminate(run, id)
  run.send([{ kind: 'enter', program, element, scope: enclosing, payload }])
}

function inside(scope: Visit, element: Element, payload: JsonObject): void {
  const { run, program, id } = scope
  if (!repeats(scope, element)) interruptInside(run, id)
  run.send([{ kind: 'enter', program, element, scope: id, payload }])
}

const branchTo = (gateway: Visit, element: Element) =>
  outgoing(gateway)
    .filter(({ to }) => to === element.index)
    .slice(0, 1)
