/**
 * When a deadline falls, a reminder goes out, a service starts by itself: timers read and their times computed.
 *
 * A date is a moment ("2026-12-01T08:00:00", in the agency's time zone where it names none). A duration runs from now:
 * ISO 8601 ("P3D": the same local time three days on), or working days ("P5WD"). A cycle is "R[n]/duration",
 * "R[n]/start/duration", "R[n]/start/end" or "R[n]/duration/end", with R alone for ever, or a cron line (see cron.ts). A moment that has passed is due at once. Expressions give text,
 * or a FEEL date, date and time or duration. What cannot be read is a value with the reason, never a throw.
 */
import { DateTime, Duration } from 'luxon'
import { type Cron, cronAfter, parseCron } from './cron.ts'
import { type FeelValue, toJson } from './feel/feel.ts'
import type { Repeat } from './instance.ts'
import { type Calendar, addWorkingDays } from './policy/calendar.ts'
import type { Expression, TimerDefinition } from './program.ts'

export type Due =
  | { readonly ok: true; /** Epoch milliseconds. */ readonly due: number; readonly repeat?: Repeat }
  | { readonly ok: false; readonly reason: string }

/** A FEEL result, as far as timers need it. */
type Evaluated = { readonly ok: true; readonly value: FeelValue } | { readonly ok: false; readonly reason: string }

const WORKING_DAYS = /^P(\d{1,4})WD$/
const DURATION = /^[-+]?P(?=\d|T)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/
const CYCLE = /^R(\d{0,6})\/(.+)$/
/** The parts of a cycle's interval; a date may name a zone, which has a stroke in it: "2026-12-01T08:00@Asia/Hebron". */
const DURATION_AND_END = /^(P[^/]*)\/(\d.*)$/
const START_AND_DURATION = /^(\d.*)\/(P[^/]*)$/
const START_AND_END = /^(\d.*)\/(\d{4}-.*)$/
/** Times of a cycle that ends at a date. */
const MOST_TIMES = 10_000
const MOST_WORKING_DAYS = 1000
/** More than any date, duration, cycle or cron line needs. */
const LONGEST_TEXT = 200
/** A faster cycle would fill the history, not help anybody. */
const SHORTEST_CYCLE = 1000
const LAST_YEAR = 9999

/** When the timer is due for the first time, and what is left of its cycle after that. */
export function firstDue(
  timer: TimerDefinition,
  evaluate: (expression: Expression) => Evaluated,
  now: number,
  calendar: Calendar,
): Due {
  switch (timer.kind) {
    case 'date':
      return withText(evaluate(timer.at), (text) => dateMoment(text, calendar))
    case 'duration':
      return withText(evaluate(timer.after), (text) => durationMoment(text, now, calendar))
    case 'cycle':
      return withText(evaluate(timer.every), (text) => cycleStart(text, now, calendar))
  }
}

/** How long a timer waits that has a duration, as text; one that was computed before. */
export function spanOf(timer: TimerDefinition, evaluate: (expression: Expression) => Evaluated): string {
  const result = timer.kind === 'duration' ? evaluate(timer.after) : undefined
  const value = result?.ok ? toJson(result.value) : undefined
  if (typeof value !== 'string') throw new Error(`Expected a duration on a statutory clock, but found a ${timer.kind}`)
  return value.trim()
}

/** When a cycle is due again after the time `after`; undefined when it has run out. */
export function nextDue(
  repeat: Repeat,
  after: number,
  calendar: Calendar,
): { readonly due: number; readonly repeat?: Repeat } | undefined {
  if (repeat.left === 0) return undefined
  const due = step(repeat.every, after, calendar)
  if (!due.ok) return undefined
  return { due: due.due, ...rest(repeat.left === -1 ? -1 : repeat.left - 1, repeat.every) }
}

/** A moment given as a date or as a duration from now, e.g. when a task is due. */
export function momentOf(text: string, now: number, calendar: Calendar): Due {
  return /^[-+]?P/.test(text) ? durationMoment(text, now, calendar) : dateMoment(text, calendar)
}

function withText(result: Evaluated, read: (text: string) => Due): Due {
  if (!result.ok) return fault(result.reason)
  const value = typeof result.value === 'string' ? result.value : toJson(result.value)
  if (typeof value === 'string' && value.length <= LONGEST_TEXT) return read(value.trim())
  return fault(`Expected a date, a duration or a cycle as text, but found ${JSON.stringify(value).slice(0, 80)}`)
}

function dateMoment(text: string, calendar: Calendar): Due {
  const [moment = '', zone] = text.split('@')
  const at = DateTime.fromISO(moment, { zone: zone ?? calendar.timeZone })
  return reached(at, `Expected a date like "2026-12-01T08:00:00", but found "${text.slice(0, 60)}"`)
}

function durationMoment(text: string, now: number, calendar: Calendar): Due {
  const days = WORKING_DAYS.exec(text)?.[1]
  if (days !== undefined) return workingDays(Number(days), now, calendar)
  const start = DateTime.fromMillis(now, { zone: calendar.timeZone })
  const at = DURATION.test(text) ? start.plus(Duration.fromISO(text)) : undefined
  return reached(at, `Expected a duration like "P3D", "PT4H" or "P5WD", but found "${text.slice(0, 60)}"`)
}

