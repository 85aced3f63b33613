/** How an application stands now: what its applicant has to do, or who has it. */
import { bilingual } from '../bilingual.ts'
import { singleTriggers, type Element, type Program } from '../program.ts'
import type { Course, Node } from './activities.ts'
import type {
  AskedEntry,
  FeeEntry,
  ReachedEntry,
  RefusedEntry,
  Standing,
  StepEntry,
  TimelineEntry,
} from './timeline.ts'

export function standingOf(entries: readonly TimelineEntry[], course: Course): Standing {
  const { isHeld, faultSince } = course
  const isOver = entries.some(({ kind }) => kind === 'over')
  if (entries.some(({ kind }) => kind === 'calledOff')) return { kind: 'calledOff' }
  if (isHeld) return { kind: 'held' }
  if (faultSince !== undefined && !isOver) return { kind: 'fault', since: faultSince }
  const asked = entries.filter((it): it is AskedEntry => it.kind === 'asked' && !it.ended)
  if (asked.length > 0) return { kind: 'answer', asked }
  const fee = openFee(entries)
  if (fee) return { kind: fee.change === 'unknown' ? 'verifying' : 'pay', fee }
  const steps = entries.filter((it): it is StepEntry => it.kind === 'step' && !it.ended)
  if (steps.length > 0) return { kind: 'with', steps }
  const by = entries.findLast((it): it is RefusedEntry | ReachedEntry => it.kind === 'refused' || it.kind === 'reached')
  const refused = entries.findLast((it): it is RefusedEntry => it.kind === 'refused')
  const waiting = by || isOver ? undefined : waitingOf(course)
  return waiting ?? { kind: 'decided', by: refused ?? by, isOver }
}

/** What the events are called that are waited for; times only where nothing else is. */
function waitingOf({ nodes, drawingOf, elementOf }: Course): Standing | undefined {
  const waits = [...nodes.values()].flatMap((node) => {
    const program = drawingOf(node)?.program
    const element = elementOf(node)
    const events = node.ended || !program || !element ? [] : awaited(element, program)
    return events.map((event) => ({ node, event }))
  })
  const outside = waits.filter(({ event }) => !isTimer(event))
  const told = outside.length > 0 ? outside : waits
  const since = Math.min(...told.map(({ node }: { readonly node: Node }) => node.at))
  const names = told.map(({ event }) => event.name).filter((name) => name !== '')
  return names.length === 0 ? undefined : { kind: 'waiting', for: [...new Set(names)].map(bilingual), since }
}

/** The event itself, or those among which an event-based gateway lets the first one decide. */
function awaited(element: Element, program: Program): readonly Element[] {
  if (element.kind === 'catchEvent' || element.kind === 'receiveTask') return [element]
  if (element.kind !== 'eventBasedGateway') return []
  return element.outgoing.flatMap((flow) => program.elements[program.flows[flow]?.to ?? -1] ?? [])
}

const isTimer = (element: Element): boolean =>
  element.kind === 'catchEvent' && singleTriggers(element.trigger).every(({ kind }) => kind === 'timer')

/** Asked for, and neither paid nor finally not. */
function openFee(entries: readonly TimelineEntry[]): FeeEntry | undefined {
  const all = entries.filter((it): it is FeeEntry => it.kind === 'fee')
  const settled = new Set(
    all.flatMap(({ change, charge }) => (change === 'paid' || change === 'notPaid' ? charge : [])),
  )
  return all.findLast(({ charge }) => !settled.has(charge))
}
