import { describe, expect, test } from 'vitest'
import { cronAfter, parseCron } from '../../engine/core/cron.ts'
import type { TimerDefinition } from '../../engine/core/program.ts'
import { PALESTINE } from '../../engine/core/policy/calendar.ts'
import { firstDue, momentOf, nextDue } from '../../engine/core/timer.ts'
import { after, at, every } from './build.ts'
import { NOW } from './case.ts'

const scope = { get: () => undefined, now: NOW, timeZone: PALESTINE.timeZone }
const first = (timer: TimerDefinition, now = NOW) =>
  firstDue(timer, (expression) => expression.evaluate(scope), now, PALESTINE)
const BERLIN = { ...PALESTINE, timeZone: 'Europe/Berlin' }
const iso = (text: string) => Date.parse(text)

describe('a date', () => {
  test.each([
    ['2026-12-01T08:00:00', '2026-12-01T08:00:00+02:00'],
    ['2026-07-01T08:00:00', '2026-07-01T08:00:00+03:00'],
    ['2026-12-01', '2026-12-01T00:00:00+02:00'],
    ['2026-12-01T08:00:00Z', '2026-12-01T08:00:00Z'],
    ['2026-12-01T08:00:00+01:00', '2026-12-01T08:00:00+01:00'],
    ['2026-12-01T08:00:00@Europe/Berlin', '2026-12-01T08:00:00+01:00'],
    ['=date and time("2026-12-01T08:00:00")', '2026-12-01T08:00:00+02:00'],
    ['=date("2026-12-01")', '2026-12-01T00:00:00+02:00'],
    ['=now() + duration("PT1H")', '2026-11-23T11:00:00+02:00'],
  ])('%s is %s in Hebron', (text, moment) => {
    expect(first(at(text))).toEqual({ ok: true, due: iso(moment) })
  })

  test.each([['tomorrow'], ['2026-13-01'], ['=5'], ['=null'], ['2026-12-01T08:00:00@Nowhere/City'], ['']])(
    '%s is refused with a reason',
    (text) => {
      expect(first(at(text))).toMatchObject({ ok: false, reason: expect.stringContaining('Expected') })
    },
  )
})

describe('a duration', () => {
  test.each([
    ['PT15M', '2026-11-23T10:15:00+02:00'],
    ['P3D', '2026-11-26T10:00:00+02:00'],
    ['P1M', '2026-12-23T10:00:00+02:00'],
    ['P2W', '2026-12-07T10:00:00+02:00'],
    ['P1Y2M3DT4H5M6.5S', '2028-01-26T14:05:06.5+02:00'],
    ['-PT1H', '2026-11-23T09:00:00+02:00'],
    ['=duration("P1D")', '2026-11-24T10:00:00+02:00'],
    ['=duration("P1M")', '2026-12-23T10:00:00+02:00'],
    ['P0WD', '2026-11-23T10:00:00+02:00'],
    ['P4WD', '2026-11-29T10:00:00+02:00'],
  ])('%s from Monday 23 November at ten ends %s', (text, moment) => {
    expect(first(after(text))).toEqual({ ok: true, due: iso(moment) })
  })

  test('of a day keeps the local hour when the clock changes', () => {
    const before = iso('2026-10-24T09:00:00+02:00')
    expect(momentOf('P1D', before, BERLIN)).toEqual({ ok: true, due: iso('2026-10-25T09:00:00+01:00') })
    expect(momentOf('PT24H', before, BERLIN)).toEqual({ ok: true, due: iso('2026-10-25T08:00:00+01:00') })
  })

  test.each([['PT'], ['P'], ['P1.5D'], ['1D'], ['P9999999999Y'], ['P1001WD'], ['PxWD'], ['P1DT']])(
    '%s is refused',
    (text) => {
      expect(first(after(text)).ok).toBe(false)
    },
  )

  test('skips the holidays of the calendar, and says when there are no working days', () => {
    const holidays = { ...PALESTINE, holidays: new Set(['2026-11-24']) }
    expect(momentOf('P1WD', NOW, holidays)).toEqual({ ok: true, due: iso('2026-11-25T10:00:00+02:00') })
    expect(momentOf('P1WD', NOW, { ...PALESTINE, workingDays: [] }).ok).toBe(false)
  })
})

