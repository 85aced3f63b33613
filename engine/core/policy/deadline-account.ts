/**
 * Why a deadline of law is due when it is: how long it is and from when, how long it stood still and why, which days did not
 * count, and how its last day ended. What an official would note on the margin of the file.
 */
import { isoDate, isWorkingDay } from '../office-days.ts'
import type { CalendarChange, HandStop, LastDay, StatutoryClock } from '../statutory-clock.ts'
import type { Calendar } from './calendar.ts'
import { dayAt } from './calendar-day.ts'
import { reckon } from './statutory-time.ts'

export interface DeadlineAccount {
  /** Epoch milliseconds, as all moments here. */
  readonly started: number
  readonly duration: string
  readonly ends: LastDay['ends']
  /** Until now, oldest first. */
  readonly stood: readonly Stood[]
  /** Days that were announced as not worked and would have counted. */
  readonly daysOff: readonly CalendarChange[]
  /** The same of the service's own calendar: ISO dates. */
  readonly holidays: readonly string[]
  /** The day off it would have ended on, ISO date. */
  readonly dayOff?: string
}

export interface Stood {
  readonly from: number
  /** Absent: it still does. */
  readonly to?: number
  /** Ids of the steps that held it. */
  readonly by?: readonly string[]
  readonly byHand?: Pick<HandStop, 'legalBasis' | 'reason' | 'to'>
}

const LONGEST_DAYS = 3660

export function accountOf(calendar: Calendar, clock: StatutoryClock, now: number): DeadlineAccount {
  const { started, duration, lastDay } = clock
  const ending = reckon(calendar, clock)
  const off = duration.endsWith('WD') ? offIn(calendar, clock, ending?.due ?? now) : { daysOff: [], holidays: [] }
  return {
    started,
    duration,
    ends: lastDay?.ends ?? 'hour',
    stood: stoodOf(clock, now),
    ...off,
    ...(ending?.dayOff === undefined ? {} : { dayOff: ending.dayOff }),
  }
}

function stoodOf({ stops = [], byHand = [], stopped }: StatutoryClock, now: number): readonly Stood[] {
  const hand = byHand.map(({ from, to, legalBasis, reason }) => ({
    from,
    ...(to > now ? {} : { to }),
    byHand: { legalBasis, reason, to },
  }))
  const still = stopped ? [{ from: stopped.since, by: stopped.by }] : []
  return [...stops, ...hand, ...still].toSorted((one, other) => one.from - other.from)
}

/** Of the days from its beginning to its end those that the office would have worked. */
function offIn(
  calendar: Calendar,
  { started, governorate }: StatutoryClock,
  until: number,
): Pick<DeadlineAccount, 'daysOff' | 'holidays'> {
  const changes = inForce(calendar).filter(
    ({ closes, governorate: where = governorate }) => closes === undefined && where === governorate,
  )
  const usual = { workingDays: calendar.workingDays, holidays: new Set<string>() }
  const first = dayAt(calendar, started)
  const last = Math.min(dayAt(calendar, until - 1), first + LONGEST_DAYS)
  const met = new Set<CalendarChange>()
  const holidays: string[] = []
  for (let day = first; day <= last; day++) {
    if (!isWorkingDay(usual, day) || isWorkingDay(calendar, day, governorate)) continue
    const date = isoDate(day)
    const because = changes.find((change) => change.first <= date && date <= change.last)
    if (because) met.add(because)
    else holidays.push(date)
  }
  return { daysOff: [...met], holidays }
}

/** Announcements that were not withdrawn. */
function inForce({ changes = [] }: Calendar): readonly CalendarChange[] {
  const open: CalendarChange[] = []
  for (const change of changes) {
    if (change.withdrawn)
      open.splice(
        open.findIndex((one) => one.id === change.id),
        1,
      )
    else open.push(change)
  }
  return open
}
