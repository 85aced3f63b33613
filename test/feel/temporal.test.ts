import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilOf,
  dayOfYearOf,
  epochDayOf,
  plusMonths,
  weekdayOf,
  weekOfYearOf,
} from '../../engine/core/feel/calendar.ts'
import { readTemporal, temporalText } from '../../engine/core/feel/temporal-text.ts'
import { type Example, type Mistake, problemOf, valueOf } from './example.ts'

const making: readonly Example[] = [
  ['date("2026-11-23")', '2026-11-23'],
  ['date(2026, 2, 28)', '2026-02-28'],
  ['date(@"2026-11-23T10:00:00")', '2026-11-23'],
  ['date("-0044-03-15")', '-0044-03-15'],
  ['time("10:30:00")', '10:30:00'],
  ['time("10:30")', '10:30:00'],
  ['time("T10:30:00.250+02:00")', '10:30:00.25+02:00'],
  ['time(10, 30, 15)', '10:30:15'],
  ['time(10, 30, 15.5, @"PT2H")', '10:30:15.5+02:00'],
  ['time(@"2026-11-23T10:00:00Z")', '10:00:00Z'],
  ['date and time("2026-11-23T10:30:00")', '2026-11-23T10:30:00'],
  ['date and time("2026-11-23T10:30")', '2026-11-23T10:30:00'],
  ['date and time("2026-11-23")', '2026-11-23T00:00:00'],
  ['date and time(@"2026-11-23", @"10:30:00Z")', '2026-11-23T10:30:00Z'],
  ['date and time(2026, 11, 23, 10, 30, 0, @"PT2H")', '2026-11-23T10:30:00+02:00'],
  ['date and time(@"2026-11-23T10:00:00Z", "Asia/Hebron")', '2026-11-23T12:00:00+02:00'],
  ['date and time(@"2026-11-23T10:00:00", "Asia/Hebron") = @"2026-11-23T08:00:00Z"', true],
  ['duration("P1Y2M")', 'P1Y2M'],
  ['duration("P1DT2H3M4.5S")', 'P1DT2H3M4.5S'],
  ['duration("-PT90M")', '-PT1H30M'],
  ['duration("P0D")', 'PT0S'],
  ['duration("P14M")', 'P1Y2M'],
  ['years and months duration(@"2011-12-22", @"2013-08-24")', 'P1Y8M'],
  ['years and months duration(@"2013-08-24", @"2011-12-22")', '-P1Y8M'],
  ['now()', '2026-11-23T12:00:00+02:00'],
  ['string(now())', '2026-11-23T12:00:00@Asia/Hebron'],
  ['today()', '2026-11-23'],
]

const arithmetic: readonly Example[] = [
  ['@"2026-01-31" + @"P1M"', '2026-02-28'],
  ['@"2024-02-29" + @"P1Y"', '2025-02-28'],
  ['@"2026-01-31" - @"P2M"', '2025-11-30'],
  ['@"P1D" + @"2026-12-31"', '2027-01-01'],
  ['@"2026-01-31" + @"PT25H"', '2026-02-01'],
  ['@"2026-01-31" - @"PT1H"', '2026-01-30'],
  ['@"2026-01-02" - @"2026-01-01"', 'P1D'],
  ['@"2026-01-02T10:00:00" - @"2026-01-01"', 'P1DT10H'],
  ['@"2026-01-01T10:00:00Z" - @"2026-01-01T10:00:00+02:00"', 'PT2H'],
  ['@"23:30:00" + @"PT1H"', '00:30:00'],
  ['@"00:30:00" - @"PT1H"', '23:30:00'],
  ['@"10:00:00Z" - @"09:00:00+01:00"', 'PT2H'],
  ['@"P1Y" + @"P2M"', 'P1Y2M'],
  ['@"P1D" - @"PT1H"', 'PT23H'],
  ['@"P1D" * 1.5', 'P1DT12H'],
  ['2 * @"P1Y"', 'P2Y'],
  ['@"P1Y" / 2', 'P6M'],
  ['@"P1D" / @"PT12H"', 2],
  ['@"P1Y" / @"P4M"', 3],
  ['-@"P1D"', '-P1D'],
  ['(today() - @"1990-05-20").days', 13336],
  ['years and months duration(@"1990-05-20", today()).years', 36],
  ['@"2026-03-27T23:30:00@Europe/Paris" + @"P2D"', '2026-03-30T00:30:00+02:00'],
  ['string(@"2026-03-28T12:00:00@Europe/Paris" + @"P1M")', '2026-04-28T12:00:00@Europe/Paris'],
]

