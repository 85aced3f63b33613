/**
 * Dates, times and durations as text: "2026-11-23", "10:30:00+02:00", "P1Y6M".
 *
 * Read as XML Schema writes them, and seconds may be left out as browsers do ("10:30"); `null` when the text is no such value.
 */
import { civilOf, epochDayOf, isCivilDate } from './calendar.ts'
import {
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  type FeelDuration,
  type FeelTemporal,
  FeelTime,
  millisPerDay,
  YearsMonthsDuration,
  type Zone,
} from './temporal.ts'
import { isZoneName } from './zone.ts'

const datePattern = /^(-?\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^T?(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?|@[\w+\-/]+)?$/
const monthsPattern = /^(-)?P(?=\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/
const daysPattern =
  /^(-)?P(?=[\dT])(?:(\d{1,7})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,9}))?S)?)?$/

export function readDate(text: string): FeelDate | null {
  const [, year, month, day] = datePattern.exec(text) ?? []
  const civil = { year: Number(year), month: Number(month), day: Number(day) }
  return isCivilDate(civil) ? new FeelDate(epochDayOf(civil)) : null
}

export function readTime(text: string): FeelTime | null {
  const [whole, hour, minute, second = '0', fraction = '', zoneText] = timePattern.exec(text) ?? []
  if (whole === undefined) return null
  const zone = readZone(zoneText)
  if (zone === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return new FeelTime(seconds * 1000 + millisOf(fraction), zone)
}

/** A date alone means its midnight. */
export function readDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf('T')
  const date = readDate(split < 0 ? text : text.slice(0, split))
  const time = split < 0 ? new FeelTime(0, null) : readTime(text.slice(split + 1))
  return date === null || time === null ? null : new FeelDateTime(date.epochDay * millisPerDay + time.millis, time.zone)
}

export function readDuration(text: string): FeelDuration | null {
  const inMonths = monthsPattern.exec(text)
  if (inMonths !== null) {
    const [, sign, years = '0', months = '0'] = inMonths
    return new YearsMonthsDuration(signed(sign, Number(years) * 12 + Number(months)))
  }
  const inDays = daysPattern.exec(text)
  if (inDays === null) return null
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = inDays
  const total = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return new DaysTimeDuration(signed(sign, total * 1000 + millisOf(fraction)))
}

/** What `@"..."` means. */
export function readTemporal(text: string): FeelTemporal | null {
  return readDate(text) ?? readTime(text) ?? (text.includes('T') ? readDateTime(text) : null) ?? readDuration(text)
}

function readZone(text: string | undefined): Zone | undefined {
  if (text === undefined) return null
  if (text === 'Z') return 0
  if (text.startsWith('@')) return isZoneName(text.slice(1)) ? text.slice(1) : undefined
  const [hours = '0', minutes = '0', seconds = '0'] = text.slice(1).split(':')
  if (Number(hours) > 18 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return signed(text.startsWith('-') ? '-' : undefined, Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

function millisOf(fraction: string): number {
  return Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function signed(sign: string | undefined, amount: number): number {
  return sign === undefined || amount === 0 ? amount : -amount
}

export function temporalText(value: FeelTemporal): string {
  if (value instanceof FeelDate) return dateText(value.epochDay)
  if (value instanceof FeelTime) return clockText(value.millis) + zoneText(value.zone)
  if (value instanceof FeelDateTime) return localText(value.local) + zoneText(value.zone)
  return value instanceof DaysTimeDuration ? daysText(value.millis) : monthsText(value.months)
}

export function localText(local: number): string {
  const day = Math.floor(local / millisPerDay)
  return `${dateText(day)}T${clockText(local - day * millisPerDay)}`
}

export function zoneText(zone: Zone): string {
  if (zone === null) return ''
  if (typeof zone === 'string') return `@${zone}`
  if (zone === 0) return 'Z'
  const size = Math.abs(zone)
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `${zone < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`
}

function dateText(epochDay: number): string {
  const { year, month, day } = civilOf(epochDay)
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function clockText(millis: number): string {
  const seconds = Math.floor(millis / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fractionText(millis)}`
}

function daysText(millis: number): string {
  const size = Math.abs(millis)
  const seconds = Math.floor(size / 1000)
  const days = part(Math.floor(seconds / 86_400), 'D')
  const rest = `${(seconds % 60) + Number(size % 1000 > 0) === 0 ? '' : `${String(seconds % 60)}${fractionText(size)}S`}`
  const time = part(Math.floor(seconds / 3600) % 24, 'H') + part(Math.floor(seconds / 60) % 60, 'M') + rest
  if (days + time === '') return 'PT0S'
  return `${millis < 0 ? '-' : ''}P${days}${time === '' ? '' : `T${time}`}`
}

function monthsText(months: number): string {
  const size = Math.abs(months)
  const text = part(Math.floor(size / 12), 'Y') + part(size % 12, 'M')
  return text === '' ? 'P0M' : `${months < 0 ? '-' : ''}P${text}`
}

function part(amount: number, unit: string): string {
  return amount === 0 ? '' : `${String(amount)}${unit}`
}

function fractionText(millis: number): string {
  const fraction = String(millis % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return fraction === '' ? '' : `.${fraction}`
}

function two(amount: number): string {
  return String(amount).padStart(2, '0')
}
