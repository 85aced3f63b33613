/** The time a timer waited for has come. */
import { isProblem } from '../../../core/problem.ts'
import { nextDue } from '../../../core/timer.ts'
import type { Wait } from '../../../core/instance.ts'
import { openCatches, staysOpen } from '../catch/catches.ts'
import { trigger } from '../catch/trigger.ts'
import { isFull } from '../limits.ts'
import { type Run, elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { type Handler, openWait } from './command.ts'

export const triggerTimer: Handler<'triggerTimer'> = (run, { id }) => {
  const wait = openWait(run, 'timer', id)
  if (isProblem(wait)) return wait
  const full = wait.repeat !== undefined && isFull(run)
  run.emit({ kind: 'timerClosed', id, outcome: 'triggered' })
  if (run.ctx.limits.record > 0) reopen(run, wait)
  if (!full) trigger(run, wait.owner, wait.element, {})
  return undefined
}

/**
 * The next time of a cycle follows from the last due time, so that it does not drift; times missed altogether, as while
 * the installation was down, are not made up for: the cycle then goes on from now. In an instance that has reached a limit
 * a cycle's times pass without effect, and in one whose history is full it ends.
 */
function reopen(run: Run, { owner, element, due, repeat }: Extract<Wait, { kind: 'timer' }>): void {
  const visit = visitTo(run, owner)
  if (!repeat || !staysOpen(visit, elementNamed(visit.program, element))) return
  const { now, calendar } = run.ctx
  const next = nextDue(repeat, due, calendar)
  const again = next && next.due <= now ? nextDue(repeat, now, calendar) : next
  if (again) openCatches(run, [{ kind: 'timer', owner, element, ...again }])
}
