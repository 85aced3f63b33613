/** A deadline passes. On a statutory clock its duration counts from the beginning of that clock. */
import type { LocalId } from '../../../../core/ids.ts'
import { dueOf } from '../../../../core/policy/statutory-time.ts'
import type { KeptDeadline, TimerDefinition } from '../../../../core/program.ts'
import { STANDS_STILL } from '../../../../core/statutory-clock.ts'
import { firstDue, spanOf } from '../../../../core/timer.ts'
import { clockFor } from '../../clocks/begin.ts'
import { Failure } from '../../failure.ts'
import { elementAt, elementNamed } from '../../run.ts'
import { DATE_STEPS } from '../../variables/effort.ts'
import type { Visit } from '../../visit.ts'
import type { Catch } from '../../behaviour.ts'
import type { Opener } from './opener.ts'

export const timer: Opener<'timer'> = (visit, owner, element, trigger) => {
  const { effort, ctx } = visit.run
  effort.charge(DATE_STEPS)
  const first = firstDue(trigger.timer, (expression) => effort.evaluate(expression, visit), visit.now, ctx.calendar)
  if (!first.ok) return new Failure('timer', `Expected a time for the timer of ${element}, but: ${first.reason}`)
  const kept = keptBy(visit, element)
  if (kept) return onClock(visit, owner, element, trigger.timer, kept)
  const { due, repeat } = first
  return [{ kind: 'timer', owner, element, due, ...(repeat && { repeat }) }]
}

/** An event subprocess is named; its start event carries the deadline. */
function keptBy({ program }: Visit, id: string): KeptDeadline | undefined {
  if (!program.deadlines) return undefined
  const element = elementNamed(program, id)
  return program.deadlines.get(element.kind === 'eventSubProcess' ? elementAt(program, element.start).id : id)
}

function onClock(
  visit: Visit,
  owner: LocalId,
  element: string,
  timer: TimerDefinition,
  kept: KeptDeadline,
): readonly Catch[] | Failure {
  const { effort, ctx } = visit.run
  const after = spanOf(timer, (expression) => effort.evaluate(expression, visit))
  const found = clockFor(visit, owner, kept)
  if (found instanceof Failure) return found
  const due = dueOf(ctx.calendar, found.state, after) ?? STANDS_STILL
  return [{ kind: 'timer', owner, element, due, on: { clock: found.clock, after } }]
}
