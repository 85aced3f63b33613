/** What the designer says before its app does. */
import type { Text } from '../../core/text.ts'

export const DESIGNER_WORDS = {
  title: { ar: 'مصمم الخدمات', en: 'Service designer' },
  needsScript: {
    ar: 'يعمل المصمم في متصفح يشغّل JavaScript. شغّله ثم أعد تحميل الصفحة.',
    en: 'The designer needs a browser that runs JavaScript. Turn it on and load the page again.',
  },
} as const satisfies Readonly<Record<string, Text>>