const calendar: readonly Example[] = [
  ['day of week(@"2026-11-23")', 'Monday'],
  ['day of week(@"2019-09-17")', 'Tuesday'],
  ['day of year(@"2019-09-17")', 260],
  ['month of year(@"2019-09-17")', 'September'],
  ['week of year(@"2019-09-17")', 38],
  ['week of year(@"2003-12-29")', 1],
  ['week of year(@"2004-01-04")', 1],
  ['week of year(@"2005-01-01")', 53],
  ['week of year(@"2005-01-03T00:00:00")', 1],
  ['last day of month(@"2024-02-10")', '2024-02-29'],
  ['cycle(3, duration("PT1H"))', 'R3/PT1H'],
  ['cycle(duration("P7D"))', 'R/P7D'],
  ['cycle(repetitions: 2, interval: duration("P1M"))', 'R2/P1M'],
]

const relations: readonly Example[] = [
  ['before(1, 10)', true],
  ['before(10, 1)', false],
  ['before(1, [1..10])', false],
  ['before(1, (1..10])', true],
  ['before([1..10], 10)', false],
  ['before([1..10), 10)', true],
  ['before([1..10), [10..20])', true],
  ['before([1..10], [10..20])', false],
  ['after(10, 5)', true],
  ['after([11..20], [1..11))', true],
  ['meets([1..5], [5..10])', true],
  ['meets([1..5), [5..10])', false],
  ['met by([5..10], [1..5])', true],
  ['overlaps([1..5], [3..8])', true],
  ['overlaps([1..5], [6..8])', false],
  ['overlaps([1..5), [5..8])', false],
  ['overlaps before([1..5], [3..8])', true],
  ['overlaps before([3..8], [1..5])', false],
  ['overlaps after([3..8], [1..5])', true],
  ['finishes(10, [1..10])', true],
  ['finishes([5..10], [1..10])', true],
  ['finishes([5..10), [1..10])', false],
  ['finished by([1..10], 10)', true],
  ['includes([1..10], 5)', true],
  ['includes([1..10), 10)', false],
  ['includes([1..10], [4..6])', true],
  ['during(5, [1..10])', true],
  ['during([4..11], [1..10])', false],
  ['starts(1, [1..10])', true],
  ['starts([1..5], [1..10])', true],
  ['starts((1..5], [1..10])', false],
  ['started by([1..10], 1)', true],
  ['coincides(5, 5)', true],
  ['coincides([1..5], [1..5])', true],
  ['coincides([1..5], [1..5))', false],
  ['includes((> 5), 6)', true],
  ['overlaps((> 5), (< 3))', false],
  ['before((< 3), (> 5))', true],
  ['includes([@"2026-01-01"..@"2026-12-31"], today())', true],
  ['5 in range("[1..10]")', true],
  ['range("[1..10)").end included', false],
  ['5 in range("(..4]")', false],
  ['@"2026-05-01" in range("[2026-01-01..2026-12-31]")', true],
  ['range("[\\"a\\"..\\"c\\"]").start', 'a'],
]

