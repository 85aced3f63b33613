/** A deadline passes. */
import { firstDue } from '../../../../core/timer.ts'
import { Failure } from '../../failure.ts'
import { DATE_STEPS } from '../../variables/effort.ts'
import type { Opener } from './opener.ts'

export const timer: Opener<'timer'> = (visit, owner, element, trigger) => {
  const { effort, ctx } = visit.run
  effort.charge(DATE_STEPS)
  const first = firstDue(trigger.timer, (expression) => effort.evaluate(expression, visit), visit.now, ctx.calendar)
  if (!first.ok) return new Failure('timer', `Expected a time for the timer of ${element}, but: ${first.reason}`)
  const { due, repeat } = first
  return [{ kind: 'timer', owner, element, due, ...(repeat && { repeat }) }]
}
