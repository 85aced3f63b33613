/** Titles of refusals that meet analysts and those who sign while a package is put in force. */
import type { Text } from '../../core/text.ts'

export const PUBLISHING = {
  'deploy.sign-off': {
    en: 'The package must be signed before it comes into force',
    ar: 'لا تنفذ الحزمة قبل توقيعها',
  },
  'publish.changed': {
    en: 'The draft was changed meanwhile: look at it again',
    ar: 'تغيّرت المسودة في هذه الأثناء: راجعها من جديد',
  },
  'publish.overtaken': {
    en: 'Another version came into force meanwhile: look at what changes against it',
    ar: 'نُشر إصدار آخر في هذه الأثناء: راجع ما يتغيّر مقارنةً به',
  },
  'publish.sign-off': { en: 'Signatures are missing', ar: 'تنقص توقيعات مطلوبة' },
  'publish.version': { en: 'The version is not above the one in force', ar: 'الإصدار ليس أعلى من الإصدار النافذ' },
  'roll-back.newest': { en: 'This version is in force already', ar: 'هذا الإصدار نافذ أصلًا' },
  'sign-off.given': { en: 'This signature was given already', ar: 'سبق أن أُعطي هذا التوقيع' },
  'sign-off.group': { en: 'You may not sign for this role', ar: 'لا يحق لك التوقيع عن هذا الدور' },
  'sign-off.own-change': {
    en: 'Whoever changed the draft does not sign for it',
    ar: 'لا يوقّع على المسودة من عدّلها',
  },
  'sign-off.remark': { en: 'The remark is too long', ar: 'الملاحظة أطول من المسموح' },
  'sign-off.role': { en: 'The service asks for no such signature', ar: 'لا تطلب الخدمة هذا التوقيع' },
} as const satisfies Readonly<Record<string, Text>>
