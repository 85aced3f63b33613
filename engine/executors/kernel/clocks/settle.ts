/**
 * Statutory clocks at the end of a command, when all tokens rest: which ended, stand still, go on or are counted anew, and
 * what hangs on them moves with them. Nothing is looked at in an application without a clock.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { Wait } from '../../../core/instance.ts'
import type { KeptTime } from '../../../core/kept-deadline.ts'
import { type Calendar, changesSince, versionOf } from '../../../core/policy/calendar.ts'
import { dueOf, readClock, reckon } from '../../../core/policy/statutory-time.ts'
import { type ClockId, STANDS_STILL, type StatutoryClock } from '../../../core/statutory-clock.ts'
import type { Run } from '../run.ts'
import { type Holder, heldBy, holdersIn } from './holders.ts'

export function settleClocks(run: Run): void {
  const { clocks } = run.draft
  if (!clocks) return
  const holders = holdersIn(run)
  const moved = new Set<ClockId>()
  for (const [id, clock] of Object.entries(clocks) as [ClockId, StatutoryClock][]) {
    if (!run.draft.elements[clock.owner]) end(run, id, clock)
    else if (settle(run, id, clock, holders)) moved.add(id)
  }
  if (moved.size > 0) moveWaits(run, moved)
}

function end(run: Run, id: ClockId, clock: StatutoryClock): void {
  const { calendar, now } = run.ctx
  const { due, spent, overdue } = readClock(calendar, clock, now)
  run.emit({ kind: 'clockEnded', clock: id, at: now, ...dated('due', due), spent, overdue })
}

/** @returns whether what hangs on it may have to move */
function settle(run: Run, id: ClockId, clock: StatutoryClock, holders: readonly Holder[]): boolean {
  const by = heldBy(run, clock, holders)
  const { calendar } = run.ctx
  if (by.length > 0 && by.join() !== clock.stopped?.by.join()) stop(run, id, clock, by)
  else if (by.length === 0 && clock.stopped) resume(run, id, clock, clock.stopped.since)
  else {
    const time = timeNow(run, clock)
    if (versionOf(calendar) === clock.calendar && !time) return false
    recalculate(run, id, clock, time)
  }
  return true
}

function stop(run: Run, clock: ClockId, state: StatutoryClock, by: readonly string[]): void {
  const { calendar, now: at } = run.ctx
  const due = dueOf(calendar, { ...state, stopped: { since: state.stopped?.since ?? at, by } })
  run.emit({ kind: 'clockStopped', clock, at, by, ...dated('before', state.due), ...dated('due', due) })
}

function resume(run: Run, clock: ClockId, stopped: StatutoryClock, since: number): void {
  const { calendar, now: at } = run.ctx
  const { stopped: _, ...state } = stopped
  const stops = since < at ? [...(state.stops ?? []), { from: since, to: at }] : state.stops
  const ending = reckon(calendar, { ...state, ...(stops && { stops }) })
  run.emit({ kind: 'clockResumed', clock, at, ...ending, calendar: versionOf(calendar) })
}

/** What another version of the service gives its deadline; undefined: what it has. */
function timeNow(run: Run, { owner, deadline, duration, lastDay }: StatutoryClock): KeptTime | undefined {
  const kept = [...(run.programAt(owner).deadlines?.values() ?? [])].find(({ id }) => id === deadline)
  if (!kept) return undefined
  const isSame = lastDay === undefined || (lastDay.dayOff === kept.lastDay.dayOff && lastDay.ends === kept.lastDay.ends)
  return duration === kept.duration && isSame ? undefined : { duration: kept.duration, lastDay: kept.lastDay }
}

function recalculate(run: Run, clock: ClockId, state: StatutoryClock, time: KeptTime | undefined): void {
  const { calendar } = run.ctx
  const ending = reckon(calendar, { ...state, ...time })
  if (ending?.due === state.due && !time) return
  const because = changesFor(calendar, state, Math.max(ending?.due ?? 0, state.due ?? 0))
  const before = dated('before', state.due)
  run.emit({ kind: 'clockRecalculated', clock, ...before, ...ending, calendar: versionOf(calendar), because, ...time })
}

/** What became known since it was counted last, of days it runs through. */
const changesFor = (calendar: Calendar, { started, governorate, calendar: since }: StatutoryClock, until: number) =>
  changesSince(calendar, since, { from: started, to: until }, governorate)

/** What hangs on these moves with them. */
export function moveWaits(run: Run, moved: ReadonlySet<ClockId>): void {
  const { draft, ctx } = run
  for (const [id, wait] of Object.entries(draft.waits) as [LocalId, Wait][]) {
    if ((wait.kind !== 'timer' && wait.kind !== 'task') || !wait.on || !moved.has(wait.on.clock)) continue
    const clock = draft.clocks?.[wait.on.clock]
    if (!clock) continue
    const due = dueOf(ctx.calendar, clock, wait.on.after ?? clock.duration)
    if (wait.kind === 'task') {
      if (due !== wait.due) run.emit({ kind: 'taskRescheduled', id, ...dated('due', due) })
    } else if ((due ?? STANDS_STILL) !== wait.due) run.emit({ kind: 'timerMoved', id, due: due ?? STANDS_STILL })
  }
}

const dated = <K extends 'due' | 'before'>(key: K, at: number | undefined): { readonly [Key in K]?: number } =>
  (at === undefined ? {} : { [key]: at }) as { readonly [Key in K]?: number }
