/** The fees a service asks: which decision gives each, under which law, and the cases people are shown. */
import type { Comparison } from '../thing.ts'
import { FEE } from '../words.ts'
import { entriesOf, textAt, wordAt } from './entries.ts'
import { CALLED, RESTS_ON, VERIFIED } from './shared-aspects.ts'

export const fees: Comparison = {
  things: (side) =>
    entriesOf(side, {
      list: 'fees',
      noun: FEE,
      weight: 'money',
      subject: (id) => ({ kind: 'fee', id }),
      keyOf: (entry) => wordAt(entry, 'id'),
      titleOf: (entry) => textAt(entry, 'title'),
    }),
  aspects: [
    CALLED,
    { of: 'decision', name: () => ({ ar: 'القرار الذي يحدد المبلغ', en: 'the decision that gives the amount' }) },
    { of: 'examples/', name: (rest) => ({ ar: `المثال ${rest}`, en: `the example ${rest}` }) },
    { of: 'examples', name: () => ({ ar: 'الأمثلة', en: 'the examples' }) },
    RESTS_ON,
    VERIFIED,
  ],
}
