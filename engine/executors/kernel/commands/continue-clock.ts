/** A deadline that was stopped by hand goes on before the stop ends by itself. */
import { versionOf } from '../../../core/policy/calendar.ts'
import { reckon } from '../../../core/policy/statutory-time.ts'
import { conflict } from '../../../core/problem.ts'
import { handStopAt } from '../../../core/statutory-clock.ts'
import { moveWaits } from '../clocks/settle.ts'
import { endedAt } from '../state/clocks.ts'
import type { Handler } from './command.ts'

export const continueClock: Handler<'continueClock'> = (run, { clock: id, reason }) => {
  const { draft, ctx } = run
  const { now: at, calendar } = ctx
  const clock = draft.clocks?.[id]
  if (!clock)
    return conflict('clock.not-running', `Expected a deadline that runs in ${draft.reference}, but ${id} does not`)
  if (!handStopAt(clock, at))
    return conflict('clock.not-stopped', `Expected a deadline stopped by hand, but ${clock.deadline} is not`)
  const due = reckon(calendar, { ...clock, byHand: endedAt(clock.byHand ?? [], at) })
  const was = clock.due === undefined ? {} : { before: clock.due }
  run.emit({ kind: 'clockContinued', clock: id, at, reason, ...was, ...due, calendar: versionOf(calendar) })
  moveWaits(run, new Set([id]))
  return undefined
}
