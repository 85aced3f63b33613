/** What the list of findings says. */
import type { Text } from '../../engine/core/text.ts'

export const CHECK_WORDS = {
  title: { ar: 'الملاحظات', en: 'Findings' },
  checking: { ar: 'يجري الفحص…', en: 'Checking…' },
  clean: { ar: 'لا ملاحظات: الخدمة جاهزة للنشر كما هي.', en: 'Nothing is wrong: the service can be published as it is.' },
  cleanHere: { ar: 'لا ملاحظات حتى الآن. ينظر الخادم فيها…', en: 'Nothing is wrong so far. The server is looking at it…' },
  counted: { ar: 'أخطاء: {errors}، تنبيهات: {warnings}', en: 'Errors: {errors}, warnings: {warnings}' },
  filter: { ar: 'ما يُعرض', en: 'Show' },
  all: { ar: 'الكل', en: 'Everything' },
  errors: { ar: 'الأخطاء فقط', en: 'Errors only' },
  warnings: { ar: 'التنبيهات فقط', en: 'Warnings only' },
  search: { ar: 'ابحث في الملاحظات', en: 'Search the findings' },
  error: { ar: 'خطأ', en: 'Error' },
  warning: { ar: 'تنبيه', en: 'Warning' },
  todo: { ar: 'ما العمل: {remedy}', en: 'What to do: {remedy}' },
  go: { ar: 'إلى الموضع', en: 'Go there' },
  goTo: { ar: 'إلى الموضع: {place}', en: 'Go there: {place}' },
  whole: { ar: 'الحزمة كلها', en: 'The whole package' },
  none: { ar: 'لا ملاحظة من هذا النوع.', en: 'No finding of this kind.' },
  more: { ar: 'وغيرها {count} في «الملاحظات»', en: 'And {count} more under Findings' },
  correctAt: { ar: 'صحّح «{where}»', en: 'Correct “{where}”' },
  arrow: { ar: 'من {from} إلى {to}', en: 'from {from} to {to}' },
  unnamed: { ar: 'خطوة بلا اسم', en: 'a step without a name' },
  line: { ar: 'السطر {line}', en: 'Line {line}' },
  inArabic: { ar: 'بالعربية', en: 'in Arabic' },
  inEnglish: { ar: 'بالإنجليزية', en: 'in English' },
  formCalled: { ar: 'النموذج «{name}»', en: 'the form “{name}”' },
  paperCalled: { ar: 'الوثيقة «{name}»', en: 'the paper “{name}”' },
} as const satisfies Readonly<Record<string, Text>>

/** The views a finding leads to, as their tabs are called. */
export const VIEW_NAMES = {
  procedure: { ar: 'الإجراء', en: 'Procedure' },
  forms: { ar: 'النماذج', en: 'Forms' },
  decisions: { ar: 'القرارات', en: 'Decisions' },
  documents: { ar: 'الوثائق', en: 'Papers' },
  policy: { ar: 'السياسة', en: 'Policy' },
  trial: { ar: 'التجربة', en: 'Try it' },
  files: { ar: 'الملفات', en: 'Files' },
} as const satisfies Readonly<Record<string, Text>>
