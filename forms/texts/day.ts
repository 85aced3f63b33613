/** A day as people say it; what is none stays as it is. */
import type { Language } from '../../engine/core/text.ts'
import { gregorian } from '../../engine/core/written-day.ts'

export const dayOf = (day: unknown, language: Language): string => gregorian(String(day), language) ?? String(day)
