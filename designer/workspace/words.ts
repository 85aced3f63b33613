/** What the workspace says. */
import type { Text } from '../../engine/core/text.ts'

export const WORKSPACE_WORDS = {
  title: { ar: 'خدمات قيد الإعداد', en: 'Services being written' },
  newService: { ar: 'خدمة جديدة', en: 'New service' },
  import: { ar: 'استيراد', en: 'Import' },
  importThis: { ar: 'استورد', en: 'Import' },
  loading: { ar: 'تُحمّل…', en: 'Loading…' },
  unreachable: { ar: 'تعذّر الوصول إلى الخادم. حاول مرة أخرى.', en: 'The server cannot be reached. Try again.' },
  empty: {
    ar: 'لا توجد خدمات قيد الإعداد. ابدأ خدمة جديدة، أو افتح إصدارًا منشورًا، أو استورد حزمة.',
    en: 'No service is being written. Begin a new one, open a version in force, or import a package.',
  },
  service: { ar: 'الخدمة', en: 'Service' },
  base: { ar: 'الإصدار المنشور', en: 'Version in force' },
  never: { ar: 'لم تُنشر', en: 'Never published' },
  changed: { ar: 'آخر تعديل', en: 'Last change' },
  actions: { ar: 'إجراءات', en: 'Actions' },
  actionsOf: { ar: 'إجراءات {name}', en: 'Actions for {name}' },
  editing: { ar: 'يعمل عليها {name} الآن', en: '{name} is working on it now' },
  download: { ar: 'تنزيل الحزمة', en: 'Download the package' },
  remove: { ar: 'حذف المسودة', en: 'Delete the draft' },
  removeTitle: { ar: 'حذف المسودة؟', en: 'Delete the draft?' },
  removeMore: {
    ar: 'تُحذف مسودة {name} ونسخها كلها. الإصدارات المنشورة تبقى.',
    en: 'The draft of {name} and all its revisions are deleted. Versions in force remain.',
  },
  from: { ar: 'ابدأ من', en: 'Begin from' },
  fromNothing: { ar: 'خدمة فارغة', en: 'An empty service' },
  titleOf: { ar: 'اسم الخدمة', en: 'Name of the service' },
  titleMissing: { ar: 'اكتب اسم الخدمة', en: 'Write the name of the service' },
  id: { ar: 'معرّف الخدمة', en: 'Identifier of the service' },
  idHint: {
    ar: 'رمز الجهة ثم كلمات بحروف لاتينية صغيرة: moj.shop-licence. لا يتغير بعد النشر.',
    en: 'The agency, then words in small Latin letters: moj.shop-licence. It stays once published.',
  },
  idWrong: {
    ar: 'المطلوب حروف لاتينية صغيرة وأرقام وشرطات، وكلمتان على الأقل بينهما نقطة',
    en: 'Expected small Latin letters, digits and hyphens, at least two words with a dot between',
  },
  begin: { ar: 'ابدأ', en: 'Begin' },
  file: { ar: 'الملف', en: 'File' },
  fileHint: { ar: 'حزمة ‎.masar‎ أو رسم ‎.bpmn', en: 'A package .masar, or a drawing .bpmn' },
  fileMissing: { ar: 'اختر ملفًا', en: 'Choose a file' },
  files: { ar: 'ملفات الحزمة', en: 'Files of the package' },
} as const satisfies Readonly<Record<string, Text>>
