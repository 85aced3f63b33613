/** What the page says on which a citizen finds what is theirs. */
import type { Text } from '../../../../core/text.ts'

export const MY_WORDS = {
  title: { ar: 'طلباتي', en: 'My applications' },
  companyTitle: { ar: 'طلبات الشركة', en: 'Applications of the company' },
  begunBy: { ar: 'بدأه {name}', en: 'begun by {name}' },
  waiting: { ar: 'بانتظارك', en: 'Waiting for you' },
  waitingHint: { ar: 'لا تمضي هذه الطلبات حتى تجيب.', en: 'These do not go on until you answer.' },
  until: { ar: 'حتى {day}', en: 'until {day}' },
  drafts: { ar: 'طلبات غير مكتملة', en: 'Unfinished applications' },
  draftKept: {
    ar: 'آخر تعديل {changed}، ويبقى محفوظًا حتى {expires}',
    en: 'Last changed {changed}, kept until {expires}',
  },
  sent: { ar: 'طلبات مقدّمة', en: 'Sent applications' },
  none: { ar: 'لم تقدّم طلبًا بعد.', en: 'You have not sent an application yet.' },
  find: { ar: 'ابحث عن خدمة', en: 'Find a service' },
  begun: { ar: 'قُدّم في {day}', en: 'Sent on {day}' },
  active: { ar: 'قيد المعالجة', en: 'Being handled' },
  suspended: { ar: 'موقوف مؤقتًا', en: 'Held' },
  completed: { ar: 'منتهٍ', en: 'Finished' },
  terminated: { ar: 'ملغى', en: 'Called off' },
  yours: { ar: 'مطلوب منك جواب', en: 'Needs your answer' },
  more: { ar: 'طلبات أقدم', en: 'Older applications' },
} as const satisfies Readonly<Record<string, Text>>
