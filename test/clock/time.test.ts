import * as fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { PALESTINE, type Calendar } from '../../engine/core/policy/calendar.ts'
import { dueOf, readClock, type Counted } from '../../engine/core/policy/statutory-time.ts'
import { local } from '../elements/staff.ts'

const QUARTER = 15 * 60_000
/** Some weeks around the two nights of 2026 in which the clocks change in Hebron. */
const SEASONS = [Date.parse('2026-03-16T00:00:00Z'), Date.parse('2026-10-12T00:00:00Z')]
const SPAN = 3 * 7 * 24 * 4

const at = (text: string): number => DateTime.fromISO(text, { zone: PALESTINE.timeZone }).toMillis()

/** Quarter by quarter of an hour: the share of its day that each working one is, as long as the clock runs. */
function naive(calendar: Calendar, clock: Counted, days: number, end: number): { due?: number; spent: number } {
  let spent = 0
  let due: number | undefined
  const lengths = new Map<string, number>()
  for (let now = clock.started; now < end; now += QUARTER) {
    const moment = DateTime.fromMillis(now, { zone: calendar.timeZone })
    const date = moment.toISODate() ?? ''
    const isStopped =
      [...(clock.stops ?? []), ...(clock.byHand ?? [])].some(({ from, to }) => from <= now && now < to) ||
      (clock.stopped !== undefined && now >= clock.stopped.since)
    const isClosed = clock.governorate !== undefined && calendar.closures?.get(clock.governorate)?.has(date) === true
    if (isStopped || isClosed || calendar.holidays.has(date) || !calendar.workingDays.includes(moment.weekday)) continue
    const length = lengths.get(date) ?? moment.endOf('day').diff(moment.startOf('day')).toMillis() + 1
    lengths.set(date, length)
    spent += QUARTER / length
    if (due === undefined && spent >= days - 1e-9) due = now + QUARTER
  }
  return { spent, ...(due === undefined ? {} : { due }) }
}

const quarter = fc.integer({ min: 0, max: SPAN })
const dates = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 })
const SHAPE = {
  season: fc.constantFrom(...SEASONS),
  started: quarter,
  halts: fc.array(quarter, { maxLength: 9 }),
  hands: fc.array(fc.tuple(quarter, fc.integer({ min: 1, max: 400 })), { maxLength: 3 }),
  days: fc.integer({ min: 1, max: 12 }),
  holidays: dates,
  closures: dates,
  governorate: fc.constantFrom(undefined, 'PS-HBN', 'PS-RBH'),
  after: quarter,
}

/** Stops in order after the beginning; where their number is odd the last one goes on. */
function clockFrom(season: number, started: number, halts: readonly number[], days: number): Counted {
  const start = season + started * QUARTER
  const moments = [...new Set(halts)].toSorted((a, b) => a - b).map((it) => start + it * QUARTER)
  const pairs = Array.from({ length: Math.floor(moments.length / 2) }, (_, index) => moments.slice(index * 2))
  const since = moments.length % 2 === 1 ? moments.at(-1) : undefined
  return {
    started: start,
    duration: `P${days}WD`,
    stops: pairs.map(([from = 0, to = 0]) => ({ from, to })),
    ...(since === undefined ? {} : { stopped: { since, by: ['Correct'] } }),
  }
}

test('working days, stops, holidays and closures are counted as a walk quarter by quarter of an hour counts them', () => {
  fc.assert(
    fc.property(fc.record(SHAPE), ({ season, started, halts, hands, days, holidays, closures, governorate, after }) => {
      const dated = (list: readonly number[]) =>
        new Set(list.map((day) => DateTime.fromMillis(season).plus({ days: day }).toISODate() ?? ''))
      const calendar = {
        ...PALESTINE,
        holidays: dated(holidays),
        closures: new Map([['PS-HBN', dated(closures)]]),
      }
      const begun = clockFrom(season, started, halts, days)
      // Stops by hand may lie inside other stops, and end later than now.
      const byHand = hands.map(([from, length]) => ({
        from: begun.started + from * QUARTER,
        to: begun.started + (from + length) * QUARTER,
        legalBasis: 'article',
        reason: 'why',
      }))
      const clock = { ...begun, byHand, ...(governorate && { governorate }) }
      const now = clock.started + after * QUARTER
      const end = clock.started + 2 * SPAN * QUARTER
      const expected = naive(calendar, clock, days, end)
      const due = dueOf(calendar, clock)
      const off = Math.abs((due ?? Infinity) - (expected.due ?? Infinity))
      expect(Number.isNaN(off) || off < QUARTER || (expected.due === undefined && (due ?? end) >= end)).toBe(true)
      const read = readClock(calendar, clock, now)
      expect(read.spent).toBeCloseTo(naive(calendar, clock, days, now).spent, 1)
      expect(read.overdue).toBe(due !== undefined && due <= now)
    }),
    { numRuns: 60 },
  )
})

const clock = (started: string, duration: string, ...stops: readonly (readonly [string, string])[]): Counted => ({
  started: at(started),
  duration,
  stops: stops.map(([from, to]) => ({ from: at(from), to: at(to) })),
})

test.for([
  ['on Thursday at ten, one working day', clock('2026-11-26T10:00', 'P1WD'), '2026-11-29T10:00'],
  ['on Friday, one working day', clock('2026-11-27T10:00', 'P1WD'), '2026-11-30T00:00'],
  ['at midnight, one working day', clock('2026-11-23T00:00', 'P1WD'), '2026-11-24T00:00'],
  ['at once', clock('2026-11-23T10:00', 'P0WD'), '2026-11-23T10:00'],
  ['over the night the clocks go back', clock('2026-10-22T10:00', 'P2D'), '2026-10-24T10:00'],
  [
    'ten days with two stood still',
    clock('2026-11-23T10:00', 'P10D', ['2026-11-24T10:00', '2026-11-26T10:00']),
    '2026-12-05T10:00',
  ],
  [
    'a stop after it was due',
    clock('2026-11-23T10:00', 'PT4H', ['2026-11-24T10:00', '2026-11-26T10:00']),
    '2026-11-23T14:00',
  ],
  [
    'a stop over a weekend',
    clock('2026-11-26T10:00', 'P1WD', ['2026-11-27T10:00', '2026-11-28T10:00']),
    '2026-11-29T10:00',
  ],
] as const)('a clock that begins %s is due as the law counts', ([, one, due]) => {
  expect(local(dueOf(PALESTINE, one) ?? 0)).toBe(due)
})

test('what was due before the clock stopped stays so, and what was not is due at no time', () => {
  const stopped = { since: at('2026-11-26T10:00'), by: ['Correct'] }
  const late = { ...clock('2026-11-23T10:00', 'P1WD'), stopped }
  expect(readClock(PALESTINE, late, at('2026-11-29T10:00'))).toEqual({
    unit: 'workingDays',
    due: at('2026-11-24T10:00'),
    stoppedSince: stopped.since,
    spent: 3,
    left: 0,
    overdue: true,
  })
  const open = { ...clock('2026-11-23T10:00', 'P5WD'), stopped }
  expect(readClock(PALESTINE, open, at('2026-12-06T10:00'))).toEqual({
    unit: 'workingDays',
    stoppedSince: stopped.since,
    spent: 3,
    left: 2,
    overdue: false,
  })
})
