/** What the parts of every view say. */
import type { Text } from '../../engine/core/text.ts'

export const FRAME_WORDS = {
  skip: { ar: 'انتقل إلى المحتوى', en: 'Skip to content' },
  close: { ar: 'إغلاق', en: 'Close' },
  cancel: { ar: 'إلغاء', en: 'Cancel' },
  ar: { ar: 'بالعربية', en: 'In Arabic' },
  en: { ar: 'بالإنجليزية', en: 'In English' },
  thisLanguage: { ar: 'العربية', en: 'English' },
  missingText: { ar: 'ينقص النص بهذه اللغة', en: 'The text in this language is missing' },
} as const satisfies Readonly<Record<string, Text>>
