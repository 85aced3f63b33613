/**
 * What an element waits for: goes on where it is defined alike, is opened anew where it is defined otherwise, ends where
 * nothing takes its place; and what the other version listens for in addition is opened.
 *
 * A timer that goes on keeps its time unless timers are renewed. An event that has happened already, or that an
 * interrupting event subprocess has silenced, does not begin to be waited for again.
 */
import type { Element } from '../../../../core/program.ts'
import type { Catch } from '../../behaviour.ts'
import { catchesOf, openCatches } from '../../catch/catches.ts'
import { beginClocks } from '../../clocks/begin.ts'
import { Failure } from '../../failure.ts'
import { type Run, elementAt } from '../../run.ts'
import { cancelWait } from '../../tokens/terminate.ts'
import { type Visit, visitTo } from '../../visit.ts'
import { triggerText } from '../definition.ts'
import { type CatchingWait, catching, isTriggeredAlike, type Listener, listenersOf } from '../listeners.ts'
import type { Place, Plan } from '../plan.ts'
import type { Renewal } from '../renewal.ts'

export const catches: Renewal = (run, place, plan) => {
  const { to, stays } = place
  if (typeof to !== 'object') return undefined
  if (stays) {
    for (const { from, waits } of catching(place)) for (const one of waits) goOn(run, one, from)
    return undefined
  }
  const visit = visitTo(run, place.id)
  const opened: Catch[] = []
  for (const listener of catching(place)) {
    const failure = renew(visit, place, listener, plan, opened)
    if (failure) return failure
  }
  const added = catchesOf(visit, place.id, newListeners(place, to, plan))
  if (added instanceof Failure) return added
  beginClocks(run, visit)
  openCatches(run, [...opened, ...added])
  return undefined
}

type Own = Listener['waits'][number]

function renew(visit: Visit, place: Place, listener: Listener, plan: Plan, opened: Catch[]): Failure | undefined {
  const { run } = visit
  const { from, to, waits } = listener
  const { source, target } = place.pairing
  if (typeof to !== 'object') {
    for (const one of waits) end(run, one)
    return undefined
  }
  const anew = plan.migration.timers === 'renew'
  const isAlike = triggerText(source, from) === triggerText(target, to)
  const kept = waits.filter(([, wait]) => (wait.kind === 'timer' ? !anew : isAlike))
  for (const one of kept) goOn(run, one, to)
  if (kept.length === waits.length) return undefined
  const made = catchesOf(visit, place.id, [to])
  if (made instanceof Failure) return made
  const others = waits.filter((one) => !kept.includes(one))
  opened.push(...replace(run, others, made, to))
  return undefined
}

/** Those that would be opened just so go on, the others end; returns what is opened in their place. */
function replace(run: Run, waits: readonly Own[], made: readonly Catch[], to: Element): Catch[] {
  const kinds = new Set(waits.map(([, { kind }]) => kind))
  const left = made.filter(({ kind }) => kinds.has(kind))
  for (const one of waits) {
    const [, wait] = one
    const same = left.findIndex((other) => isSame({ ...wait, element: to.id }, other))
    if (same >= 0) {
      left.splice(same, 1)
      goOn(run, one, to)
    } else end(run, one)
  }
  return left
}

/** With the incident of a condition that could not be evaluated. */
function end(run: Run, [id, wait]: Own): void {
  cancelWait(run, id, wait)
  for (const [incident, { condition }] of Object.entries(run.draft.incidents))
    if (condition === id) run.emit({ kind: 'incidentResolved', id: incident as Own[0] })
}

/** A condition shows nothing of its text in what is waited for: another one is looked at anew. */
const isSame = (one: CatchingWait, other: Catch): boolean => one.kind !== 'condition' && text(one) === text(other)
const text = (wait: object): string => JSON.stringify(Object.entries(wait).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** A subscription stands in the lists under the application's version, a timer does not. */
function goOn(run: Run, [id, wait]: Own, { id: element }: Element): void {
  if (wait.kind !== 'timer' || wait.element !== element) run.emit({ kind: 'waitMigrated', id, element })
}

/** What is listened for in addition, where it can still be. */
function newListeners(place: Place, to: Element, plan: Plan): readonly Element[] {
  if (!isAtWork(place, plan)) return []
  const { pairing, from } = place
  const before = listenersOf(pairing.source, from, place)
  const isKnown = (event: Element): boolean =>
    before.some((one) => pairing.element(one) === event && isTriggeredAlike(place, one, event))
  const isDeaf = isSilenced(place, plan)
  return listenersOf(pairing.target, to, place).filter(
    (event) => !isKnown(event) && !(isDeaf && event.kind === 'eventSubProcess'),
  )
}

function isAtWork({ id, from, waits, record }: Place, { inside }: Plan): boolean {
  const isWaiting = waits.some(([, wait]) => !('element' in wait) || wait.element === from.id)
  const isGateway = from.kind === 'eventBasedGateway' && waits.length > 0
  return isWaiting || isGateway || record.loop !== undefined || (inside.get(id) ?? []).length > 0
}

/** Its event subprocesses listen no longer, or not yet. */
function isSilenced({ id, pairing: { source } }: Place, { inside }: Plan): boolean {
  return (inside.get(id) ?? []).some(({ from }) => {
    if (from.kind === 'startEvent' || from.kind === 'eventStart') return true
    if (from.kind !== 'eventSubProcess') return false
    const start = elementAt(source, from.start)
    return start.kind === 'eventStart' && start.interrupting
  })
}
