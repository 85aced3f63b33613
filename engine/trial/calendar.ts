/** In a trial: a day is announced as not worked, and a statutory deadline is looked at. */
import { clocksOf, type ClockView } from '../commands/clocks.ts'
import type { InstanceState } from '../core/instance.ts'
import { isProblem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { doing, failure, type Failure } from './failure.ts'
import { refuse, type Trial } from './running.ts'
import type { Step } from '../core/trial/scenario.ts'

export async function announce(trial: Trial, step: Extract<Step, { holiday: string }>): Promise<void> {
  const { holiday: first, last, governorate, closes, title = { ar: 'عطلة', en: 'Holiday' } } = step
  const made = await trial.engine.announceHoliday(
    { kind: 'system', id: 'test', agency: trial.agency },
    {
      title,
      first,
      ...(last === undefined ? {} : { last }),
      ...(governorate === undefined ? {} : { governorate }),
      ...(closes === undefined ? {} : { closes }),
    },
  )
  if (isProblem(made)) refuse(trial, doing.announce(first), made)
}

export async function expectClock(trial: Trial, step: Extract<Step, { clock: string }>): Promise<void> {
  const { deps } = trial.engine
  const row = await deps.store.instances.get(trial.instance)
  const clocks = row ? await clocksOf(deps, JSON.parse(row.state) as InstanceState, trial.clock.now()) : []
  const found = clocks.find(({ deadline }) => deadline === step.clock)
  if (found) trial.failures.push(...differences(step, found))
  else
    trial.failures.push(
      failure.noClock(
        step.clock,
        clocks.map(({ deadline }) => deadline),
      ),
    )
}

function differences(step: Extract<Step, { clock: string }>, found: ClockView): readonly Failure[] {
  const { clock, due, left, stopped, overdue } = step
  const failures: Failure[] = []
  const expectSame = (what: Text, expected: unknown, actual: unknown): void => {
    if (expected !== undefined && expected !== actual) failures.push(failure.clock(clock, what, expected, actual))
  }
  const moment = (at: number | undefined): string => (at === undefined ? 'at no time' : new Date(at).toISOString())
  expectSame(
    { en: 'to be due', ar: 'أن تحل في' },
    due === undefined ? undefined : moment(Date.parse(due)),
    moment(found.due),
  )
  expectSame({ en: 'to have days left:', ar: 'أن تبقى أيام:' }, left, found.left)
  expectSame({ en: 'to stand still:', ar: 'أن تكون متوقفة:' }, stopped, found.stoppedSince !== undefined)
  expectSame({ en: 'to be overdue:', ar: 'أن تكون متجاوزة:' }, overdue, found.overdue)
  return failures
}
