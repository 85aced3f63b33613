/**
 * Waiting for something to happen: a deadline to pass, a message or a signal to come, a condition to become true.
 *
 * Everything is evaluated before the first timer or subscription is opened.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Element, Program, Trigger } from '../../../core/program.ts'
import type { Catch } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { type Run, elementAt } from '../run.ts'
import type { Visit } from '../visit.ts'
import { openerOf } from './triggers/table.ts'

/** What sets off an element by itself, as a branch of an event-based gateway, on an edge or inside a scope. */
export function triggerOf(program: Program, element: Element): Trigger | undefined {
  switch (element.kind) {
    case 'catchEvent':
    case 'boundaryEvent':
    case 'eventStart':
      return element.trigger
    case 'receiveTask':
      return { kind: 'message', message: element.message }
    case 'eventSubProcess':
      return triggerOf(program, elementAt(program, element.start))
    default:
      return undefined
  }
}

/** What several elements wait for, or the first reason why not. */
export function catchesOf(visit: Visit, owner: LocalId, elements: readonly Element[]): readonly Catch[] | Failure {
  const catches: Catch[] = []
  for (const element of elements) {
    const trigger = triggerOf(visit.program, element)
    const opened = trigger ? openerOf(visit, owner, element.id, trigger) : []
    if (opened instanceof Failure) return opened
    catches.push(...opened)
  }
  return catches
}

export function openCatches(run: Run, catches: readonly Catch[]): void {
  for (const one of catches) {
    const id = run.nextId()
    if (one.kind === 'timer') run.emit({ ...one, kind: 'timerOpened', id })
    else if (one.kind === 'message') run.emit({ ...one, kind: 'subscriptionOpened', id })
    else if (one.kind === 'signal') run.emit({ ...one, kind: 'signalSubscriptionOpened', id })
    else {
      const { owner, element, part } = one
      run.emit({ kind: 'conditionOpened', id, owner, element, ...(part !== undefined && { part }) })
    }
  }
}

/** Whether the event may happen again while its host or scope goes on. */
export const repeats = ({ program }: Visit, element: Element): boolean =>
  (element.kind === 'boundaryEvent' || element.kind === 'eventSubProcess') && !isInterrupting(program, element)

/** Whether what is waited for may come again and is then caught again; of several that are needed each comes once. */
export const staysOpen = (visit: Visit, element: Element): boolean =>
  repeats(visit, element) && !needsAll(visit.program, element)

/** Whether the event happens only when all of its several triggers have come. */
export function needsAll(program: Program, element: Element): boolean {
  const trigger = triggerOf(program, element)
  return trigger?.kind === 'multiple' && trigger.parallel
}

/** Of a boundary event or event subprocess: whether what it hangs on, or what is around it, ends by it. */
export function isInterrupting(program: Program, event: Element): boolean {
  if (event.kind === 'boundaryEvent') return event.interrupting
  const start = event.kind === 'eventSubProcess' ? elementAt(program, event.start) : undefined
  return start?.kind === 'eventStart' && start.interrupting
}
