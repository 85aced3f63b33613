import * as fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import type { Holiday } from '../../engine/core/holiday.ts'
import { PALESTINE, withHolidays, type Calendar } from '../../engine/core/policy/calendar.ts'
import { lastDayOf } from '../../engine/core/policy/last-day.ts'
import { type Counted, readClock, reckon } from '../../engine/core/policy/statutory-time.ts'
import type { LastDay } from '../../engine/core/statutory-clock.ts'
import { AGENCY, local } from '../elements/staff.ts'

const ZONE = PALESTINE.timeZone
const OFFICE: Calendar = { ...PALESTINE, closes: '15:00' }

const at = (text: string): number => DateTime.fromISO(text, { zone: ZONE }).toMillis()

const announced = (...days: readonly (Partial<Holiday> & { readonly first: string })[]): Calendar =>
  withHolidays(
    OFFICE,
    days.map((one, index) => ({
      id: String(index),
      title: { ar: 'عيد', en: 'Feast' },
      last: one.first,
      announced: { at: index, by: 'x' },
      ...one,
    })),
    AGENCY,
  )

const clock = (started: string, duration: string, lastDay: Partial<LastDay> = {}, more: Partial<Counted> = {}) => ({
  started: at(started),
  duration,
  lastDay: lastDayOf({ duration, ...lastDay }),
  ...more,
})

const due = (one: Counted, calendar: Calendar = OFFICE): string => {
  const found = reckon(calendar, one)?.due
  return found === undefined ? '-' : local(found)
}

const stop = (from: string, to: string) => ({ stops: [{ from: at(from), to: at(to) }] })

describe('the last day of a deadline', () => {
  // 2026-11-23 is a Monday; the weekend is Friday and Saturday, 27 and 28.
  test.for([
    ['in days on a Friday moves to Sunday', clock('2026-11-23T10:00', 'P4D'), '2026-11-29T10:00'],
    ['in weeks on a Friday as well', clock('2026-11-20T10:00', 'P1W'), '2026-11-29T10:00'],
    ['stays where the package says so', clock('2026-11-23T10:00', 'P4D', { dayOff: 'stays' }), '2026-11-27T10:00'],
    ['in hours stays', clock('2026-11-26T10:00', 'PT24H'), '2026-11-27T10:00'],
    ['in days on a working day stays', clock('2026-11-23T10:00', 'P2D'), '2026-11-25T10:00'],
    ['that ended at midnight moves too', clock('2026-11-24T00:00', 'P4D'), '2026-11-30T00:00'],
    ['ends with the day', clock('2026-11-23T10:00', 'P3WD', { ends: 'day' }), '2026-11-27T00:00'],
    ['ends with the day it moves to', clock('2026-11-23T10:00', 'P4D', { ends: 'day' }), '2026-11-30T00:00'],
    ['ends when the office closes', clock('2026-11-23T10:00', 'P3WD', { ends: 'office' }), '2026-11-26T15:00'],
    ['of a Friday’s working day is Sunday', clock('2026-11-27T10:00', 'P1WD', { ends: 'office' }), '2026-11-29T15:00'],
  ] as const)('%s', ([, one, expected]) => {
    expect(due(one)).toBe(expected)
  })

  test('says which day off it moved from', () => {
    expect(reckon(OFFICE, clock('2026-11-23T10:00', 'P4D'))).toEqual({
      due: at('2026-11-29T10:00'),
      dayOff: '2026-11-27',
    })
    expect(readClock(OFFICE, clock('2026-11-23T10:00', 'P2D'), at('2026-11-23T10:00'))).not.toHaveProperty('dayOff')
  })

  test('moves on over announced days, and those of its own governorate', () => {
    const calendar = announced({ first: '2026-11-29' }, { first: '2026-11-30', governorate: 'PS-HBN' })
    expect(due(clock('2026-11-23T10:00', 'P4D'), calendar)).toBe('2026-11-30T10:00')
    expect(due(clock('2026-11-23T10:00', 'P4D', {}, { governorate: 'PS-HBN' }), calendar)).toBe('2026-12-01T10:00')
  })

  test('ends when the office closes early: half a day, the hours of Ramadan, one governorate', () => {
    const calendar = announced(
      { first: '2026-11-24', last: '2026-12-20', closes: '14:00' },
      { first: '2026-11-26', closes: '12:00' },
      { first: '2026-11-26', closes: '10:30', governorate: 'PS-HBN' },
    )
    const one = clock('2026-11-23T10:00', 'P3WD', { ends: 'office' })
    expect(due(one, calendar)).toBe('2026-11-26T12:00')
    expect(due({ ...one, governorate: 'PS-HBN' }, calendar)).toBe('2026-11-26T10:30')
    expect(due(clock('2026-11-24T10:00', 'P3WD', { ends: 'office' }), calendar)).toBe('2026-11-29T14:00')
    // A half day is worked: it counts as a whole one.
    expect(due({ ...one, lastDay: lastDayOf({ duration: 'P3WD' }) }, calendar)).toBe('2026-11-26T10:00')
  })

  test('that was granted is not lost while the citizen is asked: it ends on the first working day after', () => {
    const one = clock('2026-11-23T10:00', 'P4D', { ends: 'day' })
    expect(due({ ...one, ...stop('2026-11-28T12:00', '2026-11-28T13:00') })).toBe('2026-11-30T00:00')
    expect(due({ ...one, ...stop('2026-11-29T12:00', '2026-12-01T13:00') })).toBe('2026-12-02T00:00')
    expect(due({ ...one, stopped: { since: at('2026-11-29T12:00'), by: ['Ask'] } })).toBe('-')
    expect(due({ ...one, stopped: { since: at('2026-11-30T12:00'), by: ['Ask'] } })).toBe('2026-11-30T00:00')
  })

  test('does not put off what is hung on the clock for before', () => {
    const one = clock('2026-11-24T10:00', 'P4D', { ends: 'day' })
    expect(local(reckon(OFFICE, one, 'P3D')?.due ?? 0)).toBe('2026-11-27T10:00')
    expect(local(reckon(OFFICE, one, 'P4D')?.due ?? 0)).toBe('2026-11-30T00:00')
    expect(local(reckon(OFFICE, one, 'P11D')?.due ?? 0)).toBe('2026-12-07T00:00')
  })
})

