/** A date is taken between two days: certain ones, counted from the day the form is filled in, or given with another answer. */
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Language } from '../../engine/core/text.ts'
import { compileForm } from '../../forms/compile.ts'
import type { FormContext } from '../../forms/form.ts'
import { sentenceOf } from '../../forms/sentence.ts'
import { validate } from '../../forms/validate.ts'
import { text } from '../package/parcel.ts'

const LABELS = { begins: text('Begins'), ends: text('Ends') }
const DATE = { type: 'string', format: 'date' }
const CONTEXT: FormContext = {
  language: 'en',
  variables: { lease: { until: '2026-12-31' } },
  // Already the 28th in Ramallah.
  now: Date.UTC(2026, 10, 27, 22, 30),
  timeZone: 'Asia/Hebron',
  by: 'applicant',
}

const form = (begins: JsonObject, ends: JsonObject = {}) =>
  compileForm({
    id: 'stay',
    title: text('Stay'),
    schema: { type: 'object', properties: { begins: DATE, ends: DATE } },
    ui: {
      type: 'VerticalLayout',
      elements: Object.entries({ begins, ends }).map(([name, options]) => ({
        type: 'Control',
        scope: `#/properties/${name}`,
        options,
      })),
    },
    texts: { '/begins': { label: LABELS.begins }, '/ends': { label: LABELS.ends } },
  })

const faults = (asked: ReturnType<typeof form>, answers: JsonObject) =>
  validate(asked, answers, CONTEXT).map(({ place, code, params }) => [place, code, params['limit']])

describe('a date', () => {
  test.each([
    ['on the first day', { earliest: '=date("2026-03-01")' }, '2026-03-01', []],
    [
      'before the first day',
      { earliest: '=date("2026-03-01")' },
      '2026-02-28',
      [['/begins', 'earliest', '2026-03-01']],
    ],
    ['today, as the clock of the office has it', { latest: '=today()' }, '2026-11-28', []],
    ['tomorrow', { latest: '=today()' }, '2026-11-29', [['/begins', 'latest', '2026-11-28']]],
    ['of somebody who is eighteen today', { latest: '=today() - duration("P18Y")' }, '2008-11-28', []],
    [
      'of somebody who will be tomorrow',
      { latest: '=today() - duration("P18Y")' },
      '2008-11-29',
      [['/begins', 'latest', '2008-11-28']],
    ],
    [
      'behind what the procedure knows',
      { latest: '=lease.until' },
      '2027-01-01',
      [['/begins', 'latest', '2026-12-31']],
    ],
    ['limited by a moment, after its day', { latest: '=now()' }, '2026-11-29', [['/begins', 'latest', '2026-11-28']]],
    ['limited by what is no day', { latest: '="never"', earliest: '=lease.nothing' }, '1900-01-01', []],
    ['that is none', { latest: '=today()' }, '2026-31-12', [['/begins', 'date', undefined]]],
    ['that nobody may change', { latest: '=today()', readonly: true, prefill: '="2030-01-01"' }, '2030-01-01', []],
    ['that is not asked for', { latest: '=today()', visible: '=false' }, '2030-01-01', []],
  ] as const)('%s', (_, options, day, expected) => {
    expect(faults(form(options), { begins: day })).toEqual(expected)
  })

  test('follows the answer to another question, and nothing while that is missing', () => {
    const stay = form({}, { earliest: '=begins' })
    expect(faults(stay, { begins: '2026-05-02', ends: '2026-05-02' })).toEqual([])
    expect(faults(stay, { begins: '2026-05-02', ends: '2026-05-01' })).toEqual([['/ends', 'earliest', '2026-05-02']])
    expect(faults(stay, { ends: '2026-05-01' })).toEqual([])
  })

  test('is told in words of the calendar', () => {
    const stay = form({ earliest: '=today()' }, { latest: '=begins' })
    const told = validate(stay, { begins: '2026-11-01', ends: '2026-12-01' }, CONTEXT)
    const inWords = (language: Language) => told.map((it) => sentenceOf(it, stay.fields.get(it.place), stay, language))
    expect(inWords('en')).toEqual([
      '“Begins” must be 28 November 2026 or later',
      '“Ends” must be 1 November 2026 or earlier',
    ])
    expect(inWords('ar')).toEqual([
      'يجب أن يكون «نص Begins» في 28 تشرين الثاني 2026 أو بعده',
      'يجب أن يكون «نص Ends» في 1 تشرين الثاني 2026 أو قبله',
    ])
  })
})
