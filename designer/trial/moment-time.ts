/** A moment as a person reads it: day of the week, Gregorian date and hour of the agency's own clock, and whether the office works. */
import { isWorkingDay, officeDaysOf, type OfficeDaysData } from '../../engine/core/office-days.ts'
import type { Language } from '../../engine/core/text.ts'
import { TRIAL_WORDS } from './words.ts'

export interface Clock {
  readonly timeZone: string
  readonly days: OfficeDaysData
}

const LOCALE: Readonly<Record<Language, string>> = { ar: 'ar-PS-u-ca-gregory-nu-latn', en: 'en-GB' }
const STYLE = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const
const DAY = 86_400_000

export const momentSaid = (at: number, { timeZone }: Pick<Clock, 'timeZone'>, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { ...STYLE, timeZone }).format(at)

/** "Sunday 4 January 2026 at 10:00 (working day)" */
export function momentWithDay(at: number, clock: Clock, language: Language): string {
  const works = isWorkingDay(officeDaysOf(clock.days), dayIn(at, clock.timeZone))
  return `${momentSaid(at, clock, language)} (${TRIAL_WORDS[works ? 'workingDay' : 'dayOff'][language]})`
}

/** "2026-01-04" there. */
export const dateIn = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

const dayIn = (at: number, timeZone: string): number =>
  Math.floor(Date.parse(`${dateIn(at, timeZone)}T00:00:00Z`) / DAY)
