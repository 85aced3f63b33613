/** What a refusal is called, in the caller's language: one title for every problem code the engine can say. */
import type { Problem, ProblemKind } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { ACTING } from './texts/acting.ts'
import { APPLYING } from './texts/applying.ts'
import { ATTACHING } from './texts/attaching.ts'
import { CALLING } from './texts/calling.ts'
import { DESK } from './texts/desk.ts'
import { DRAFTING } from './texts/drafting.ts'
import { PUBLISHING } from './texts/publishing.ts'
import { OPERATING } from './texts/operating.ts'
import { WORKING } from './texts/working.ts'

export const PROBLEM_TEXTS = {
  ...ACTING,
  ...ATTACHING,
  ...CALLING,
  ...APPLYING,
  ...WORKING,
  ...DESK,
  ...DRAFTING,
  ...PUBLISHING,
  ...OPERATING,
} as const

/** Codes whose last part names the input that is wrong: "notify.email.subject". */
export const FAMILY_TEXTS: Readonly<Record<string, Text>> = {
  document: { en: 'An input of the document task is not valid', ar: 'أحد مدخلات مهمة الوثيقة غير صالح' },
  notify: { en: 'An input of the notice task is not valid', ar: 'أحد مدخلات مهمة الإشعار غير صالح' },
}

/** For a code nobody named: what its kind means. */
const KIND_TEXTS: Readonly<Record<ProblemKind, Text>> = {
  invalid: { en: 'What was sent is not valid', ar: 'البيانات المرسلة غير صالحة' },
  notFound: { en: 'Not found', ar: 'غير موجود' },
  forbidden: { en: 'Not allowed', ar: 'غير مسموح' },
  unauthenticated: { en: 'Sign in first', ar: 'يجب تسجيل الدخول أولًا' },
  conflict: { en: 'Something changed in the meantime', ar: 'تغيّر شيء في هذه الأثناء' },
  tooLarge: { en: 'Too large', ar: 'الحجم أكبر من المسموح' },
  limited: { en: 'Too many requests', ar: 'عدد الطلبات أكبر من المسموح' },
  unavailable: { en: 'Not available right now', ar: 'الخدمة غير متاحة حاليًا' },
}

export function titleOf({ code, kind }: Pick<Problem, 'code' | 'kind'>): Text {
  if (Object.hasOwn(PROBLEM_TEXTS, code)) return PROBLEM_TEXTS[code as keyof typeof PROBLEM_TEXTS]
  return FAMILY_TEXTS[code.split('.')[0] ?? ''] ?? KIND_TEXTS[kind]
}