const mistakes: readonly Mistake[] = [
  ['date("2026-02-30")', 'value', 'Expected a date like 2026-11-23, but found "2026-02-30"'],
  ['date("23/11/2026")', 'value', 'Expected a date like'],
  ['date(2026, 13, 1)', 'value', 'Expected a day that exists, but found year 2026, month 13, day 1'],
  ['date(5)', 'type', 'Expected a string as "from" of date, but found the number 5'],
  ['time("25:00:00")', 'value', 'Expected a time like'],
  ['time(24, 0, 0)', 'value', 'Expected a time from 00:00:00'],
  ['date and time("2026-11-23T10:00:00@Nowhere/Land")', 'value', 'Expected a date and time like'],
  ['date and time(now(), "Nowhere/Land")', 'value', 'Expected the name of a time zone like "Asia/Hebron"'],
  ['duration("1 day")', 'value', 'Expected a duration'],
  ['duration("P1M1D")', 'value', 'Expected a duration of years and months like P1Y6M, or of days and time like P3DT2H'],
  ['duration("P")', 'value', 'Expected a duration'],
  ['duration("PT")', 'value', 'Expected a duration'],
  ['@"9999-12-31" + @"P1D"', 'value', 'between the years -9999 and 9999'],
  ['@"2026-01-01" * 2', 'type', 'right of *'],
  ['@"P1Y" + @"P1D"', 'type', 'right of +, but found the days and time duration P1D'],
  ['@"10:00:00" + @"P1Y"', 'type', 'right of +'],
  ['@"2026-01-01" - @"2026-01-01T00:00:00Z"', 'type', 'right of -'],
  ['@"P1D" / 0', 'value', 'Expected a divisor other than 0'],
  ['before(1, "a")', 'type', 'Expected two values of one kind'],
  ['includes(5, 5)', 'type', 'Expected a range as "range" of includes, but found the number 5'],
  ['meets(1, 2)', 'type', 'Expected a range as "range1" of meets'],
  ['range("1..5")', 'value', 'Expected a range like "[1..5]"'],
  ['range("(..)")', 'value', 'Expected a range with at least one end'],
  ['range("[1..\\"a\\"]")', 'type', 'Expected ends of one kind'],
]

describe.each([
  ['Making dates, times and durations', making],
  ['Calculating with them', arithmetic],
  ['The calendar', calendar],
  ['Ranges to each other', relations],
])('%s', (_family, table) => {
  test.each(table)('%s is %j', (source, value) => expect(valueOf(source)).toEqual(value))
})

describe('Dates, times and durations that do not exist or fit', () => {
  test.each(mistakes)('%s is a mistake (%s): %s', (source, code, sentence) => {
    const problem = problemOf(source)
    expect(problem.code).toBe(code)
    expect(problem.reason).toContain(sentence)
  })
})

const anyDay = fc.integer({ min: -4_000_000, max: 2_900_000 })

test('The calendar agrees with the one of JavaScript', () => {
  fc.assert(
    fc.property(anyDay, (epochDay) => {
      const date = new Date(epochDay * 86_400_000)
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
      expect(civilOf(epochDay)).toEqual(civil)
      expect(epochDayOf(civil)).toBe(epochDay)
      expect(weekdayOf(epochDay) % 7).toBe(date.getUTCDay())
    }),
  )
})

test('The ISO week turns on Monday and the year has 52 or 53 of them', () => {
  fc.assert(
    fc.property(anyDay, (epochDay) => {
      const monday = epochDay - weekdayOf(epochDay) + 1
      expect(weekOfYearOf(monday + 6)).toBe(weekOfYearOf(monday))
      expect(weekOfYearOf(epochDay)).toBeGreaterThanOrEqual(1)
      expect(weekOfYearOf(epochDay)).toBeLessThanOrEqual(53)
      expect(
        Math.abs(weekOfYearOf(epochDay) * 7 - dayOfYearOf(epochDay)) < 11 ||
          weekOfYearOf(epochDay) === 1 ||
          weekOfYearOf(epochDay) >= 52,
      ).toBe(true)
    }),
  )
})

test('Months added keep the day or take the last of the month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (epochDay, months) => {
      const from = civilOf(epochDay)
      const to = civilOf(plusMonths(epochDay, months))
      expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
      expect(to.day === from.day || civilOf(epochDayOf(to) + 1).day === 1).toBe(true)
    }),
  )
})

test('What is written as text reads back the same', () => {
  const whole = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
  fc.assert(
    fc.property(whole, (amount) => {
      for (const text of [`PT${String(Math.abs(amount) % 999_999_999)}S`, `P${String(Math.abs(amount) % 999_999)}M`]) {
        const value = readTemporal(text)
        expect(value).not.toBeNull()
        expect(value === null ? null : readTemporal(temporalText(value))).toEqual(value)
      }
    }),
  )
})
