/** What stands around every page. */
import type { Text } from '../../../core/text.ts'
import type { ProblemKind } from '../../../core/problem.ts'

export const FRAME_WORDS = {
  name: { ar: 'مسار', en: 'Masar' },
  tagline: { ar: 'الخدمات الحكومية', en: 'Government services' },
  skip: { ar: 'انتقل إلى المحتوى', en: 'Skip to content' },
  sections: { ar: 'أقسام الموقع', en: 'Sections' },
  services: { ar: 'الخدمات', en: 'Services' },
  my: { ar: 'طلباتي', en: 'My applications' },
  figures: { ar: 'الإحصاءات', en: 'Figures' },
  desk: { ar: 'بوابة الموظف', en: 'Desk' },
  designer: { ar: 'مصمم الخدمات', en: 'Designer' },
  mandates: { ar: 'الشركات', en: 'Companies' },
  actingFor: {
    ar: 'تتصرّف باسم {company} (رقم الشركة {number})',
    en: 'You act for {company} (company number {number})',
  },
  actingAs: { ar: 'باسم من تتصرّف', en: 'Who you act for' },
  actForSelf: { ar: 'التصرّف باسمي', en: 'Act for myself' },
  actForOther: { ar: 'التبديل', en: 'Change' },
  actForCompany: { ar: 'التصرّف باسم شركة', en: 'Act for a company' },
  mandateEnded: {
    ar: 'انتهى تفويضك بالتصرّف باسم {company}. لن تراها ولن تتصرّف باسمها بعد الآن.',
    en: 'Your mandate to act for {company} has ended. You no longer see or do anything for it.',
  },
  verify: { ar: 'التحقق من شهادة', en: 'Verify a certificate' },
  account: { ar: 'حسابك', en: 'Your account' },
  signedInAs: { ar: 'حساب {name}', en: 'Signed in as {name}' },
  signIn: { ar: 'تسجيل الدخول', en: 'Sign in' },
  signOut: { ar: 'تسجيل الخروج', en: 'Sign out' },
  error: { ar: 'خطأ: {title}', en: 'Error: {title}' },
  home: { ar: 'إلى الصفحة الرئيسية', en: 'Go to the start page' },
  requestNumber: { ar: 'رقم هذا الطلب للدعم الفني: {number}', en: 'Number of this request, for support: {number}' },
} as const satisfies Readonly<Record<string, Text>>

/** Where a session ran out while somebody was typing. */
export const TYPED_WORDS = {
  kept: {
    ar: 'انتهت جلستك لأنها بقيت دون استعمال. ما كتبته محفوظ لك ساعة: سجّل الدخول بحسابك نفسه تجده في النموذج، ثم أرسله.',
    en: 'Your session ran out while it was not used. What you typed is kept for you for an hour: sign in as yourself, find it in the form, and send it.',
  },
  tooLong: {
    ar: 'انتهت جلستك، وما كتبته أطول من أن يُحفظ. ارجع إلى الصفحة السابقة وانسخه قبل أن تسجّل الدخول.',
    en: 'Your session ran out, and what you typed is too long to be kept. Go back and copy it before you sign in.',
  },
  again: {
    ar: 'هذا ما كتبته قبل أن تنتهي جلستك. لم يُرسَل بعد: راجعه ثم تابع.',
    en: 'This is what you typed before your session ran out. It was not sent: look it over, then go on.',
  },
  saved: { ar: 'اعرض ما كان محفوظًا بدلًا منه', en: 'Show what was saved before instead' },
} as const satisfies Readonly<Record<string, Text>>

/** The switch names the other language in that language, for those who read only it. */
export const OTHER_LANGUAGE = {
  ar: { code: 'en', name: 'English' },
  en: { code: 'ar', name: 'العربية' },
} as const

/** What to do when something was refused. */
export const REMEDY_WORDS = {
  invalid: {
    ar: 'ارجع إلى الصفحة السابقة وصحّح ما أدخلته.',
    en: 'Go back to the page before and correct what you entered.',
  },
  notFound: {
    ar: 'تحقّق من العنوان، أو ابدأ من الصفحة الرئيسية. ما لا يحق لك الاطلاع عليه لا يظهر هنا أيضًا.',
    en: 'Check the address, or begin at the start page. What you may not see is not shown here either.',
  },
  forbidden: {
    ar: 'إن كنت تظن أن هذا من حقك فراجع المسؤول في جهتك.',
    en: 'If you think that you should be able to do this, ask whoever runs this for your agency.',
  },
  unauthenticated: { ar: 'سجّل الدخول ثم تابع من حيث توقفت.', en: 'Sign in, then go on where you were.' },
  conflict: {
    ar: 'افتح الصفحة من جديد لترى الوضع الحالي، ثم أعد المحاولة.',
    en: 'Open the page again to see how things stand now, then try again.',
  },
  tooLarge: { ar: 'أرسل ملفات أو نصوصًا أصغر.', en: 'Send smaller files or texts.' },
  limited: { ar: 'انتظر قليلًا ثم أعد المحاولة.', en: 'Wait a little, then try again.' },
  unavailable: {
    ar: 'أعد المحاولة بعد لحظات. لم يضِع شيء مما حُفظ.',
    en: 'Try again in a moment. Nothing that was saved is lost.',
  },
  bug: {
    ar: 'حدث خطأ ليس منك. لم يضِع شيء مما حُفظ. أعطِ الدعم الفني الرقم أدناه.',
    en: 'Something went wrong that is not your doing. Nothing that was saved is lost. Give support the number below.',
  },
} as const satisfies Readonly<Record<ProblemKind | 'bug', Text>>
