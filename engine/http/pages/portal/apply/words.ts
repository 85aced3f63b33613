/** What the pages say on which one fills in an application and sends it. */
import type { Text } from '../../../../core/text.ts'

export const APPLY_WORDS = {
  step: { ar: 'الخطوة {number} من {count}', en: 'Step {number} of {count}' },
  next: { ar: 'متابعة', en: 'Continue' },
  back: { ar: 'السابق', en: 'Back' },
  save: { ar: 'احفظ وأكمل لاحقًا', en: 'Save and come back later' },
  saved: {
    ar: 'حُفظ طلبك. تجده في «طلباتي» على أي جهاز، ويبقى شهرًا بعد آخر تعديل.',
    en: 'Your application is saved. Find it under “My applications” on any device; it is kept for a month after the last change.',
  },
  nothingAsked: { ar: 'لا أسئلة في هذه الخدمة: راجع وأرسل.', en: 'This service asks nothing: check and send.' },
  check: { ar: 'راجع إجاباتك', en: 'Check your answers' },
  checkHint: {
    ar: 'لم يُرسل شيء بعد. راجع ما كتبت ثم أرسل الطلب.',
    en: 'Nothing has been sent yet. Read over what you wrote, then send the application.',
  },
  change: { ar: 'تعديل', en: 'Change' },
  answers: { ar: 'إجاباتك', en: 'Your answers' },
  missing: { ar: 'بقي ما يجب تصحيحه قبل الإرسال', en: 'Some answers must be corrected before you can send it' },
  correct: { ar: 'صحّح في: {page}', en: 'Correct it under: {page}' },
  send: { ar: 'أرسل الطلب', en: 'Send the application' },
  sendHint: {
    ar: 'بإرسال الطلب تؤكد أن ما كتبته صحيح. الضغط مرتين لا يرسل طلبين.',
    en: 'By sending it you confirm that what you wrote is true. Pressing twice does not send two applications.',
  },
  discard: { ar: 'احذف هذا الطلب غير المكتمل', en: 'Discard this unfinished application' },
  discarded: { ar: 'حُذف الطلب غير المكتمل.', en: 'The unfinished application was discarded.' },
  changedMeanwhile: {
    ar: 'تغيّر هذا الطلب في نافذة أخرى أو على جهاز آخر، أو تغيّرت الخدمة نفسها. هذا ما هو محفوظ الآن؛ راجعه من جديد.',
    en: 'This application was changed in another window or on another device, or the service itself has changed. This is what is saved now; check it again.',
  },
  received: { ar: 'وصلنا طلبك', en: 'We have received your application' },
  reference: { ar: 'رقم طلبك', en: 'Your reference number' },
  keep: {
    ar: 'احتفظ بهذا الرقم. تسأل به عن طلبك بالهاتف أو عند الشباك.',
    en: 'Keep this number. With it you ask about your application by telephone or at the counter.',
  },
  whatNow: { ar: 'ماذا بعد؟', en: 'What happens now' },
  whatNowFollow: {
    ar: 'في صفحة الطلب ترى أين وصل، ومن ينظر فيه، وما المطلوب منك.',
    en: 'On its page you see how far it is, who has it, and what you have to do.',
  },
  follow: { ar: 'افتح صفحة الطلب', en: 'Open the page of the application' },
} as const satisfies Readonly<Record<string, Text>>
