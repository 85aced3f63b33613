/** A day as people read it: in the months of Palestine, and in the calendar of Umm al-Qura beside it. */
import type { Language } from './text.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

export const gregorian = (day: string, language: Language): string | undefined => written(day, language, 'gregory')
export const hijri = (day: string, language: Language): string | undefined => written(day, language, 'islamic-umalqura')

/** undefined where there is no such day, such as 31 February. */
function written(day: string, language: Language, calendar: string): string | undefined {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return undefined
  const locale = `${language === 'ar' ? 'ar-PS' : 'en-GB'}-u-ca-${calendar}-nu-latn`
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(at)
    .replaceAll(/[\u200E\u200F]/g, '')
}
