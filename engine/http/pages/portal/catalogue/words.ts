/** What the first page says: all services. */
import type { Text } from '../../../../core/text.ts'

export const CATALOGUE_WORDS = {
  title: { ar: 'الخدمات الحكومية', en: 'Government services' },
  search: { ar: 'ابحث عن خدمة', en: 'Search for a service' },
  searchHint: { ar: 'بالاسم أو بالجهة، مثل: شهادة', en: 'By name or agency, for example: certificate' },
  find: { ar: 'بحث', en: 'Search' },
  found: { ar: 'الخدمات التي تطابق «{query}»: {count}', en: 'Services that match “{query}”: {count}' },
  none: {
    ar: 'لا خدمة تطابق بحثك. جرّب كلمة أقصر، أو اعرض الخدمات كلها.',
    en: 'No service matches. Try a shorter word, or show all services.',
  },
  empty: { ar: 'لا خدمات معروضة بعد.', en: 'No services are offered yet.' },
  all: { ar: 'عرض الخدمات كلها', en: 'Show all services' },
} as const satisfies Readonly<Record<string, Text>>
