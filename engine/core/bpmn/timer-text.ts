/** Timers and dates written as plain text are tried once at deployment, so that no case meets one that cannot be read. */
import { PALESTINE } from '../policy/calendar.ts'
import type { TimerDefinition } from '../program.ts'
import { firstDue, momentOf } from '../timer.ts'
import { constant } from './expression.ts'

export const TIMER_KINDS = ['timeDate', 'timeDuration', 'timeCycle'] as const
export type TimerKind = (typeof TIMER_KINDS)[number]

export const TIMER_LIKE: Readonly<Record<TimerKind, string>> = {
  timeDate: '2026-12-31T12:00:00Z',
  timeDuration: 'PT15M, P3D, P3WD',
  timeCycle: 'R/PT1H, R3/PT10M, 0 9 * * 1',
}

/** Any moment does: only whether the text can be read is asked. */
const SOME_MOMENT = Date.UTC(2026, 0, 1)

export function isTimerText(kind: TimerKind, text: string): boolean {
  return firstDue(timerFrom(kind, text), (it) => it.evaluate(NO_SCOPE), SOME_MOMENT, PALESTINE).ok
}

/** A date and time, or a span counted from now. */
export const isMomentText = (text: string): boolean => momentOf(text, SOME_MOMENT, PALESTINE).ok

/** ISO 8601, or working days: "P3WD". */
export const isDurationText = (text: string): boolean => text.startsWith('P') && isMomentText(text)

const NO_SCOPE = { get: () => undefined, now: SOME_MOMENT, timeZone: PALESTINE.timeZone }

function timerFrom(kind: TimerKind, text: string): TimerDefinition {
  const expression = constant(text)
  if (kind === 'timeDate') return { kind: 'date', at: expression }
  return kind === 'timeDuration' ? { kind: 'duration', after: expression } : { kind: 'cycle', every: expression }
}
