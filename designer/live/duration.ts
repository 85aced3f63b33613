/** How long something waits, in the largest unit that says it: minutes, hours or days. */
import { LIVE_WORDS as WORDS } from './words.ts'
import type { Language } from '../../engine/core/text.ts'

const MINUTE = 60_000
const UNITS = [
  { unit: 'day', length: 24 * 60 * MINUTE },
  { unit: 'hour', length: 60 * MINUTE },
  { unit: 'minute', length: MINUTE },
] as const

const LOCALE: Readonly<Record<Language, string>> = { ar: 'ar-u-nu-latn', en: 'en' }

export function durationIn(language: Language, milliseconds: number): string {
  const found = UNITS.find(({ length }) => milliseconds >= length)
  if (found === undefined) return WORDS.aMoment[language]
  const count = Math.floor(milliseconds / found.length)
  return new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit: found.unit, unitDisplay: 'long' }).format(count)
}
