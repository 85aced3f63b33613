/** When a clock ran: from its beginning on, but for the times it stood still, which may lie inside each other. */
import type { StatutoryClock, Stop } from '../statutory-clock.ts'

/** What says when it ran. */
export type Halting = Pick<StatutoryClock, 'started' | 'stops' | 'byHand' | 'stopped'>

/** When it stood or will stand still, one after the other, none touching another; the last may have no end. */
export function haltsOf({ started, stops = [], byHand = [], stopped }: Halting): readonly Stop[] {
  const all: readonly Stop[] = [...stops, ...byHand, ...(stopped ? [{ from: stopped.since, to: Infinity }] : [])]
  const halts: Stop[] = []
  for (const { from, to } of all.toSorted((one, other) => one.from - other.from)) {
    const last = halts.at(-1)
    if (last && from <= last.to) halts[halts.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else halts.push({ from: Math.max(from, started), to })
  }
  return halts
}

/** @param until epoch milliseconds, or Infinity */
export function runningOf(clock: Halting, until: number): readonly Stop[] {
  const spans: Stop[] = []
  let from = clock.started
  for (const halt of haltsOf(clock)) {
    spans.push({ from, to: halt.from })
    from = halt.to
  }
  spans.push({ from, to: until })
  return spans.map((span) => ({ ...span, to: Math.min(span.to, until) })).filter((span) => span.from < span.to)
}