describe('a cycle', () => {
  function all(text: string, most = 5): string[] {
    const dues: string[] = []
    const begun = first(every(text))
    let next = begun.ok ? begun : undefined
    while (next && dues.length < most) {
      dues.push(new Date(next.due).toISOString())
      next = next.repeat && (nextDue(next.repeat, next.due, PALESTINE) as typeof next | undefined)
    }
    return dues
  }

  test('comes as often as it says', () => {
    expect(all('R3/PT10M')).toEqual([
      '2026-11-23T08:10:00.000Z',
      '2026-11-23T08:20:00.000Z',
      '2026-11-23T08:30:00.000Z',
    ])
    expect(all('R1/PT10M')).toHaveLength(1)
    expect(all('R/P1D')).toHaveLength(5)
    expect(all('R2/P1WD')).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z'])
  })

  test('may begin at a date', () => {
    expect(all('R2/2026-12-01T08:00:00/P1D')).toEqual(['2026-12-01T06:00:00.000Z', '2026-12-02T06:00:00.000Z'])
  })

  test('may begin at a date of a named zone', () => {
    expect(all('R2/2026-12-01T08:00:00@Asia/Hebron/P1D')).toEqual([
      '2026-12-01T06:00:00.000Z',
      '2026-12-02T06:00:00.000Z',
    ])
  })

  test('may be the interval between two dates, which stays as many days when the clock changes', () => {
    expect(all('R3/2026-12-01T08:00:00/2026-12-01T09:30:00')).toEqual([
      '2026-12-01T06:00:00.000Z',
      '2026-12-01T07:30:00.000Z',
      '2026-12-01T09:00:00.000Z',
    ])
    expect(all('R2/2027-03-26T08:00:00/2027-03-27T08:00:00')).toEqual([
      '2027-03-26T06:00:00.000Z',
      '2027-03-27T05:00:00.000Z',
    ])
  })

  test('may end at a date: the last time is then, and those that have passed are not made up for', () => {
    expect(all('R3/PT1H/2026-12-01T12:00:00Z')).toEqual([
      '2026-12-01T10:00:00.000Z',
      '2026-12-01T11:00:00.000Z',
      '2026-12-01T12:00:00.000Z',
    ])
    expect(all('R/PT1H/2026-11-23T10:30:00Z')).toEqual([
      '2026-11-23T08:30:00.000Z',
      '2026-11-23T09:30:00.000Z',
      '2026-11-23T10:30:00.000Z',
    ])
    expect(all('R9/P1D/2026-11-25T08:00:00Z')).toEqual([
      '2026-11-23T08:00:00.000Z',
      '2026-11-24T08:00:00.000Z',
      '2026-11-25T08:00:00.000Z',
    ])
    expect(all('R3/PT1H/2026-11-01T12:00:00Z')).toEqual(['2026-11-01T12:00:00.000Z'])
  })

  test('may be a cron line', () => {
    expect(all('0 9 * * SUN-THU', 5)).toEqual([
      '2026-11-24T07:00:00.000Z',
      '2026-11-25T07:00:00.000Z',
      '2026-11-26T07:00:00.000Z',
      '2026-11-29T07:00:00.000Z',
      '2026-11-30T07:00:00.000Z',
    ])
  })

  test.each([
    ['R0/PT1H'],
    ['R/PT0S'],
    ['R/-PT1H'],
    ['R/PT0.5S'],
    ['R-1/PT1H'],
    ['R3'],
    ['R/soon'],
    ['R//PT1H'],
    ['R2/soon/PT1H'],
    ['R2/2026-12-01T08:00:00/2026-12-01T08:00:00'],
    ['R2/2026-12-02T08:00:00/2026-12-01T08:00:00'],
    ['R2/2026-12-01T08:00:00/2026-13-01T08:00:00'],
    ['R2/PT1H/soon'],
    ['R2/PT1H/2026-13-01'],
    ['R2/PT0.1S/2026-12-01'],
    ['R2/P1WD/2026-12-01'],
    ['R/PT1S/2027-12-01'],
    ['R2/2026-12-01/PT1H/2026-12-02'],
    ['0 0 30 2 *'],
    ['61 * * * *'],
    [''],
  ])('%s is refused', (text) => {
    expect(first(every(text))).toMatchObject({ ok: false, reason: expect.stringContaining('Expected') })
  })
})

