/** The laws and articles a service rests on. */
import type { Comparison } from '../thing.ts'
import { entriesOf, textAt, wordAt } from './entries.ts'
import { CALLED, VERIFIED } from './shared-aspects.ts'

export const legalBasis: Comparison = {
  things: (side) =>
    entriesOf(side, {
      list: 'legalBasis',
      noun: { ar: 'السند القانوني', en: 'the legal basis' },
      weight: 'law',
      subject: (id) => ({ kind: 'legalBasis', id }),
      keyOf: (entry) => wordAt(entry, 'id'),
      titleOf: (entry) => textAt(entry, 'title'),
      wholeOf: (entry) => textAt(entry, 'article'),
    }),
  aspects: [CALLED, { of: 'article', name: () => ({ ar: 'المادة', en: 'the article' }) }, VERIFIED],
}
