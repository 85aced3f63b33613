/** The time a timer waited for has come. */
import type { LocalId } from '../../../core/ids.ts'
import { type Problem, conflict, isProblem } from '../../../core/problem.ts'
import { nextDue } from '../../../core/timer.ts'
import type { Wait } from '../../../core/instance.ts'
import { openCatches, staysOpen } from '../catch/catches.ts'
import { trigger } from '../catch/trigger.ts'
import { settleClocks } from '../clocks/settle.ts'
import { isFull } from '../limits.ts'
import { type Run, elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { type Handler, openWait } from './command.ts'

export const triggerTimer: Handler<'triggerTimer'> = (run, { id }) => {
  const wait = openWait(run, 'timer', id)
  if (isProblem(wait)) return wait
  if (wait.on && isPutOff(run, id)) return run.events.length > 0 ? undefined : tooEarly(run, id)
  const full = wait.repeat !== undefined && isFull(run)
  run.emit({ kind: 'timerClosed', id, outcome: 'triggered' })
  if (run.ctx.limits.record > 0) reopen(run, wait)
  if (!full) trigger(run, wait.owner, wait.element, {})
  return undefined
}

/** By the calendar known now its statutory clock is not that far, so it goes on waiting. */
function isPutOff(run: Run, id: LocalId): boolean {
  settleClocks(run)
  const wait = run.draft.waits[id]
  return wait?.kind === 'timer' && wait.due > run.ctx.now
}

const tooEarly = ({ draft }: Run, id: LocalId): Problem =>
  conflict('timer.not-due', `Expected a timer that is due, but ${id} of ${draft.id} is not; wait until its deadline`)

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
