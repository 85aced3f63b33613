/** Which registers of other agencies are asked, for what, and under which agreement. */
import type { Comparison } from '../thing.ts'
import { same } from '../words.ts'
import { entriesOf, textAt, wordAt } from './entries.ts'
import { RESTS_ON } from './shared-aspects.ts'

export const dataAgreements: Comparison = {
  things: (side) =>
    entriesOf(side, {
      list: 'dataAgreements',
      noun: { ar: 'اتفاقية البيانات للخدمة', en: 'the data agreement for' },
      weight: 'law',
      subject: (id) => ({ kind: 'dataAgreement', id }),
      keyOf: (entry) => wordAt(entry, 'service'),
      titleOf: (entry) => same(wordAt(entry, 'service')),
      wholeOf: (entry) => textAt(entry, 'purpose'),
    }),
  aspects: [{ of: 'purpose', name: () => ({ ar: 'الغرض', en: 'the purpose' }) }, RESTS_ON],
}
