/** A supervisor lets a statutory deadline stand still: only one that runs, and not one that has passed. */
import { versionOf } from '../../../core/policy/calendar.ts'
import { reckon } from '../../../core/policy/statutory-time.ts'
import { conflict } from '../../../core/problem.ts'
import { handStopAt } from '../../../core/statutory-clock.ts'
import { moveWaits } from '../clocks/settle.ts'
import type { Handler } from './command.ts'

export const stopClock: Handler<'stopClock'> = (run, { clock: id, until, legalBasis, reason }) => {
  const { draft, ctx } = run
  const { now: at, calendar } = ctx
  const clock = draft.clocks?.[id]
  if (!clock)
    return conflict('clock.not-running', `Expected a deadline that runs in ${draft.reference}, but ${id} does not`)
  if (clock.stopped || handStopAt(clock, at))
    return conflict('clock.stands-still', `Expected a deadline that runs, but ${clock.deadline} stands still already`)
  const { due: before } = reckon(calendar, clock) ?? {}
  if (before !== undefined && before <= at)
    return conflict('clock.passed', `Expected a deadline that has not passed, but ${clock.deadline} has`)
  if (until <= at) return conflict('clock.until', 'Expected a stop that ends later than now')
  const byHand = [...(clock.byHand ?? []), { from: at, to: until, legalBasis, reason }]
  const due = reckon(calendar, { ...clock, byHand })
  const was = before === undefined ? {} : { before }
  const version = versionOf(calendar)
  run.emit({ kind: 'clockStoppedByHand', clock: id, at, until, legalBasis, reason, ...was, ...due, calendar: version })
  moveWaits(run, new Set([id]))
  return undefined
}
