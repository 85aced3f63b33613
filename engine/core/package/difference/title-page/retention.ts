/** How long what is known of people is kept. */
import type { Comparison } from '../thing.ts'
import { shown } from '../words.ts'
import { entriesOf, textAt } from './entries.ts'
import { VERIFIED } from './shared-aspects.ts'

export const retention: Comparison = {
  things: (side) =>
    entriesOf(side, {
      list: 'retention',
      noun: { ar: 'مدة حفظ', en: 'the retention of' },
      weight: 'law',
      subject: (id) => ({ kind: 'retention', id }),
      keyOf: (entry) => textAt(entry, 'what')?.ar ?? '',
      titleOf: (entry) => textAt(entry, 'what'),
      wholeOf: (entry) => (entry['duration'] === undefined ? undefined : shown(entry['duration'])),
    }),
  aspects: [
    { of: 'what', name: () => ({ ar: 'الاسم', en: 'the name' }), renames: true },
    { of: 'duration', name: () => ({ ar: 'المدة', en: 'the duration' }) },
    VERIFIED,
  ],
}