/** Weeks around the nights of 2026 in which the clocks change in Hebron, and a quiet one. */
const seasons = fc.constantFrom('2026-03-20', '2026-10-15', '2026-06-01')
const hour = fc.integer({ min: 0, max: 23 })

/** What a person with a calendar on the wall says: day by day, in local dates and times alone. */
function naive(started: DateTime, days: number, off: ReadonlySet<string>, rule: LastDay, closes: string): DateTime {
  const isOff = (day: DateTime): boolean => [5, 6].includes(day.weekday) || off.has(day.toISODate() ?? '')
  let date = DateTime.fromISO(started.toISODate() ?? '', { zone: 'utc' })
  for (let day = 0; day < days; day++) date = date.plus({ days: 1 })
  const last = DateTime.fromObject({ ...date.toObject(), hour: started.hour }, { zone: ZONE })
  // What begins at midnight has its days whole: the last one ended then.
  let on = started.hour === 0 ? last.minus({ days: 1 }) : last
  let moved = 0
  while (rule.dayOff === 'moves' && isOff(on)) {
    on = on.plus({ days: 1 })
    moved++
  }
  if (rule.ends === 'hour') return last.plus({ days: moved })
  if (rule.ends === 'day') return on.plus({ days: 1 }).startOf('day')
  const [h = 0, m = 0] = closes.split(':').map(Number)
  return on.set({ hour: h, minute: m })
}

test('calendar days end as a person counts them day by day, over the nights the clocks change too', () => {
  fc.assert(
    fc.property(
      fc.record({
        season: seasons,
        first: fc.integer({ min: 0, max: 14 }),
        hour,
        days: fc.integer({ min: 1, max: 30 }),
        off: fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 8 }),
        dayOff: fc.constantFrom('moves' as const, 'stays' as const),
        ends: fc.constantFrom('hour' as const, 'day' as const, 'office' as const),
        closes: fc.constantFrom('13:00', '15:30'),
      }),
      ({ season, first, hour: begin, days, off, dayOff, ends, closes }) => {
        const started = DateTime.fromISO(season, { zone: ZONE }).plus({ days: first }).set({ hour: begin })
        // An hour that does not exist that night begins nothing.
        fc.pre(started.hour === begin)
        const dates = new Set(off.map((day) => DateTime.fromISO(season).plus({ days: day }).toISODate() ?? ''))
        const rule = { dayOff, ends }
        const one = { started: started.toMillis(), duration: `P${days}D`, lastDay: rule }
        const found = reckon({ ...PALESTINE, holidays: dates, closes }, one)?.due
        expect(local(found ?? 0)).toBe(naive(started, days, dates, rule, closes).toFormat("yyyy-MM-dd'T'HH:mm"))
      },
    ),
    { numRuns: 400 },
  )
})
