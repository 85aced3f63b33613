/** What events do to the statutory clocks of an application. */
import type { EventOf } from '../../../core/event.ts'
import type { ClockId, HandStop, StatutoryClock } from '../../../core/statutory-clock.ts'
import type { Draft } from './draft.ts'

export function clockStarted(draft: Draft, event: EventOf<'clockStarted'>): void {
  const { kind: _, clock, dayOff: __, ...begun } = event
  put(draft, clock, begun)
}

export function clockStopped(draft: Draft, { clock: id, at, by, due }: EventOf<'clockStopped'>): void {
  const { due: _, stopped: before, ...clock } = clockOf(draft, id)
  put(draft, id, { ...clock, stopped: { since: before?.since ?? at, by }, ...dueAt(due) })
}

export function clockResumed(draft: Draft, { clock: id, at, due, calendar }: EventOf<'clockResumed'>): void {
  const { due: _, stopped, stops = [], ...clock } = clockOf(draft, id)
  const stood = stopped && stopped.since < at ? [...stops, { from: stopped.since, to: at, by: stopped.by }] : stops
  put(draft, id, { ...clock, calendar, ...(stood.length > 0 && { stops: stood }), ...dueAt(due) })
}

export function clockStoppedByHand(draft: Draft, event: EventOf<'clockStoppedByHand'>): void {
  const { due: _, byHand = [], ...clock } = clockOf(draft, event.clock)
  const { at: from, until: to, legalBasis, reason, calendar, due } = event
  put(draft, event.clock, { ...clock, byHand: [...byHand, { from, to, legalBasis, reason }], calendar, ...dueAt(due) })
}

export function clockContinued(draft: Draft, { clock: id, at, calendar, due }: EventOf<'clockContinued'>): void {
  const { due: _, byHand = [], ...clock } = clockOf(draft, id)
  put(draft, id, { ...clock, byHand: endedAt(byHand, at), calendar, ...dueAt(due) })
}

export const endedAt = (byHand: readonly HandStop[], at: number): readonly HandStop[] =>
  byHand.map((stop) => (stop.to > at ? { ...stop, to: at } : stop))

export function clockRecalculated(draft: Draft, event: EventOf<'clockRecalculated'>): void {
  const { due: _, ...clock } = clockOf(draft, event.clock)
  const { due, calendar, duration = clock.duration, lastDay = clock.lastDay } = event
  put(draft, event.clock, { ...clock, duration, ...(lastDay && { lastDay }), calendar, ...dueAt(due) })
}

export function clockEnded(draft: Draft, { clock: id }: EventOf<'clockEnded'>): void {
  const { [id]: _, ...others } = draft.clocks ?? {}
  draft.clocks = Object.keys(others).length > 0 ? others : undefined
}

const dueAt = (due: number | undefined): { readonly due?: number } => (due === undefined ? {} : { due })

function put(draft: Draft, id: ClockId, clock: StatutoryClock): void {
  draft.clocks = { ...draft.clocks, [id]: clock }
}

function clockOf(draft: Draft, id: ClockId): StatutoryClock {
  const clock = draft.clocks?.[id]
  if (!clock) throw new Error(`Expected a clock ${id} in ${draft.id}`)
  return clock
}
