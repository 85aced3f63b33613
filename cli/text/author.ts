/** What is said of service packages: begun, checked, tested, packed, deployed. */
import type { Text } from '../../engine/core/text.ts'

export const AUTHOR = {
  'command.init': { en: 'begin a service package', ar: 'بدء حزمة خدمة' },
  'command.check': { en: 'say everything that is wrong with packages', ar: 'ذكر كل خطأ في الحزم' },
  'command.diff': {
    en: 'say what is different between two versions of a service',
    ar: 'بيان الفروق بين إصدارين من خدمة',
  },
  'command.test': { en: "run packages' own tests", ar: 'تشغيل اختبارات الحزم نفسها' },
  'command.types': {
    en: "TypeScript types of a package's forms and variables",
    ar: 'أنواع TypeScript لنماذج الحزمة ومتغيراتها',
  },
  'command.pack': { en: 'make folders into .masar files', ar: 'تحويل المجلدات إلى ملفات ‎.masar' },
  'command.import': {
    en: 'rewrite a drawing made for Camunda 7 or Operaton',
    ar: 'تحويل رسم أُعدّ لـ Camunda 7 أو Operaton',
  },
  'argument.drawing': { en: 'BPMN file', ar: 'ملف BPMN' },
  'argument.newPackage': { en: 'id of the package, like "moj.my-service"', ar: 'معرّف الحزمة، مثل "moj.my-service"' },
  'argument.path': { en: 'folder or .masar file', ar: 'مجلد أو ملف ‎.masar' },
  'option.only': {
    en: 'only tests with this text in file or title',
    ar: 'الاختبارات التي في ملفها أو عنوانها هذا النص فقط',
  },
  'option.outFolder': { en: 'folder to write into', ar: 'المجلد الذي يُكتب فيه' },
  'option.outInit': {
    en: 'folder to make; the id unless said otherwise',
    ar: 'المجلد الذي يُنشأ؛ باسم المعرّف ما لم يُذكر',
  },
  'option.outTypes': { en: 'file to write instead of showing it', ar: 'الملف الذي يُكتب بدل العرض' },
  'option.outWorker': {
    en: 'file to write the client for external workers to, which these types are for',
    ar: 'ملف تُكتب فيه مكتبة العامل الخارجي التي وُضعت لها هذه الأنواع',
  },
  'usage.package': {
    en: 'Expected an id like "moj.my-service" (lower-case words joined by dots and hyphens), but found "{found}".',
    ar: 'المتوقع معرّف مثل "moj.my-service" (كلمات بأحرف صغيرة بينها نقاط وشرطات)، لكن وُجد "{found}".',
  },
  'package.notFound': {
    en: 'Expected a package at {path}, but there is none.',
    ar: 'المتوقع حزمة في {path}، ولا حزمة هناك.',
  },
  'package.unreadable': {
    en: 'Expected a package that can be read at {path}, but it cannot.',
    ar: 'المتوقع حزمة مقروءة في {path}، لكن تعذّرت قراءتها.',
  },
  'package.id': { en: 'Package', ar: 'الحزمة' },
  'package.version': { en: 'Version', ar: 'الإصدار' },
  'package.digest': { en: 'Digest', ar: 'البصمة' },
  'severity.error': { en: 'error', ar: 'خطأ' },
  'severity.warning': { en: 'warning', ar: 'تنبيه' },
  'check.findings': { en: '{count} findings', ar: 'الملاحظات: {count}' },
  'check.summary': { en: '{sound} sound, {unfit} with errors', ar: 'سليمة: {sound}، فيها أخطاء: {unfit}' },
  'diff.none': { en: 'No difference.', ar: 'لا فرق.' },
  'diff.two': {
    en: 'Expected two packages, but found {found}; name the older and the newer one.',
    ar: 'المتوقع حزمتان، لكن وُجد: {found}؛ اذكر القديمة ثم الجديدة.',
  },
  'diff.raise': { en: 'Proposed: raise the version ({raise}).', ar: 'المقترح: رفع الإصدار ({raise}).' },
  'diff.service': { en: 'Which service it is, and whose', ar: 'هوية الخدمة' },
  'diff.law': { en: 'Law', ar: 'القانون' },
  'diff.money': { en: 'Money', ar: 'المال' },
  'diff.people': { en: 'People', ar: 'الناس' },
  'diff.course': { en: 'Course of the procedure', ar: 'سير الإجراء' },
  'diff.look': { en: 'Looks', ar: 'المظهر' },
  'pack.refused': {
    en: 'Expected a package without errors, but {name} has some; nothing was written.',
    ar: 'المتوقع حزمة بلا أخطاء، لكن في {name} أخطاء؛ لم يُكتب شيء.',
  },
  'test.refused': {
    en: 'Expected a package without errors, but {name} has some; no test was run.',
    ar: 'المتوقع حزمة بلا أخطاء، لكن في {name} أخطاء؛ لم يُشغَّل اختبار.',
  },
  'test.invalid': {
    en: 'Expected a test file as engine/core/trial/scenario.ts describes it, but {file} is none.',
    ar: 'المتوقع ملف اختبار كما يصفه engine/core/trial/scenario.ts، وليس {file} كذلك.',
  },
  'test.summary': { en: '{passed} passed, {failed} failed', ar: 'نجح {passed}، فشل {failed}' },
  'types.refused': {
    en: 'Expected a package without errors, but {name} has some; nothing was written.',
    ar: 'المتوقع حزمة بلا أخطاء، لكن في {name} أخطاء؛ لم يُكتب شيء.',
  },
  'types.written': { en: 'Written: {file}', ar: 'كُتب: {file}' },
  'init.exists': {
    en: 'Expected a folder that is not there yet, but {folder} is.',
    ar: 'المتوقع مجلد غير موجود بعد، لكن {folder} موجود.',
  },
  'init.done': { en: 'A package to begin with is in {folder}.', ar: 'حزمة للبدء في {folder}.' },
  'init.next': {
    en: 'Next: masar check {folder}, masar test {folder}',
    ar: 'بعدها: masar check {folder} ثم masar test {folder}',
  },
  'import.done': { en: 'Written: {file}', ar: 'كُتب: {file}' },
  'import.byHand': { en: 'Needs a hand ({count}):', ar: 'يحتاج إلى تدخل يدوي ({count}):' },
  'import.translated': { en: 'Translated ({count}):', ar: 'تُرجم ({count}):' },
  'import.dropped': { en: 'Dropped, without a meaning here ({count}):', ar: 'حُذف لأنه بلا معنى هنا ({count}):' },
  'import.left': {
    en: 'What masar check still finds in the drawing alone:',
    ar: 'ما يزال masar check يجده في الرسم وحده:',
  },
  'import.exists': {
    en: 'Expected a new file, but {file} is there; name another folder with --out, or overwrite it with --force.',
    ar: 'يجب أن يكون الملف جديدًا، لكن {file} موجود؛ سمِّ مجلدًا آخر بـ ‎--out أو اكتب فوقه بـ ‎--force.',
  },
  'import.unreadable': {
    en: 'Expected a drawing that can be read, but {file} cannot.',
    ar: 'يجب أن يكون الرسم قابلًا للقراءة، لكن {file} ليس كذلك.',
  },
  'deploy.done': { en: 'In force at {server}.', ar: 'نُشرت على {server}.' },
  'deploy.unchanged': {
    en: 'Exactly these were in force at {server} already.',
    ar: 'هذه نفسها منشورة على {server} من قبل.',
  },
} as const satisfies Readonly<Record<string, Text>>
