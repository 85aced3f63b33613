/** Titles of refusals that meet whoever calls: signing in, permissions, the form of a request, accounts. */
import type { Text } from '../../core/text.ts'

export const CALLING = {
  bug: { en: 'A fault in Masar', ar: 'خلل في مسار' },
  'account.agency': { en: 'The account belongs to another agency', ar: 'الحساب تابع لجهة أخرى' },
  'account.not-found': { en: 'There is no such account', ar: 'لا يوجد حساب بهذا الاسم' },
  'account.password': { en: 'The password is not acceptable', ar: 'كلمة المرور غير مقبولة' },
  id: { en: 'An identifier is not well formed', ar: 'صيغة المعرّف غير صحيحة' },
  'page.cursor': { en: 'The page asked for does not exist', ar: 'الصفحة المطلوبة غير موجودة' },
  'rate.limited': { en: 'Too many requests', ar: 'عدد الطلبات أكبر من المسموح' },
  'request.content-type': { en: 'This content type is not accepted', ar: 'نوع المحتوى غير مقبول' },
  'request.forged': { en: 'The form could not be accepted', ar: 'تعذّر قبول النموذج' },
  'request.encoding': { en: 'The text is not valid UTF-8', ar: 'النص ليس بترميز UTF-8 صحيح' },
  'request.invalid': { en: 'What was sent is not valid', ar: 'البيانات المرسلة غير صالحة' },
  'request.json': { en: 'The JSON that was sent is not accepted', ar: 'محتوى JSON المرسل غير مقبول' },
  'request.malformed': { en: 'The request could not be read', ar: 'تعذّرت قراءة الطلب' },
  'request.too-large': { en: 'The request is too large', ar: 'حجم الطلب أكبر من المسموح' },
  'route.forbidden': { en: 'Your account may not do this', ar: 'حسابك غير مخوّل بهذا الإجراء' },
  'route.not-found': { en: 'There is nothing at this address', ar: 'لا يوجد شيء على هذا العنوان' },
  'server.busy': { en: 'The server is busy', ar: 'الخادم مشغول حالياً' },
  'session.insecure': { en: 'Signing in needs a secure connection', ar: 'تسجيل الدخول يتطلب اتصالاً آمناً' },
  'session.limited': { en: 'Too many failed sign-ins', ar: 'محاولات دخول فاشلة كثيرة' },
  'session.missing': { en: 'Sign in first', ar: 'يجب تسجيل الدخول أولاً' },
  'session.refused': { en: 'User name or password is wrong', ar: 'اسم المستخدم أو كلمة المرور غير صحيحة' },
} as const satisfies Readonly<Record<string, Text>>
