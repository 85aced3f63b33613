/**
 * Waiting for something to happen: a deadline to pass, a message to come.
 *
 * Everything is evaluated before the first timer or subscription is opened.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Element, MessageDefinition, TimerDefinition } from '../../../core/program.ts'
import { firstDue } from '../../../core/timer.ts'
import type { Catch } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { type Run, elementAt } from '../run.ts'
import { DATE_STEPS } from '../variables/effort.ts'
import { keyOf, textOf } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'

/** Opened for `owner`; `element` is what is triggered. */
export function timerCatch(visit: Visit, owner: LocalId, element: string, timer: TimerDefinition): Catch | Failure {
  const { effort, ctx } = visit.run
  effort.charge(DATE_STEPS)
  const first = firstDue(timer, (expression) => effort.evaluate(expression, visit), visit.now, ctx.calendar)
  if (!first.ok) return new Failure('timer', `Expected a time for the timer of ${element}, but: ${first.reason}`)
  const { due, repeat } = first
  return { kind: 'timer', owner, element, due, ...(repeat && { repeat }) }
}

export function messageCatch(
  visit: Visit,
  owner: LocalId,
  element: string,
  message: MessageDefinition,
): Catch | Failure {
  const name = textOf(visit, `the message name of ${element}`, message.name, 'message')
  if (name instanceof Failure) return name
  if (!message.correlationKey) return { kind: 'message', owner, element, name, key: '' }
  const key = keyOf(visit, `the correlation key of ${element}`, message.correlationKey)
  return key instanceof Failure ? key : { kind: 'message', owner, element, name, key }
}

/** What an element waits for by itself, as a branch of an event-based gateway or on the edge of an activity. */
export function catchOf(visit: Visit, owner: LocalId, element: Element): Catch | Failure | undefined {
  switch (element.kind) {
    case 'timerCatch':
      return timerCatch(visit, owner, element.id, element.timer)
    case 'messageCatch':
    case 'receiveTask':
      return messageCatch(visit, owner, element.id, element.message)
    case 'boundaryEvent':
      return triggerCatch(visit, owner, element.id, element.trigger)
    case 'eventSubProcess': {
      const start = elementAt(visit.program, element.start)
      return start.kind === 'eventStart' ? triggerCatch(visit, owner, element.id, start.trigger) : undefined
    }
    default:
      return undefined
  }
}

function triggerCatch(
  visit: Visit,
  owner: LocalId,
  element: string,
  trigger: Extract<Element, { kind: 'boundaryEvent' }>['trigger'],
): Catch | Failure | undefined {
  if (trigger.kind === 'timer') return timerCatch(visit, owner, element, trigger.timer)
  return trigger.kind === 'message' ? messageCatch(visit, owner, element, trigger.message) : undefined
}

/** What several elements wait for, or the first reason why not. */
export function catchesOf(visit: Visit, owner: LocalId, elements: readonly Element[]): Catch[] | Failure {
  const catches: Catch[] = []
  for (const element of elements) {
    const one = catchOf(visit, owner, element)
    if (one instanceof Failure) return one
    if (one) catches.push(one)
  }
  return catches
}

export function openCatches(run: Run, catches: readonly Catch[]): void {
  for (const one of catches) {
    const id = run.nextId()
    if (one.kind === 'timer') run.emit({ ...one, kind: 'timerOpened', id })
    else run.emit({ ...one, kind: 'subscriptionOpened', id })
  }
}

/** Whether the event may happen again while its host or scope goes on. */
export function staysOpen(visit: Visit, element: Element): boolean {
  if (element.kind === 'boundaryEvent') return !element.interrupting
  if (element.kind !== 'eventSubProcess') return false
  const start = elementAt(visit.program, element.start)
  return start.kind === 'eventStart' && !start.interrupting
}
