/** Why an expression cannot be read or has no value, in the reader's language. */
import { feelInArabic } from '../../engine/core/feel/arabic.ts'
import type { Language } from '../../engine/core/text.ts'

export const reasonIn = (language: Language, reason: string): string =>
  language === 'ar' ? feelInArabic(reason) : reason
