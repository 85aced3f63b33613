/** Days and hours as people here read them: Gregorian months of Palestine, the Hijri day beside, local time, Latin digits. */
import type { Language } from '../../../core/text.ts'
import { PALESTINE } from '../../../core/policy/calendar.ts'
import { html, type Html } from './html.ts'
import { DIRECTION } from './language.ts'

type Calendar = 'gregory' | 'islamic-umalqura'

const PLACE: Readonly<Record<Language, string>> = { ar: 'ar-PS', en: 'en-GB' }
const COMMA: Readonly<Record<Language, string>> = { ar: '، ', en: ', ' }
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "27 November 2026 (17 Jumada II 1448 AH)", for citizens. @param at epoch milliseconds */
export const day = (at: number, language: Language): Html =>
  html`<span dir="${DIRECTION[language]}"
    >${shortDay(at, language)} <span class="hijri">(<bdi>${said(at, language, 'islamic-umalqura', DAY)}</bdi>)</span></span
  >`

/** Without the Hijri day, for lists. */
export const shortDay = (at: number, language: Language): Html =>
  html`<time datetime="${new Date(at).toISOString()}"><bdi>${said(at, language, 'gregory', DAY)}</bdi></time>`

/**
 * The last day of a term that ends at this moment: one that ends at midnight ends with the day before.
 *
 * @param at epoch milliseconds
 */
export const lastDay = (at: number, language: Language): Html => day(at - 1, language)
export const shortLastDay = (at: number, language: Language): Html => shortDay(at - 1, language)

/** Day and hour: "27 November 2026, 22:47". */
export const moment = (at: number, language: Language): Html =>
  html`<time datetime="${new Date(at).toISOString()}"><bdi>${said(at, language, 'gregory', DAY)}${COMMA[language]}${said(at, language, 'gregory', HOUR)}</bdi></time>`

/** The hour alone: "22:47". */
export const hour = (at: number, language: Language): string => said(at, language, 'gregory', HOUR)

const formats = new Map<string, Intl.DateTimeFormat>()

function said(at: number, language: Language, calendar: Calendar, style: Intl.DateTimeFormatOptions): string {
  const locale = `${PLACE[language]}-u-ca-${calendar}-nu-latn`
  const key = `${locale} ${Object.keys(style).join(' ')}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: PALESTINE.timeZone })
  formats.set(key, format)
  return format.format(at)
}
