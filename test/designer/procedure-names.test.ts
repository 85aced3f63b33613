import { array, assert, constantFrom, integer, property, string, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editedName, languageOf, shownName } from '../../designer/procedure/lettering/name.ts'
import { isolated, linesOf, type Measure } from '../../designer/procedure/lettering/lines.ts'
import { inBothLanguages } from '../../engine/core/bilingual.ts'

const BOTH = 'تدقيق الطلب · Review the application'

describe('the name of a step', () => {
  test('is shown in the language the reader chose, or in both, Arabic first', () => {
    expect(shownName(BOTH, 'ar')).toBe('تدقيق الطلب')
    expect(shownName(BOTH, 'en')).toBe('Review the application')
    expect(shownName(BOTH, 'both')).toBe('تدقيق الطلب\nReview the application')
  })

  test('in one language only is shown to everybody', () => {
    expect(shownName('Review', 'ar')).toBe('Review')
  })

  test('edited in one language keeps the other', () => {
    expect(editedName(BOTH, 'ar', 'فحص الطلب')).toBe('فحص الطلب · Review the application')
    expect(editedName(BOTH, 'en', 'Check it')).toBe('تدقيق الطلب · Check it')
  })

  test('emptied in one language keeps the other, and emptied in both is gone', () => {
    expect(editedName(BOTH, 'ar', '')).toBe('Review the application')
    expect(editedName(BOTH, 'both', '')).toBe('')
  })

  test('gets its second language where the first was written before', () => {
    expect(editedName('Review', 'ar', 'تدقيق')).toBe('تدقيق · Review')
    expect(editedName('تدقيق', 'en', 'Review')).toBe('تدقيق · Review')
    expect(editedName('تدقيق', 'ar', 'فحص')).toBe('فحص')
  })

  test('edited in both is a line for each, in either order', () => {
    expect(editedName(BOTH, 'both', 'فحص\nCheck')).toBe('فحص · Check')
    expect(editedName(BOTH, 'both', 'Check\nفحص')).toBe('فحص · Check')
    expect(editedName('', 'both', 'فحص\nCheck')).toBe('فحص · Check')
    expect(editedName(BOTH, 'both', 'Check')).toBe('تدقيق الطلب · Check')
  })

  test('that says nothing is left over is never lost by opening and leaving the field', () => {
    const arabic = stringMatching(/^[ا-ي]{1,8}( [ا-ي]{1,8}){0,3}$/)
    const english = stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/)
    assert(
      property(arabic, english, constantFrom('ar', 'en', 'both'), (ar, en, shown) => {
        const name = inBothLanguages({ ar, en })
        expect(editedName(name, shown, shownName(name, shown))).toBe(name)
      }),
    )
  })

  test('is of the language most of its letters are of', () => {
    expect(languageOf('إصدار PDF')).toBe('ar')
    expect(languageOf('PDF للطباعة والنشر')).toBe('ar')
    expect(languageOf('Form 12')).toBe('en')
    expect(languageOf('2026/15')).toBeUndefined()
  })
})

/** Each letter as wide as the next. */
const measure: Measure = (text) => [...text].length * 10

describe('the lines of a label', () => {
  test('read in one direction for each language, whatever a line begins with', () => {
    const lines = linesOf('قرار رقم 2026/15 (معدل) · Decision 2026/15 (amended)', 'both', { width: 90 }, measure)
    expect(lines.map(({ text }) => text)).toEqual(['قرار رقم', '2026/15', '(معدل)', 'Decision', '2026/15', '(amended)'])
    expect(lines.map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr'])
  })

  test('are isolated, so that they read the same in a file as on the canvas', () => {
    expect(isolated({ text: '2026/15)', direction: 'rtl' })).toBe('\u20672026/15)\u2069')
    expect(isolated({ text: 'No. 3', direction: 'ltr' })).toBe('\u2066No. 3\u2069')
  })

  test('fit their width: words longer than it go on in the next line, letters that belong together stay so', () => {
    assert(
      property(string({ maxLength: 80 }), integer({ min: 20, max: 200 }), (name, width) => {
        const lines = linesOf(name, 'both', { width }, measure)
        for (const line of lines) expect(line.width <= width || [...line.text].length <= 2).toBe(true)
      }),
    )
    expect(linesOf('مُحَمَّد', 'ar', { width: 20 }, measure).every(({ text }) => !/^\p{M}/u.test(text))).toBe(true)
  })

  test('lose no letter where there is room', () => {
    assert(
      property(array(stringMatching(/^[a-zا-ي]{1,30}$/), { maxLength: 8 }), (words) => {
        const lines = linesOf(words.join(' '), 'both', { width: 100 }, measure)
        expect(
          lines
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(words.join(''))
      }),
    )
  })

  test('leave room for both languages where not all fits, and say that something was cut off', () => {
    const lines = linesOf('واحد اثنان ثلاثة أربعة · one two three four', 'both', { width: 60, lines: 4 }, measure)
    expect(lines.map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'ltr', 'ltr'])
    expect(lines.filter(({ text }) => text.endsWith('…'))).toHaveLength(2)
  })

  test('of a heading stand beside each other where there is room for one line', () => {
    const wide = linesOf('مخالفة · Violation', 'both', { width: 400, lines: 1 }, measure)
    expect(wide.map(({ text }) => text)).toEqual(['\u2067مخالفة\u2069 · \u2066Violation\u2069'])
    const narrow = linesOf('مخالفة · Violation', 'both', { width: 100, lines: 1 }, measure)
    expect(narrow.map(({ text }) => text)).toEqual(['مخالفة'])
  })
})