function workingDays(days: number, now: number, calendar: Calendar): Due {
  if (days > MOST_WORKING_DAYS) return fault(`Expected at most ${MOST_WORKING_DAYS} working days, but found ${days}`)
  const due = addWorkingDays(calendar, now, days)
  return due === undefined
    ? fault(`Expected ${days} working days in the calendar, but it has fewer`)
    : { ok: true, due }
}

function reached(at: DateTime | undefined, otherwise: string): Due {
  return at?.isValid && at.year >= 0 && at.year <= LAST_YEAR ? { ok: true, due: at.toMillis() } : fault(otherwise)
}

function cycleStart(text: string, now: number, calendar: Calendar): Due {
  const cycle = CYCLE.exec(text)
  if (!cycle) return cronStart(text, now, calendar)
  const [, times = '', interval = ''] = cycle
  if (times !== '' && Number(times) === 0) return fault(`Expected a cycle of at least one time, but found "${text}"`)
  const count = times === '' ? -1 : Number(times)
  const [, length = '', end] = DURATION_AND_END.exec(interval) ?? []
  if (end !== undefined) return cycleUntil(length, end, count, now, calendar)
  const [, start, every = interval] = START_AND_DURATION.exec(interval) ?? startAndEnd(interval, calendar)
  const second = step(every, now, calendar)
  if (!second.ok) return second
  if (second.due - now < SHORTEST_CYCLE) return tooFast(text)
  const first = start === undefined ? second : dateMoment(start, calendar)
  return first.ok ? { ...first, ...rest(count === -1 ? -1 : count - 1, every) } : first
}

const tooFast = (text: string): Due => fault(`Expected a cycle of at least one second, but found "${text}"`)

/** The interval between two dates, as a date and a duration of the calendar: days stay days when the clock changes. */
function startAndEnd(interval: string, calendar: Calendar): readonly (string | undefined)[] {
  const [, start, end] = START_AND_END.exec(interval) ?? []
  const from = start === undefined ? undefined : dateMoment(start, calendar)
  const to = end === undefined ? undefined : dateMoment(end, calendar)
  if (!from?.ok || !to?.ok || start === undefined) return []
  const zone = { zone: calendar.timeZone }
  const length = DateTime.fromMillis(to.due, zone).diff(DateTime.fromMillis(from.due, zone), [...UNITS])
  return [interval, start, length.toISO() ?? '']
}

const UNITS = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const

/** The last time is at the end, the others lie before it; of those that have passed by now none is made up for. */
function cycleUntil(length: string, end: string, count: number, now: number, calendar: Calendar): Due {
  const last = dateMoment(end, calendar)
  const back = Duration.fromISO(length)
  const next = durationMoment(length, now, calendar)
  if (!last.ok) return last
  if (!next.ok || !back.isValid)
    return next.ok ? fault(`Expected a duration before ${end}, but found "${length}"`) : next
  if (next.due - now < SHORTEST_CYCLE) return tooFast(`${length}/${end}`)
  const at = DateTime.fromMillis(last.due, { zone: calendar.timeZone })
  const most = count === -1 ? Infinity : count - 1
  let left = 0
  let due = last.due
  for (let more = most > 0; more; more = left < most) {
    const before = at.minus(repeated(back, left + 1)).toMillis()
    if (before < now) break
    if (left >= MOST_TIMES) return fault(`Expected at most ${MOST_TIMES} times until ${end}, but there are more`)
    left++
    due = before
  }
  return { ok: true, due, ...rest(left, length) }
}

const repeated = (duration: Duration, by: number): Duration => duration.mapUnits((it) => it * by)

function cronStart(text: string, now: number, calendar: Calendar): Due {
  const first = step(text, now, calendar)
  return first.ok ? { ...first, ...rest(-1, text) } : first
}

const rest = (left: number, every: string): { readonly repeat?: Repeat } =>
  left === 0 ? {} : { repeat: { left, every } }

function step(every: string, after: number, calendar: Calendar): Due {
  if (/^[-+]?P/.test(every)) return durationMoment(every, after, calendar)
  const cron = cronOf(every)
  if (typeof cron === 'string') return fault(cron)
  const due = cronDue(cron, after, calendar.timeZone)
  return due === undefined
    ? fault(`Expected a cron line that has a next time, but "${every}" has none`)
    : { ok: true, due }
}

function cronDue(cron: Cron, after: number, zone: string): number | undefined {
  const local = DateTime.fromMillis(after, { zone })
  let wall: number | undefined = cronAfter(cron, local.setZone('utc', { keepLocalTime: true }).toMillis())
  while (wall !== undefined) {
    const due = DateTime.fromMillis(wall, { zone: 'utc' }).setZone(zone, { keepLocalTime: true }).toMillis()
    if (due > after) return due
    wall = cronAfter(cron, wall)
  }
  return undefined
}

function cronOf(line: string): Cron | string {
  const cron = parseCron(line)
  return cron.ok ? cron.cron : cron.reason
}

const fault = (reason: string): Due => ({ ok: false, reason })
