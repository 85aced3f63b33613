/** Titles of refusals that meet a citizen who applies and follows. */
import type { Text } from '../../core/text.ts'

export const APPLYING = {
  'draft.answers': { en: 'The answers cannot be kept as they are', ar: 'تعذّر حفظ الإجابات كما هي' },
  'draft.changed': {
    en: 'The answers were changed in another window or on another device',
    ar: 'عُدّلت الإجابات في نافذة أخرى أو على جهاز آخر',
  },
  'draft.citizen': { en: 'Citizens apply here for themselves', ar: 'يقدّم المواطن هنا طلبه بنفسه' },
  'draft.not-found': { en: 'There is no such unfinished application', ar: 'لا يوجد طلب غير مكتمل بهذا المعرّف' },
  'draft.sent': { en: 'The application was sent already', ar: 'قُدّم هذا الطلب من قبل' },
  'draft.service-changed': {
    en: 'The service has changed since the answers were saved; check them again',
    ar: 'تغيّرت الخدمة منذ حُفظت الإجابات، فراجعها من جديد',
  },
  'draft.too-large': { en: 'The answers are too long', ar: 'الإجابات أطول من المسموح' },
  'draft.too-many': { en: 'Too many unfinished applications', ar: 'عدد الطلبات غير المكتملة أكبر من المسموح' },
  'instance.accesses': {
    en: 'Only the applicant and auditors read who looked into an application',
    ar: 'لا يرى من اطّلع على المعاملة إلا صاحبها والمدققون',
  },
} as const satisfies Readonly<Record<string, Text>>
