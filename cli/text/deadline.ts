/** What is said of deadlines of law, and of the days that do not count. */
import type { Text } from '../../engine/core/text.ts'

export const DEADLINE = {
  'command.stop-deadline': {
    en: 'let a deadline of law stand still, under an article that its service allows',
    ar: 'إيقاف مهلة قانونية بموجب مادة تجيزها الخدمة',
  },
  'command.continue-deadline': { en: 'let a deadline that was stopped by hand go on', ar: 'استئناف مهلة أُوقفت يدويًا' },
  'argument.deadline': { en: 'id of the deadline (masar show)', ar: 'معرّف المهلة (masar show)' },
  'option.article': { en: 'id of the article that allows it', ar: 'معرّف المادة التي تجيز ذلك' },
  'option.stopReason': { en: 'why, for whoever waits to read', ar: 'السبب، ليقرأه من ينتظر' },
  'option.stopUntil': {
    en: 'until then, like 2026-12-01T12:00:00Z; else as long as the service allows',
    ar: 'حتى هذا الوقت، مثل 2026-12-01T12:00:00Z؛ وإلا فأطول ما تجيزه الخدمة',
  },
  'deadline.stopped': {
    en: 'The deadline {deadline} of {reference} stands still.',
    ar: 'أُوقفت المهلة {deadline} في {reference}.',
  },
  'deadline.continued': {
    en: 'The deadline {deadline} of {reference} goes on.',
    ar: 'استؤنفت المهلة {deadline} في {reference}.',
  },
  'command.holidays': {
    en: 'list the days that were announced as not worked, and those withdrawn',
    ar: 'عرض الأيام المعلنة عطلة والمسحوبة منها',
  },
  'command.holiday': {
    en: 'announce days on which an agency does not work; deadlines that run are counted anew',
    ar: 'إعلان أيام لا تعمل فيها جهة؛ تُحسب المهل الجارية من جديد',
  },
  'command.withdraw-holiday': {
    en: 'take back announced days; deadlines that run are counted anew',
    ar: 'سحب أيام معلنة؛ تُحسب المهل الجارية من جديد',
  },
  'argument.firstDay': { en: 'the day, like 2026-11-15', ar: 'اليوم، مثل 2026-11-15' },
  'argument.lastDay': { en: 'the last day, where there are several', ar: 'اليوم الأخير إن كانت عدة أيام' },
  'argument.holiday': { en: 'id of the announcement (masar holidays)', ar: 'معرّف الإعلان (masar holidays)' },
  'option.titleAr': { en: 'what people read in Arabic', ar: 'ما يقرؤه الناس بالعربية' },
  'option.titleEn': { en: 'what people read in English', ar: 'ما يقرؤه الناس بالإنجليزية' },
  'option.everyAgency': { en: 'for every agency (operators of the installation)', ar: 'لكل الجهات (لمشغّلي المنصة)' },
  'option.governorate': { en: 'only in this governorate, like PS-RBH', ar: 'في هذه المحافظة فقط، مثل PS-RBH' },
  'option.closes': {
    en: 'the office works, but closes at this time, like 12:00',
    ar: 'تعمل الجهة لكنها تغلق في هذا الوقت، مثل 12:00',
  },
  'option.changeHoliday': {
    en: 'in the place of this announcement (masar holidays)',
    ar: 'بدلًا من هذا الإعلان (masar holidays)',
  },
  'option.changeReason': { en: 'why it is changed', ar: 'سبب التغيير' },
  'option.dryRunHoliday': { en: 'only say which deadlines would move', ar: 'القول فقط أي مهل ستتحرك' },
  'option.holidaysOf': {
    en: 'only what counts in this governorate, like PS-RBH',
    ar: 'ما يسري في هذه المحافظة فقط، مثل PS-RBH',
  },
  'usage.changeReason': {
    en: 'Expected --reason beside --change: why the announcement is changed.',
    ar: 'يجب أن يرافق ‎--change‎ الخيار ‎--reason‎: سبب تغيير الإعلان.',
  },
  'preview.nothingDone': { en: 'Nothing was done.', ar: 'لم يتغير شيء.' },
  'preview.none': { en: 'No deadline that runs moves.', ar: 'لا تتحرك أي مهلة جارية.' },
  'preview.moves': {
    en: 'Deadlines that move: {deadlines}, of {applications} applications.',
    ar: 'المهل التي تتحرك: {deadlines}، في {applications} من المعاملات.',
  },
  'preview.movesAtLeast': {
    en: 'Deadlines that move: at least {deadlines}, of {applications} applications; there are more than were looked at.',
    ar: 'المهل التي تتحرك: {deadlines} على الأقل، في {applications} من المعاملات؛ ويوجد أكثر مما فُحص.',
  },
  'preview.inTimeAgain': { en: 'Late now and in time again: {count}.', ar: 'متأخرة الآن وتعود في وقتها: {count}.' },
  'preview.lateThen': { en: 'In time now and late at once: {count}.', ar: 'في وقتها الآن وتصبح متأخرة فورًا: {count}.' },
  'preview.reference': { en: 'Application', ar: 'المعاملة' },
  'preview.before': { en: 'Due', ar: 'موعدها' },
  'preview.then': { en: 'Then', ar: 'ثم' },
  'holiday.closes': { en: 'Until', ar: 'حتى' },
  'holiday.announced': {
    en: 'Announced: {first} to {last} ({id}). Deadlines that run are counted anew one by one.',
    ar: 'أُعلنت: من {first} إلى {last} ({id}). تُحسب المهل الجارية من جديد واحدة تلو الأخرى.',
  },
  'holiday.withdrawn': {
    en: 'Withdrawn: {first} to {last}. Deadlines that run are counted anew one by one.',
    ar: 'سُحبت: من {first} إلى {last}. تُحسب المهل الجارية من جديد واحدة تلو الأخرى.',
  },
  'holidays.none': { en: 'No day was announced.', ar: 'لم يُعلن أي يوم.' },
  'holiday.days': { en: 'Days', ar: 'الأيام' },
  'holiday.of': { en: 'Of', ar: 'لمن' },
  'holiday.everyAgency': { en: 'every agency', ar: 'كل الجهات' },
  'holiday.title': { en: 'What', ar: 'ما هي' },
  'holiday.by': { en: 'Announced', ar: 'أعلنها' },
  'holiday.withdrawnBy': { en: 'Withdrawn', ar: 'سحبها' },
  'holiday.id': { en: 'Id', ar: 'المعرّف' },
  'clock.deadline': { en: 'Deadline', ar: 'المهلة' },
  'clock.due': { en: 'Due', ar: 'الموعد' },
  'clock.spent': { en: 'Spent', ar: 'انقضى' },
  'clock.left': { en: 'Left', ar: 'بقي' },
  'clock.stoppedByHand': {
    en: 'stopped by hand since {since} until {until} ({article}): {reason}',
    ar: 'أُوقفت يدويًا منذ {since} حتى {until} ({article}): {reason}',
  },
  'clock.stopped': { en: 'stands still since {since}: {by}', ar: 'متوقفة منذ {since}: {by}' },
  'clock.overdue': { en: 'overdue', ar: 'متأخرة' },
  'clock.workingDays': { en: '{days} working days', ar: '{days} يوم عمل' },
  'clock.days': { en: '{days} days', ar: '{days} يوم' },
  'clock.silence.approval': { en: 'silence grants it', ar: 'السكوت قبول' },
  'clock.silence.refusal': { en: 'silence refuses it', ar: 'السكوت رفض' },
} as const satisfies Readonly<Record<string, Text>>
