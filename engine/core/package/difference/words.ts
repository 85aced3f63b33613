/** The sentences a difference is told in: names and values in quotation marks that keep their own direction. */
import { durationIn } from '../../counted.ts'
import type { JsonValue } from '../../json.ts'
import { inBothLanguages } from '../../bilingual.ts'
import { isText, type Text } from '../../text.ts'

export const same = (text: string): Text => ({ ar: text, en: text })

/** First-strong isolates: a name in the other script turns nothing around. */
export const quote = ({ ar, en }: Text): Text => ({ ar: `«\u2068${ar}\u2069»`, en: `“\u2068${en}\u2069”` })

export const named = (noun: Text, name: Text): Text => ({
  ar: `${noun.ar} ${quote(name).ar}`,
  en: `${noun.en} ${quote(name).en}`,
})

/** As sentences call it. */
export const FEE: Text = { ar: 'الرسم', en: 'the fee' }

export const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export const comes = (title: Text, whole: Text | undefined): Text => ({
  ar: `جديد: ${title.ar}${whole ? ` (${whole.ar})` : ''}`,
  en: `New: ${title.en}${whole ? ` (${whole.en})` : ''}`,
})

export const leaves = (title: Text): Text => ({
  ar: `حُذف: ${title.ar}`,
  en: `Removed: ${title.en}`,
})

/** "The duration of deadline “Answer” goes from “3 days” to “5 days”". */
export function goes(title: Text, aspect: Text, before: Text | undefined, after: Text | undefined): Text {
  const [was, is] = [before && quote(before), after && quote(after)]
  if (was && is)
    return {
      ar: `${aspect.ar} — ${title.ar}: من ${was.ar} إلى ${is.ar}`,
      en: `${upper(aspect.en)} of ${title.en} goes from ${was.en} to ${is.en}`,
    }
  if (is)
    return {
      ar: `${aspect.ar} — ${title.ar}: أصبح ${is.ar}، ولم يكن محددًا`,
      en: `${upper(aspect.en)} of ${title.en} is now ${is.en}; none was given before`,
    }
  return {
    ar: `${aspect.ar} — ${title.ar}: لم يعد محددًا، وكان ${was?.ar ?? ''}`,
    en: `${upper(aspect.en)} of ${title.en} is no longer given; it was ${was?.en ?? ''}`,
  }
}

const YES: Text = { ar: 'نعم', en: 'yes' }
const NO: Text = { ar: 'لا', en: 'no' }
const NOTHING: Text = { ar: 'فارغ', en: 'empty' }
/** Whatever it is, as people read it: texts in their language, durations in days, yes and no. */
export function shown(value: JsonValue): Text {
  if (value === '' || value === null) return NOTHING
  if (typeof value === 'boolean') return value ? YES : NO
  if (isText(value)) return { ar: value.ar, en: value.en }
  if (typeof value === 'string') return { ar: durationIn(value, 'ar'), en: durationIn(value, 'en') }
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => shown(item))
    return items.length === 0
      ? NOTHING
      : { ar: items.map(({ ar }) => ar).join('، '), en: items.map(({ en }) => en).join(', ') }
  }
  return same(JSON.stringify(value))
}

/** Where one language stayed as it was, both are told, or a reader of it would see no difference. Of long texts the part that changed. */
export function told(before: Text | undefined, after: Text | undefined): readonly [Text | undefined, Text | undefined] {
  if (!before || !after) return [before && each(before, cut), after && each(after, cut)]
  const onlyOne = before.ar === after.ar || before.en === after.en
  const [was, is] = onlyOne ? [together(before), together(after)] : [before, after]
  return [
    { ar: around(was.ar, is.ar), en: around(was.en, is.en) },
    { ar: around(is.ar, was.ar), en: around(is.en, was.en) },
  ]
}

const each = ({ ar, en }: Text, of: (text: string) => string): Text => ({ ar: of(ar), en: of(en) })

const together = (text: Text): Text => same(text.ar === text.en ? text.ar : inBothLanguages(text))

const LONGEST = 300
const CONTEXT = 40

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** What of `text` is not in `other`, with some words before and after it. */
function around(text: string, other: string): string {
  if (text.length <= LONGEST && other.length <= LONGEST) return text
  const least = Math.min(text.length, other.length)
  let start = 0
  while (start < least && text[start] === other[start]) start++
  let end = 0
  while (end < least - start && text.at(-1 - end) === other.at(-1 - end)) end++
  const from = wordBefore(text, Math.max(0, start - CONTEXT))
  const to = Math.min(text.length, text.length - end + CONTEXT)
  return `${from > 0 ? '…' : ''}${cut(text.slice(from, to))}${to < text.length ? '…' : ''}`
}

/** The beginning of the word that stands at a place. */
function wordBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return at === 0 ? 0 : space + 1
}
