/** What the desk says of days on which the agency does not work: announced, withdrawn, and what that moves. */
import type { Text } from '../../../../core/text.ts'

export const CLOSURE_WORDS = {
  title: { ar: 'العطل وأيام الإغلاق', en: 'Holidays and closures' },
  about: {
    ar: 'الأيام التي لا تعمل فيها الجهة لا تُحسب من المدد القانونية. يمكن الإعلان عن يوم مضى أيضًا، فتُحسب المدد الجارية من جديد، ويبقى ذلك في سجل كل طلب.',
    en: 'Days on which the agency does not work are not counted in statutory terms. A day that has passed can be announced too: the terms that run are counted anew, and the record of each application says so.',
  },
  announceHead: { ar: 'إعلان عطلة أو إغلاق', en: 'Announce a holiday or closure' },
  nameAr: { ar: 'المناسبة أو السبب بالعربية', en: 'Occasion or reason, in Arabic' },
  nameEn: { ar: 'المناسبة أو السبب بالإنجليزية', en: 'Occasion or reason, in English' },
  first: { ar: 'أول يوم', en: 'First day' },
  last: { ar: 'آخر يوم، إن كانت أكثر من يوم', en: 'Last day, where there is more than one' },
  where: { ar: 'أين؟', en: 'Where?' },
  everywhere: { ar: 'في كل المحافظات', en: 'In every governorate' },
  closes: {
    ar: 'ساعة الإغلاق المبكر، إن كان الدوام جزءًا من اليوم',
    en: 'Closing time, where the office works part of the day',
  },
  closesHint: { ar: 'الساعة والدقيقة، مثل 12:00', en: 'Hour and minute, like 12:00' },
  everyAgency: { ar: 'لكل الجهات الحكومية', en: 'For every agency' },
  look: { ar: 'عرض ما سيتغير', en: 'Show what would change' },

  wouldMove: { ar: 'ما سيتغير', en: 'What would change' },
  nothingYet: { ar: 'لم يُعلن شيء بعد.', en: 'Nothing is announced yet.' },
  notWithdrawnYet: { ar: 'لم يُسحب شيء بعد.', en: 'Nothing is withdrawn yet.' },
  deadlines: { ar: 'المدد التي يتغير موعدها: {count}', en: 'Terms that would end on another day: {count}' },
  applications: { ar: 'الطلبات المعنية: {count}', en: 'Applications concerned: {count}' },
  inTimeAgain: {
    ar: 'المدد المنقضية التي تعود ضمن موعدها: {count}',
    en: 'Terms that are over now and would be in time again: {count}',
  },
  lateThen: {
    ar: 'المدد الجارية التي تصبح منقضية فورًا: {count}',
    en: 'Terms in time now that would be over at once: {count}',
  },
  movesNothing: { ar: 'لا تتغير أي مدة جارية.', en: 'No term that runs would change.' },
  notAll: {
    ar: 'الطلبات الجارية أكثر من أن تُعدّ هنا كلها، وستُحسب جميعها من جديد.',
    en: 'There are more applications than were counted here; all of them will be counted anew.',
  },
  byService: { ar: 'بحسب الخدمة', en: 'Per service' },
  examples: { ar: 'أقربها موعدًا', en: 'The first to end' },
  application: { ar: 'الطلب', en: 'Application' },
  term: { ar: 'المدة', en: 'Term' },
  before: { ar: 'الموعد الآن', en: 'Ends now' },
  after: { ar: 'الموعد بعد التغيير', en: 'Would end' },
  announce: { ar: 'إعلان', en: 'Announce' },
  change: { ar: 'تعديل', en: 'Change' },
  announced: { ar: 'أُعلن ذلك، وتُحسب المدد من جديد.', en: 'It is announced; the terms are counted anew.' },

  listHead: { ar: 'المعلن', en: 'Announced' },
  nothing: { ar: 'لم يُعلن شيء.', en: 'Nothing has been announced.' },
  days: { ar: 'من {first} حتى {last}', en: '{first} to {last}' },
  closesAt: { ar: 'الإغلاق الساعة {time}', en: 'closes at {time}' },
  ofEvery: { ar: 'لكل الجهات', en: 'Every agency' },
  announcedBy: { ar: 'أعلنه {name}، {moment}', en: 'Announced by {name}, {moment}' },
  withdrawnBy: { ar: 'سحبه {name}، {moment}: {reason}', en: 'Withdrawn by {name}, {moment}: {reason}' },
  isWithdrawn: { ar: 'مسحوب', en: 'Withdrawn' },
  inForce: { ar: 'معمول به', en: 'In force' },
  withdraw: { ar: 'سحب الإعلان', en: 'Withdraw' },
  withdrawHead: { ar: 'سحب إعلان', en: 'Withdraw an announcement' },
  reason: { ar: 'سبب السحب', en: 'Reason for withdrawing it' },
  withdrawn: {
    ar: 'سُحب الإعلان، وتُحسب المدد من جديد.',
    en: 'The announcement is withdrawn; the terms are counted anew.',
  },
} as const satisfies Readonly<Record<string, Text>>
