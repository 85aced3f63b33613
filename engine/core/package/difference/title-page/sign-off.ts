/** Who must sign before the service is published. */
import type { Comparison } from '../thing.ts'
import { entriesOf, textAt, wordAt } from './entries.ts'
import { CALLED } from './shared-aspects.ts'

export const signOff: Comparison = {
  things: (side) =>
    entriesOf(side, {
      list: 'signOff',
      noun: { ar: 'توقيع', en: 'the signature of' },
      weight: 'law',
      subject: (id) => ({ kind: 'signOff', id }),
      keyOf: (entry) => wordAt(entry, 'role'),
      titleOf: (entry) => textAt(entry, 'title'),
    }),
  aspects: [CALLED],
}
