/** Titles of refusals that meet people at a desk: the inbox, notes, absences, filters, help at the counter. */
import type { Text } from '../../core/text.ts'

export const DESK = {
  'assistance.applicant': { en: 'Name the applicant', ar: 'بيّن مقدّم الطلب' },
  'assistance.channel': { en: 'Consent is given only at a counter', ar: 'لا تُسجَّل الموافقة إلا عند التقديم من الشباك' },
  'assistance.consent': { en: 'Say how the applicant agreed', ar: 'بيّن كيف وافق مقدّم الطلب' },
  'assistance.own': { en: 'Apply for yourself in the portal', ar: 'قدّم طلبك الشخصي من البوابة' },
  'assistance.person': { en: 'Only a person applies at the counter', ar: 'لا يقدّم من الشباك إلا شخص' },
  'assistance.representative': {
    en: 'Name the representative who agreed, and only then',
    ar: 'اذكر الوكيل إذا كان هو من وافق، وإلا فلا تذكره',
  },
  'delegation.deputy': { en: 'This person cannot stand in', ar: 'لا يمكن لهذا الشخص أن ينوب' },
  'delegation.not-found': { en: 'There is no such delegation', ar: 'لا توجد إنابة كهذه' },
  'delegation.over': { en: 'The delegation was ended before', ar: 'سبق إنهاء هذه الإنابة' },
  'delegation.own': { en: 'You can only delegate your own tasks', ar: 'لا يمكنك إنابة غيرك إلا في مهامك' },
  'delegation.time': { en: 'The dates of the delegation are not valid', ar: 'مدة الإنابة غير صالحة' },
  'desk.all': { en: 'Only a supervisor sees the tasks of everybody', ar: 'لا يرى مهام الجميع إلا المشرف' },
  'desk.staff': { en: 'The desk is for staff of the agency', ar: 'المكتب لموظفي الجهة فقط' },
  'desk.windows': { en: 'Close a window of the desk first', ar: 'أغلق إحدى نوافذ المكتب أولًا' },
  'figures.supervisor': { en: 'The figures are for supervisors', ar: 'الأرقام متاحة للمشرفين' },
  'filter.name': { en: 'Give the filter a short name', ar: 'أعطِ المرشّح اسمًا قصيرًا' },
  'filter.not-found': { en: 'There is no such filter', ar: 'لا يوجد مرشّح كهذا' },
  'filter.office': { en: 'Choose one of your own groups', ar: 'اختر إحدى مجموعاتك' },
  'filter.too-many': { en: 'Remove a filter first', ar: 'احذف أحد المرشّحات أولًا' },
  'note.audience': { en: 'Say whom the note is for', ar: 'بيّن لمن الملاحظة' },
  'note.id': { en: 'The note is not valid', ar: 'الملاحظة غير صالحة' },
  'note.staff': { en: 'Notes are written by staff of the agency', ar: 'يكتب الملاحظات موظفو الجهة' },
  'search.staff': { en: 'Only staff search applications', ar: 'البحث في الطلبات لموظفي الجهة' },
  'words.empty': { en: 'Some words are needed', ar: 'يلزم نص هنا' },
  'words.too-long': { en: 'The text is too long', ar: 'النص أطول من المسموح' },
  'tasks.number': { en: 'Too many or no tasks chosen', ar: 'عدد المهام المختارة غير مقبول' },
} as const satisfies Readonly<Record<string, Text>>
