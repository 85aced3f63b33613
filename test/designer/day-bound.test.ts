/** The first or last day of a date, chosen by people who write no FEEL: what is written is read again as it was chosen. */
import { expect, test } from 'vitest'
import { dayBoundIn, dayBoundText, type DayBound } from '../../designer/forms/model/day-bound.ts'
import { parseFeel } from '../../engine/core/feel/feel.ts'

const chosen: readonly (readonly [string, Exclude<DayBound, { readonly kind: 'own' | 'none' }>])[] = [
  ['=today()', { kind: 'today' }],
  ['=today() - duration("P18Y")', { kind: 'before', span: { count: 18, unit: 'Y' } }],
  ['=today() + duration("P30D")', { kind: 'after', span: { count: 30, unit: 'D' } }],
  ['=date("2026-12-31")', { kind: 'day', day: '2026-12-31' }],
  ['=stay.begins', { kind: 'question', name: 'stay.begins' }],
  ['=الإقامة.تبدأ', { kind: 'question', name: 'الإقامة.تبدأ' }],
]

test.each(chosen)('%s is written and read alike, and is FEEL', (text, bound) => {
  expect(dayBoundText(bound)).toBe(text)
  expect(dayBoundIn(text)).toEqual(bound)
  expect(parseFeel(text.slice(1)).ok).toBe(true)
})

test('without one there is no bound', () => {
  expect(dayBoundIn(undefined)).toEqual({ kind: 'none' })
  expect(dayBoundText({ kind: 'none' })).toBeUndefined()
})

test.each([
  '=today() + duration("P1Y6M")',
  '=if a then b else c',
  '=(today())',
  '=begins + duration("P1D")',
  '=date(begins)',
])('%s says more and stays FEEL', (text) => {
  expect(dayBoundIn(text)).toEqual({ kind: 'own' })
})
