/** Numbers of things in the plural their language has: Arabic has one for one, two, a few, many, and hundreds. */
import { expect, test } from 'vitest'
import { counted, durationIn } from '../../engine/core/counted.ts'

test('things are counted in the plural of their number', () => {
  const ar = (unit: Parameters<typeof counted>[1]) => [1, 2, 3, 11, 100].map((it) => counted(it, unit, 'ar'))
  expect(ar('error')).toEqual(['خطأ واحد', 'خطآن', '3 أخطاء', '11 خطأً', '100 خطأ'])
  expect(ar('application')).toEqual(['طلب واحد', 'طلبان', '3 طلبات', '11 طلبًا', '100 طلب'])
  expect(ar('suggestion')).toEqual(['اقتراح واحد', 'اقتراحان', '3 اقتراحات', '11 اقتراحًا', '100 اقتراح'])
  expect(ar('visit')).toEqual(['مرة واحدة', 'مرتين', '3 مرات', '11 مرة', '100 مرة'])
  expect([0, 1, 2].map((it) => counted(it, 'question', 'en'))).toEqual(['0 questions', '1 question', '2 questions'])
})

test('a duration in its unit; one of several units as it is written', () => {
  expect(['P1WD', 'P2Y', 'P3W', 'P1DT2H'].map((it) => durationIn(it, 'en'))).toEqual([
    '1 working day',
    '2 years',
    '3 weeks',
    'P1DT2H',
  ])
})
