import { expect, test } from 'vitest'
import { assert, constant, constantFrom, integer, option, property, record, string } from 'fast-check'
import { isTimerText } from '../../engine/core/bpmn/timer-text.ts'
import { compiled } from '../../engine/core/bpmn/expression.ts'
import { PALESTINE } from '../../engine/core/policy/calendar.ts'
import { firstDue } from '../../engine/core/timer.ts'
import {
  readCycle,
  readMoment,
  readSpan,
  UNITS,
  writeCycle,
  writeMoment,
  writeSpan,
} from '../../designer/procedure/properties/timer-text.ts'

const span = record({
  kind: constant('amount' as const),
  amount: integer({ min: 1, max: 400 }),
  unit: constantFrom(...UNITS),
})

test('a time that was built is one the engine reads, and is read back as it was built', () => {
  assert(
    property(span, option(integer({ min: 1, max: 99 }), { nil: undefined }), (built, times) => {
      expect(readSpan(writeSpan(built))).toEqual(built)
      expect(isTimerText('timeDuration', writeSpan(built))).toBe(true)
      const cycle = { kind: 'every' as const, ...(times === undefined ? {} : { times }), span: built }
      expect(readCycle(writeCycle(cycle))).toEqual(cycle)
      expect(isTimerText('timeCycle', writeCycle(cycle))).toBe(true)
    }),
  )
})

test('whatever no builder can say stays as it is written', () => {
  assert(
    property(string(), (text) => {
      expect(writeSpan(readSpan(text))).toBe(text.trim())
      expect(writeCycle(readCycle(text))).toBe(text.trim())
      expect(writeMoment(readMoment(text), 'Asia/Hebron')).toBe(text.trim())
    }),
    { examples: [['P1DT2H'], ['0 9 * * 1'], ['=policy.payWithin'], ['R3/2026-01-01T00:00:00Z/PT1H'], ['P007D']] },
  )
})

test('a moment is one of the office, in summer as in winter', () => {
  const now = Date.UTC(2026, 0, 1)
  for (const [date, hour] of [
    ['2026-02-01', '10:00'],
    ['2026-07-01', '09:00'],
  ] as const) {
    const text = writeMoment({ kind: 'at', date, time: '12:00' }, 'Asia/Hebron')
    expect(readMoment(text)).toEqual({ kind: 'at', date, time: '12:00' })
    const scope = { get: () => undefined, now, timeZone: PALESTINE.timeZone }
    const due = firstDue({ kind: 'date', at: compiled(text) }, (it) => it.evaluate(scope), now, PALESTINE)
    expect(due).toMatchObject({ ok: true })
    expect(JSON.stringify(due)).toContain(String(Date.parse(`${date}T${hour}:00Z`)))
  }
})
