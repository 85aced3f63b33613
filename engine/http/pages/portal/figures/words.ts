/** What the page of service figures says. */
import type { Text } from '../../../../core/text.ts'

export const FIGURES_WORDS = {
  title: { ar: 'إحصاءات الخدمات', en: 'Service figures' },
  about: {
    ar: 'كم طلبًا يصل كل خدمة، وكم يستغرق البت فيه فعلًا. تُحسب من السجل نفسه خلال آخر سنة، وتتجدد كل بضع دقائق.',
    en: 'How many applications each service receives, and how long a decision really takes. Counted from the record itself over the last year, and renewed every few minutes.',
  },
  service: { ar: 'الخدمة', en: 'Service' },
  received: { ar: 'وصل منذ البداية', en: 'Received in all' },
  open: { ar: 'قيد المعالجة', en: 'Being handled' },
  decided: { ar: 'بُتّ فيه خلال سنة', en: 'Decided within a year' },
  median: { ar: 'نصفها خلال', en: 'Half of them within' },
  slow: { ar: 'تسعة أعشارها خلال', en: 'Nine out of ten within' },
  few: { ar: 'أقل من {count} قرارات', en: 'fewer than {count} decisions' },
  none: { ar: 'لا خدمات معروضة بعد.', en: 'No services are offered yet.' },
} as const satisfies Readonly<Record<string, Text>>
