/** What several entries of workflow.json say in the same words: the law they rest on, and whether it is confirmed. */
import type { Aspect, Told } from '../thing.ts'
import { entryCalled } from './entries.ts'
import { same, upper } from '../words.ts'

export const CALLED: Aspect = { of: 'title', name: () => ({ ar: 'الاسم', en: 'the name' }), renames: true }

export const RESTS_ON: Aspect = {
  of: 'legalBasis',
  weight: 'law',
  name: () => ({ ar: 'السند القانوني', en: 'the legal basis' }),
  show: (value, side) =>
    typeof value === 'string' ? entryCalled(side, 'legalBasis', value) : same(JSON.stringify(value)),
}

export const VERIFIED: Aspect = {
  of: 'verified',
  weight: 'law',
  name: () => ({ ar: 'التأكيد من الجهة', en: 'the confirmation by the agency' }),
  say: ({ title, after }: Told) =>
    after?.en === 'yes'
      ? { ar: `${title.ar}: أكدته الجهة`, en: `${upper(title.en)} is confirmed by the agency` }
      : { ar: `${title.ar}: لم يعد مؤكدًا من الجهة`, en: `${upper(title.en)} is no longer confirmed by the agency` },
}
