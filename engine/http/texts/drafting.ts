/** Titles of refusals that meet analysts while a package is being written. */
import type { Text } from '../../core/text.ts'

export const DRAFTING = {
  'designer.unbuilt': { en: 'The designer is not installed here', ar: 'المصمم غير مُركّب هنا' },
  'gate.busy': { en: 'Too many packages of your agency at once', ar: 'حزم كثيرة لجهتك في وقت واحد' },
  'package-draft.author': { en: 'Packages are written by analysts of an agency', ar: 'كتابة الحزم لمحللي الجهات' },
  'package-draft.change': { en: 'The change has no proper name', ar: 'معرّف التعديل غير صالح' },
  'package-draft.changed': {
    en: 'The draft was changed by somebody else meanwhile',
    ar: 'غيّر شخص آخر المسودة في هذه الأثناء',
  },
  'package-draft.files': { en: 'A file cannot be kept in a package', ar: 'لا تقبل الحزمة أحد الملفات' },
  'package-draft.full': {
    en: 'There is no room left for the drafts of your agency',
    ar: 'امتلأت المساحة المخصصة لمسودات جهتك',
  },
  'package-draft.id': { en: 'There is a draft by this id already', ar: 'توجد مسودة بهذا المعرّف' },
  'package-draft.locked': { en: 'Somebody else is writing this draft', ar: 'شخص آخر يعدّل هذه المسودة الآن' },
  'package-draft.name': { en: 'The name of the package is not valid', ar: 'اسم الحزمة غير صالح' },
  'package-draft.not-found': { en: 'There is no such draft', ar: 'لا توجد مسودة بهذا المعرّف' },
  'package-draft.revision': { en: 'This revision is not kept', ar: 'هذه النسخة غير محفوظة' },
  'package-draft.too-many': { en: 'The agency has too many drafts', ar: 'عدد مسودات الجهة بلغ الحد الأقصى' },
  'trial.busy': { en: 'Too many tries of your agency at once', ar: 'تجارب كثيرة لجهتك في وقت واحد' },
  'trial.nowhere': { en: 'Drafts cannot be tried on this server', ar: 'لا يمكن تجربة المسودات على هذا الخادم' },
  'trial.too-costly': { en: 'The try was stopped', ar: 'أُوقفت التجربة' },
} as const satisfies Readonly<Record<string, Text>>
