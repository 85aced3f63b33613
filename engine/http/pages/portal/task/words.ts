/** What the page says on which a citizen answers what they are asked. */
import type { Text } from '../../../../core/text.ts'

export const TASK_WORDS = {
  asked: { ar: 'السؤال', en: 'The question' },
  papers: { ar: 'اقرأ قبل أن تجيب', en: 'To read before you answer' },
  read: { ar: 'تنزيل {name}', en: 'Download {name}' },
  until: { ar: 'أجب قبل {day}.', en: 'Answer before {day}.' },
  send: { ar: 'أرسل الجواب', en: 'Send the answer' },
  next: { ar: 'متابعة', en: 'Continue' },
  back: { ar: 'السابق', en: 'Back' },
  save: { ar: 'احفظ وأكمل لاحقًا', en: 'Save and come back later' },
  saved: { ar: 'حُفظ جوابك، ولم يُرسل بعد.', en: 'Your answer is saved, but not sent yet.' },
  sent: { ar: 'وصلنا جوابك، ويمضي الطلب.', en: 'We have your answer, and the application goes on.' },
  nothing: { ar: 'لا أسئلة هنا: أكّد للمتابعة.', en: 'Nothing is asked here: confirm to go on.' },
} as const satisfies Readonly<Record<string, Text>>
