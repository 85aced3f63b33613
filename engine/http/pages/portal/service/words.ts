/** What the page of a service says. */
import type { Text } from '../../../../core/text.ts'

export const SERVICE_WORDS = {
  offeredBy: { ar: 'تقدّمها: {agency}', en: 'Offered by: {agency}' },
  apply: { ar: 'ابدأ الطلب', en: 'Apply now' },
  applyFor: { ar: 'ابدأ: {name}', en: 'Apply: {name}' },
  signInToApply: { ar: 'سجّل الدخول لتقديم الطلب', en: 'Sign in to apply' },
  staffOnly: {
    ar: 'حسابك حساب موظف. يقدّم المواطن هنا طلبه بنفسه.',
    en: 'Your account is a staff account. Citizens apply here for themselves.',
  },
  peopleOnly: {
    ar: 'هذه الخدمة للأشخاص لا للشركات، وأنت تتصرّف الآن باسم شركة.',
    en: 'This service is for people, not for companies, and you act for a company now.',
  },
  companyOnly: {
    ar: 'هذه الخدمة للشركات. اختر أولًا الشركة التي تتصرّف باسمها.',
    en: 'This service is for companies. Choose first the company you act for.',
  },
  otherMandate: {
    ar: 'لا يشمل تفويضك هذه الخدمة. اطلب من المفوّض بالتوقيع عن الشركة أن يضيفها.',
    en: 'Your mandate does not name this service. Ask whoever signs for the company to add it.',
  },
  actForOther: { ar: 'غيّر من تتصرّف باسمه', en: 'Change for whom you act' },
  who: { ar: 'من يقدّم الطلب', en: 'Who may apply' },
  whoPerson: { ar: 'الأشخاص، كلٌّ عن نفسه.', en: 'People, for themselves.' },
  whoCompany: { ar: 'الشركات، بمن فوّضته.', en: 'Companies, by those who may act for them.' },
  goOn: { ar: 'لديك طلب غير مكتمل', en: 'You have an unfinished application' },
  goOnLink: { ar: 'تابع الطلب المحفوظ في {day}', en: 'Continue the one saved on {day}' },
  steps: { ar: 'كيف تسير المعاملة', en: 'How it goes' },
  stepFill: { ar: 'تملأ الطلب: {pages}.', en: 'You fill in the application: {pages}.' },
  stepFillBare: { ar: 'تملأ الطلب.', en: 'You fill in the application.' },
  stepAsked: {
    ar: 'نسأل نحن عنك الجهات الأخرى، فلا تُحضر منها ورقة: {purposes}.',
    en: 'We ask other agencies for you, so that you bring no paper from them: {purposes}.',
  },
  stepPay: { ar: 'تدفع الرسم إن كان مستحقًا.', en: 'You pay the fee, where one is due.' },
  stepHandled: { ar: 'يدرس الطلب: {roles}.', en: 'It is examined by: {roles}.' },
  stepFollow: {
    ar: 'تتابع الطلب من صفحته، وتنزّل ما يصدر لك.',
    en: 'You follow it on its page and download what is issued to you.',
  },
  papers: { ar: 'ما تحتاج إليه', en: 'What you need' },
  papersLater: {
    ar: 'لا ترفق شيئًا عند التقديم. قد تُطلب منك لاحقًا، بحسب الحالة:',
    en: 'You attach nothing when you apply. Later, depending on the case, you may be asked for:',
  },
  papersAlso: {
    ar: 'وقد تُطلب منك لاحقًا، بحسب الحالة:',
    en: 'Later, depending on the case, you may also be asked for:',
  },
  papersNone: { ar: 'لا يُطلب منك رفع أي وثيقة.', en: 'You are not asked to hand in any document.' },
  questions: { ar: 'المعلومات التي نسألك عنها', en: 'What we ask you' },
  optional: { ar: 'عند الحاجة', en: 'where it applies' },
  fees: { ar: 'الرسوم', en: 'Fees' },
  noFees: { ar: 'لا رسوم على هذه الخدمة.', en: 'This service has no fee.' },
  times: { ar: 'المدد', en: 'How long things may take' },
  real: { ar: 'كم تستغرق فعلًا', en: 'How long it really takes' },
  realSays: {
    ar: 'نصف الطلبات التي بُتّ فيها خلال سنة استغرق {median} أو أقل، وتسعة من كل عشرة {slow} أو أقل.',
    en: 'Half of the applications decided within a year took {median} or less, and nine out of ten {slow} or less.',
  },
  realNone: {
    ar: 'لم يُبتّ بعد في عدد من الطلبات يكفي لقول ذلك.',
    en: 'Too few applications have been decided yet to say.',
  },
  law: { ar: 'السند القانوني', en: 'The law' },
  data: { ar: 'من نسأل عنك ولماذا', en: 'Whom we ask about you, and why' },
  dataUnder: { ar: 'بموجب: {law}', en: 'Under: {law}' },
  kept: { ar: 'كم نحتفظ ببياناتك', en: 'How long we keep your data' },
  free: { ar: 'بلا رسم', en: 'Free of charge' },
  timesMore: { ar: 'مدد الخطوات الأخرى', en: 'Time limits of other steps' },
  keptNot: { ar: 'لا نحتفظ به', en: 'We keep none of it' },
  unverifiedAll: { ar: 'لم تؤكد الجهة هذه القيم بعد', en: 'None of this is confirmed by the agency yet' },
  unverified: { ar: 'لم تؤكده الجهة بعد', en: 'Not yet confirmed by the agency' },
} as const satisfies Readonly<Record<string, Text>>
