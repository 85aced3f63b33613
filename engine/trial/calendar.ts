/** In a trial: a day is announced as not worked, and a statutory deadline is looked at. */
import { clocksOf, type ClockView } from '../commands/clocks.ts'
import type { InstanceState } from '../core/instance.ts'
import { isProblem } from '../core/problem.ts'
import { describe, type Trial } from './running.ts'
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
  if (isProblem(made)) trial.failures.push(describe(`Expected ${first} to be announced`, made))
}

export async function expectClock(trial: Trial, step: Extract<Step, { clock: string }>): Promise<void> {
  const { deps } = trial.engine
  const row = await deps.store.instances.get(trial.instance)
  const clocks = row ? await clocksOf(deps, JSON.parse(row.state) as InstanceState, trial.clock.now()) : []
  const found = clocks.find(({ deadline }) => deadline === step.clock)
  if (found) trial.failures.push(...differences(step, found))
  else
    trial.failures.push(
      `Expected the deadline ${step.clock} to run, but there run: ${clocks.map(({ deadline }) => deadline).join(', ') || 'none'}`,
    )
}

function differences(step: Extract<Step, { clock: string }>, found: ClockView): readonly string[] {
  const { clock, due, left, stopped, overdue } = step
  const failures: string[] = []
  const expectSame = (what: string, expected: unknown, actual: unknown): void => {
    if (expected !== undefined && expected !== actual)
      failures.push(`Expected the deadline ${clock} ${what} ${String(expected)}, but found ${String(actual)}`)
  }
  const moment = (at: number | undefined): string => (at === undefined ? 'at no time' : new Date(at).toISOString())
  expectSame('to be due', due === undefined ? undefined : moment(Date.parse(due)), moment(found.due))
  expectSame('to have days left:', left, found.left)
  expectSame('to stand still:', stopped, found.stoppedSince !== undefined)
  expectSame('to be overdue:', overdue, found.overdue)
  return failures
}
