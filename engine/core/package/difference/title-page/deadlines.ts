/** The time the law gives: how long, when it ends, who may stop it, and what silence means. */
import { isJsonObject } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Aspect, Comparison } from '../thing.ts'
import { quote, same, shown, upper } from '../words.ts'
import { entriesOf, entryCalled, textAt } from './entries.ts'
import { CALLED, RESTS_ON, VERIFIED } from './shared-aspects.ts'

const WORDS: Readonly<Record<string, Text>> = {
  moves: { ar: 'ينتقل إلى يوم العمل التالي', en: 'moves to the next working day' },
  stays: { ar: 'يبقى كما هو', en: 'stays' },
  hour: { ar: 'في الساعة التي بدأت فيها', en: 'at the hour it began' },
  day: { ar: 'بنهاية اليوم', en: 'with the day' },
  office: { ar: 'عند إغلاق المكتب', en: 'when the office closes' },
  approval: { ar: 'الموافقة', en: 'approval' },
  refusal: { ar: 'الرفض', en: 'refusal' },
}

const worded = (of: string, name: Text): Aspect => ({
  of,
  name: () => name,
  show: (value) => (typeof value === 'string' ? (WORDS[value] ?? same(value)) : shown(value)),
})

const STATUTORY: Aspect = {
  of: 'statutory',
  name: () => ({ ar: 'مهلة قانونية', en: 'whether it is a deadline of law' }),
  say: ({ title, after }) =>
    after?.en === 'yes'
      ? {
          ar: `${title.ar}: أصبحت مهلة قانونية تُحسب بالساعة القانونية`,
          en: `${upper(title.en)} is now a deadline of law, kept by the statutory clock`,
        }
      : { ar: `${title.ar}: لم تعد مهلة قانونية`, en: `${upper(title.en)} is no longer a deadline of law` },
}

const DURATION: Aspect = {
  of: 'duration',
  name: () => ({ ar: 'المدة', en: 'the duration' }),
  say: ({ title, before, after }) =>
    before && after
      ? {
          ar: `${title.ar}: المدة من ${quote(before).ar} إلى ${quote(after).ar}`,
          en: `${upper(title.en)} goes from ${quote(before).en} to ${quote(after).en}`,
        }
      : undefined,
}

const STOPPED_UNDER: Aspect = {
  of: 'stop/legalBasis',
  name: () => ({ ar: 'السند لإيقافها', en: 'the articles under which it may be stopped' }),
  show: (value, side) => {
    const ids = Array.isArray(value) ? value.filter((it) => typeof it === 'string') : []
    const laws = ids.map((id) => entryCalled(side, 'legalBasis', id))
    return { ar: laws.map((it) => it.ar).join('، '), en: laws.map((it) => it.en).join(', ') }
  },
}

export const deadlines: Comparison = {
  things: (side) =>
    entriesOf(side, {
      list: 'deadlines',
      noun: { ar: 'المهلة', en: 'the deadline' },
      weight: 'law',
      subject: (id) => ({ kind: 'deadline', id }),
      keyOf: (entry) => (typeof entry['id'] === 'string' ? entry['id'] : ''),
      titleOf: (entry) => textAt(entry, 'title'),
      wholeOf: (entry) =>
        isJsonObject(entry) && entry['duration'] !== undefined ? shown(entry['duration']) : undefined,
    }),
  aspects: [
    CALLED,
    DURATION,
    STATUTORY,
    worded('silence', { ar: 'أثر السكوت', en: 'what silence means' }),
    worded('dayOff', { ar: 'إذا كان آخر يوم عطلة', en: 'where its last day is a day off: it' }),
    worded('ends', { ar: 'متى ينتهي آخر يوم', en: 'how its last day ends' }),
    STOPPED_UNDER,
    { of: 'stop/longest', name: () => ({ ar: 'أطول مدة للإيقاف', en: 'the longest time it may be stopped' }) },
    { of: 'stop/times', name: () => ({ ar: 'عدد مرات الإيقاف', en: 'how often it may be stopped' }) },
    RESTS_ON,
    VERIFIED,
  ],
}
