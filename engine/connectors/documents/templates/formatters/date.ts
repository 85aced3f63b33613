/**
 * A day as it is written on a certificate: in the Gregorian months of Palestine or in the Hijri calendar of Umm al-Qura.
 *
 *   {{date issued}}  {{date issued calendar="hijri"}}  {{date issued language="en" style="short"}}  {{date at style="time"}}
 * Takes "2026-11-23", an ISO 8601 date-time with its offset, or epoch milliseconds. Nothing stays nothing.
 */
import { type Formatter, type Setting, Unwritable, languageOf, shown } from './formatter.ts'

const CALENDARS: Readonly<Record<string, string>> = { gregorian: 'gregory', hijri: 'islamic-umalqura' }

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})(\[[A-Za-z0-9_+/-]+\])?$/

export const date: Formatter = {
  name: 'date',
  format([value], options, setting) {
    if (value === null) return ''
    const { at, timeZone } = moment(value, setting)
    const calendar = CALENDARS[String(options['calendar'] ?? 'gregorian')]
    if (calendar === undefined)
      throw new Unwritable(`Expected calendar "gregorian" or "hijri", but found ${shown(options['calendar'])}`)
    const style = STYLES[String(options['style'] ?? 'long')]
    if (style === undefined)
      throw new Unwritable(`Expected style ${Object.keys(STYLES).join(', ')}, but found ${shown(options['style'])}`)
    const place = languageOf(options['language'], setting) === 'ar' ? 'ar-PS' : 'en-GB'
    return new Intl.DateTimeFormat(`${place}-u-ca-${calendar}-nu-latn`, { ...style, timeZone }).format(at)
  },
}

function moment(value: unknown, setting: Setting): { at: number; timeZone: string } {
  if (typeof value === 'number' && Math.abs(value) <= 8.64e15) return { at: value, timeZone: setting.timeZone }
  const text = String(value)
  const wholeDay = DAY.test(text)
  const at = wholeDay || INSTANT.test(text) ? Date.parse(text.replace(/\[.*\]$/, '')) : Number.NaN
  if (Number.isNaN(at) || (wholeDay && new Date(at).toISOString().slice(0, 10) !== text))
    throw new Unwritable(`Expected a date like "2026-11-23" or a date-time with its offset, but found ${shown(value)}`)
  return { at, timeZone: wholeDay ? 'UTC' : setting.timeZone }
}