describe('a cron line', () => {
  const next = (line: string, from: string): string => {
    const parsed = parseCron(line)
    if (!parsed.ok) return parsed.reason
    const due = cronAfter(parsed.cron, iso(from))
    return due === undefined ? 'never' : new Date(due).toISOString().slice(0, 19)
  }

  test.each([
    ['* * * * *', '2026-11-23T10:00:30Z', '2026-11-23T10:01:00'],
    ['*/15 * * * *', '2026-11-23T10:00:00Z', '2026-11-23T10:15:00'],
    ['30 */20 10-12 * * *', '2026-11-23T10:40:30Z', '2026-11-23T11:00:30'],
    ['0 8 1 * *', '2026-12-31T09:00:00Z', '2027-01-01T08:00:00'],
    ['0 8 29 FEB *', '2026-01-01T00:00:00Z', '2028-02-29T08:00:00'],
    ['0 0 * * 7', '2026-11-23T00:00:00Z', '2026-11-29T00:00:00'],
    ['0 0 * * 0', '2026-11-23T00:00:00Z', '2026-11-29T00:00:00'],
    ['0 0 13 * FRI', '2026-11-23T00:00:00Z', '2027-08-13T00:00:00'],
    ['5/20 * * * *', '2026-11-23T10:26:00Z', '2026-11-23T10:45:00'],
    ['0 9 ? 1,7 mon', '2026-11-23T00:00:00Z', '2027-01-04T09:00:00'],
    ['@daily', '2026-11-23T10:00:00Z', '2026-11-24T00:00:00'],
    ['0 0 31 2 *', '2026-11-23T00:00:00Z', 'never'],
  ])('%s after %s comes at %s', (line, from, due) => {
    expect(next(line, from)).toBe(due)
  })

  test.each([
    ['* * * *'],
    ['* * * * * * *'],
    ['60 * * * *'],
    ['* 24 * * *'],
    ['* * 0 * *'],
    ['* * * 13 *'],
    ['* * * * 8'],
    ['*/0 * * * *'],
    ['5-1 * * * *'],
    ['a * * * *'],
    ['1,,2 * * * *'],
    ['* * L * *'],
    ['*-5 * * * *'],
  ])('%s is refused', (line) => {
    expect(parseCron(line)).toMatchObject({ ok: false, reason: expect.stringContaining('Expected') })
  })

  test('comes once when the clock is put back, and after the jump when it is put forward', () => {
    const daily = { left: -1, every: '30 2 * * *' }
    const back = nextDue(daily, iso('2026-10-24T12:00:00+02:00'), BERLIN)
    expect([iso('2026-10-25T02:30:00+02:00'), iso('2026-10-25T02:30:00+01:00')]).toContain(back?.due)
    expect(nextDue(daily, back?.due ?? 0, BERLIN)?.due).toBe(iso('2026-10-26T02:30:00+01:00'))
    expect(nextDue(daily, iso('2026-03-28T12:00:00+01:00'), BERLIN)?.due).toBe(iso('2026-03-29T03:30:00+02:00'))
    expect(nextDue(daily, iso('2026-03-29T03:30:00+02:00'), BERLIN)?.due).toBe(iso('2026-03-30T02:30:00+02:00'))
  })
})
