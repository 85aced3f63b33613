import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeDaysData, officeDaysOf, type OfficeDays } from '../../engine/core/office-days.ts'
import { parseFeel, scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import { PALESTINE } from '../../engine/core/policy/calendar.ts'
import { noon, problemOf, zone } from './example.ts'

const DAYS: OfficeDays = {
  ...PALESTINE,
  holidays: new Set(['2026-11-25']),
  closures: new Map([['PS-HBN', new Set(['2026-11-26'])]]),
}

function resultOf(source: string, days: OfficeDays = DAYS) {
  const parsed = parseFeel(source)
  if (!parsed.ok) return { ok: false, reason: parsed.reason, code: 'syntax' } as const
  return parsed.expression.evaluate(scopeOf({}, noon, zone, days))
}

function valueOf(source: string, days: OfficeDays = DAYS) {
  const result = resultOf(source, days)
  if (!result.ok) throw new Error(`${source}: ${result.reason}`)
  return toJson(result.value)
}

/** Monday 23, Tuesday 24, the holiday on Wednesday 25, Thursday 26, the weekend 27 and 28, Sunday 29. */
describe('working days', () => {
  test.for([
    ['is working day(@"2026-11-24")', true],
    ['is working day(@"2026-11-25")', false],
    ['is working day(@"2026-11-27")', false],
    ['is working day(@"2026-11-26", "PS-HBN")', false],
    ['is working day(@"2026-11-26", "PS-RBH")', true],
    ['is working day(date: @"2026-11-26", governorate: "PS-HBN")', false],
    ['is working day(today())', true],
    // Past midnight in Hebron, where it is Wednesday already.
    ['is working day(@"2026-11-24T22:30:00Z")', false],
    ['add working days(@"2026-11-23", 0)', '2026-11-23'],
    ['add working days(@"2026-11-27", 0)', '2026-11-27'],
    ['add working days(@"2026-11-23", 2)', '2026-11-26'],
    ['add working days(@"2026-11-23", 2, "PS-HBN")', '2026-11-29'],
    ['add working days(@"2026-11-26", -2)', '2026-11-23'],
    ['add working days(@"2026-11-23T10:30:00", 2)', '2026-11-26T10:30:00'],
    ['add working days(@"2026-11-23T10:30:00@Asia/Hebron", 3) = @"2026-11-29T10:30:00@Asia/Hebron"', true],
    ['working days between(@"2026-11-23", @"2026-11-23")', 0],
    ['working days between(@"2026-11-23", @"2026-11-29")', 3],
    ['working days between(@"2026-11-29", @"2026-11-23")', -3],
    ['working days between(@"2026-11-26", @"2026-11-29")', 1],
    ['working days between(@"2026-11-23", @"2026-11-29", "PS-HBN")', 2],
  ] as const)('%s is %s', ([source, value]) => {
    expect(valueOf(source)).toBe(value)
  })

  test.for([
    ['is working day("2026-11-24")', 'type', 'Expected a date or a date and time as "date" of is working day'],
    ['add working days(@"2026-11-24", 1.5)', 'type', 'Expected a whole number as "days" of add working days'],
    ['add working days(@"2026-11-24", 10001)', 'value', 'Expected at most 10,000 working days'],
    ['working days between(@"2026-11-24")', 'syntax', 'Expected working days between(from, to, [governorate])'],
    ['working days between(@"-9999-01-01", @"9999-12-31")', 'limit', 'steps of work'],
  ] as const)('%s is refused', ([source, code, sentence]) => {
    const result = resultOf(source)
    expect(result).toMatchObject({ ok: false, code })
    expect(result.ok ? '' : result.reason).toContain(sentence)
  })

  test('without an office they are refused', () => {
    expect(problemOf('is working day(today())').reason).toContain('the calendar of an office')
  })

  test('an office that never works ends the counting', () => {
    const never = { ...DAYS, workingDays: [] }
    expect(resultOf('add working days(@"2026-11-24", 1)', never)).toMatchObject({ ok: false, code: 'limit' })
  })
})

const date = fc
  .integer({ min: 20_000, max: 21_500 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const days = fc.record({
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.uniqueArray(date, { maxLength: 30 }),
})

describe('the functions agree', () => {
  test('with each other and with a walk over the calendar, and in a page as on the server', () => {
    fc.assert(
      fc.property(days, date, fc.integer({ min: 1, max: 60 }), ({ workingDays, holidays }, from, count) => {
        const office: OfficeDays = { workingDays, holidays: new Set(holidays) }
        const inPage = officeDaysOf(JSON.parse(JSON.stringify(officeDaysData(office))))
        const end = String(valueOf(`add working days(@"${from}", ${count})`, office))
        let left = count
        let at = Date.parse(from)
        while (left > 0) {
          at += 86_400_000
          const isOff = holidays.includes(new Date(at).toISOString().slice(0, 10))
          if (workingDays.includes(new Date(at).getUTCDay() || 7) && !isOff) left--
        }
        expect(end).toBe(new Date(at).toISOString().slice(0, 10))
        expect(valueOf(`is working day(@"${end}")`, office)).toBe(true)
        expect(valueOf(`working days between(@"${from}", @"${end}")`, office)).toBe(count)
        for (const source of [
          `add working days(@"${from}", ${-count})`,
          `working days between(@"${end}", @"${from}")`,
          `is working day(@"${from}")`,
        ])
          expect(valueOf(source, inPage)).toBe(valueOf(source, office))
      }),
      { numRuns: 200 },
    )
  })
})
