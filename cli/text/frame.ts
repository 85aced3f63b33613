/** What stands around every command: groups and help, the ways to a server, what several commands ask for, exit codes. */
import type { Text } from '../../engine/core/text.ts'

export const FRAME = {
  program: {
    en: 'Masar (مسار): service procedures of government agencies, run, deployed and looked into',
    ar: 'مسار (Masar): تشغيل إجراءات الخدمات الحكومية ونشرها والاطلاع عليها',
  },
  bug: {
    en: 'A fault in Masar itself: {message}. Please report it; with MASAR_DEBUG=1 the place is shown.',
    ar: 'خلل في مسار نفسه: {message}. أبلغ عنه من فضلك؛ ومع MASAR_DEBUG=1 يظهر موضعه.',
  },
  'group.run': { en: 'Run:', ar: 'التشغيل:' },
  'group.author': { en: 'Write service packages:', ar: 'كتابة حزم الخدمات:' },
  'group.cases': { en: 'Applications and tasks:', ar: 'المعاملات والمهام:' },
  'group.operate': { en: 'Operate:', ar: 'الإدارة:' },
  'group.people': { en: 'People:', ar: 'المستخدمون:' },
  'help.usage': { en: 'Usage:', ar: 'الاستعمال:' },
  'help.arguments': { en: 'Arguments:', ar: 'المدخلات:' },
  'help.options': { en: 'Options:', ar: 'الخيارات:' },
  'help.globalOptions': { en: 'Everywhere:', ar: 'مع كل الأوامر:' },
  'help.commands': { en: 'Commands:', ar: 'الأوامر:' },
  'help.help': { en: 'show help', ar: 'عرض المساعدة' },
  'help.helpCommand': { en: 'help with a command', ar: 'المساعدة في أمر' },
  'help.version': { en: 'show the version', ar: 'عرض الإصدار' },
  'help.default': { en: 'default: {value}', ar: 'الافتراضي: {value}' },
  'help.exits': { en: 'Exit codes:', ar: 'أرقام الخروج:' },
  'hint.login': {
    en: 'Sign in: masar login USER (and --as USER where several are signed in)',
    ar: 'سجّل الدخول: masar login USER (ومع ‎--as USER إن تعدد الداخلون)',
  },
  'exit.ok': { en: 'done', ar: 'تم' },
  'exit.bug': { en: 'a fault in Masar itself', ar: 'خلل في مسار نفسه' },
  'exit.usage': { en: 'the command line was not understood', ar: 'لم يُفهم سطر الأوامر' },
  'exit.invalid': {
    en: 'something does not fit: findings, answers, a failed test, a certificate that does not hold',
    ar: 'شيء غير صالح: ملاحظات أو إجابات أو اختبار فشل أو شهادة لا تصح',
  },
  'exit.notFound': { en: 'not there', ar: 'غير موجود' },
  'exit.forbidden': { en: 'not signed in, or not allowed', ar: 'لم يُسجَّل الدخول، أو غير مسموح' },
  'exit.conflict': { en: 'somebody was faster, or it was done before', ar: 'سبق غيرك، أو تم الأمر من قبل' },
  'exit.unavailable': {
    en: 'server not reachable or too busy, or not in time',
    ar: 'تعذّر الوصول إلى الخادم أو هو مشغول، أو لم يتم الأمر في وقته',
  },
  'argument.application': { en: 'reference number or id of the application', ar: 'الرقم المرجعي للمعاملة أو معرّفها' },
  'argument.paths': {
    en: 'folders or .masar files, or a folder that holds some',
    ar: 'مجلدات أو ملفات ‎.masar، أو مجلد يحتوي بعضها',
  },
  'argument.service': {
    en: 'id of the package, like "moj.non-conviction"',
    ar: 'معرّف الحزمة، مثل "moj.non-conviction"',
  },
  'option.after': { en: 'go on after this place', ar: 'المتابعة بعد هذا الموضع' },
  'option.answers': { en: 'answers as JSON', ar: 'الإجابات بصيغة JSON' },
  'option.answersFile': {
    en: 'file of answers as JSON; "-" for standard input',
    ar: 'ملف الإجابات بصيغة JSON؛ و"-" للمدخل القياسي',
  },
  'option.as': { en: 'as this person, who signed in before', ar: 'باسم هذا الشخص الذي سجّل دخوله من قبل' },
  'option.force': { en: 'replace a file that is there', ar: 'استبدال ملف موجود' },
  'option.json': {
    en: 'one JSON document on standard output and nothing else',
    ar: 'مستند JSON واحد على المخرج القياسي ولا شيء غيره',
  },
  'option.lang': { en: 'language; from LANG unless said otherwise', ar: 'اللغة؛ من LANG ما لم تُذكر' },
  'option.limit': { en: 'how many, 1 to 200', ar: 'العدد، من 1 إلى 200' },
  'option.reason': { en: 'why, for the record', ar: 'السبب، ليُحفظ في السجل' },
  'option.wholeService': { en: 'a whole service, by the id of its package', ar: 'خدمة كاملة بمعرّف حزمتها' },
  'option.wholeAgency': { en: 'every service of an agency', ar: 'كل خدمات جهة' },
  'option.server': {
    en: 'the server; MASAR_SERVER or {server} unless said otherwise',
    ar: 'الخادم؛ MASAR_SERVER أو {server} ما لم يُذكر',
  },
  'option.set': {
    en: 'single answers; values that are JSON are read as such',
    ar: 'إجابات مفردة؛ وما كان منها JSON قُرئ كذلك',
  },
  'option.token': {
    en: 'bearer token; MASAR_TOKEN or the last sign-in unless said otherwise',
    ar: 'رمز الدخول؛ MASAR_TOKEN أو آخر تسجيل دخول ما لم يُذكر',
  },
  'option.with': {
    en: 'folder of shared packages; beside the package unless said otherwise',
    ar: 'مجلد الحزم المشتركة؛ بجانب الحزمة ما لم يُذكر',
  },
  'usage.unknownCommand': {
    en: 'Expected a command of "masar help", but found "{what}".',
    ar: 'المتوقع أمر من أوامر "masar help"، لكن وُجد "{what}".',
  },
  'usage.unknownOption': {
    en: 'Expected an option the command has, but found "{what}".',
    ar: 'المتوقع خيار يعرفه الأمر، لكن وُجد "{what}".',
  },
  'usage.missingArgument': { en: 'Expected <{what}>, but it is missing.', ar: 'المدخل <{what}> مطلوب، لكنه ناقص.' },
  'usage.optionMissingArgument': {
    en: 'Expected a value after "{what}", but there is none.',
    ar: 'المتوقع قيمة بعد "{what}"، ولا قيمة هناك.',
  },
  'usage.missingOption': {
    en: 'Expected the option "{what}", but it is missing.',
    ar: 'الخيار "{what}" مطلوب، لكنه ناقص.',
  },
  'usage.excessArguments': { en: 'Expected fewer words after the command.', ar: 'الكلمات بعد الأمر أكثر من المتوقع.' },
  'usage.invalidArgument': {
    en: 'Expected a value that is allowed for "{what}"; see --help.',
    ar: 'المتوقع قيمة مسموحة في "{what}"؛ انظر ‎--help.',
  },
  'usage.conflictingOption': {
    en: 'Expected only one of options that exclude each other, "{what}" among them.',
    ar: 'المتوقع واحد من خيارات متعارضة، ومنها "{what}".',
  },
  'usage.didYouMean': { en: 'Did you mean {meant}?', ar: 'هل قصدت {meant}؟' },
  'usage.answers': {
    en: 'Expected answers as a JSON object like {"purpose": "work"}, but found: {found}',
    ar: 'المتوقع إجابات في كائن JSON مثل ‎{"purpose": "work"}‎، لكن وُجد: {found}',
  },
  'usage.onePackage': {
    en: 'Expected one package at {path}, but found several; name one of them.',
    ar: 'المتوقع حزمة واحدة في {path}، لكن وُجدت حزم؛ اذكر واحدة منها.',
  },
  'usage.server': {
    en: 'Expected an http or https address of a server, but found "{found}".',
    ar: 'المتوقع عنوان خادم يبدأ بـ http أو https، لكن وُجد "{found}".',
  },
  'usage.set': {
    en: 'Expected --set key=value, but found "{found}".',
    ar: 'المتوقع ‎--set key=value، لكن وُجد "{found}".',
  },
  'progress.reading': { en: 'Reading packages…', ar: 'قراءة الحزم…' },
  'progress.checking': { en: 'Checking {name}…', ar: 'فحص {name}…' },
  'progress.testing': { en: '{name}: {title}…', ar: '{name}: {title}…' },
  'progress.deploying': { en: 'Deploying {count} packages…', ar: 'نشر {count} من الحزم…' },
  'server.unreachable': {
    en: 'Expected a Masar server at {server}, but it cannot be reached ({reason}). Start one with "masar serve" or "masar demo", or name another with --server.',
    ar: 'المتوقع خادم مسار على {server}، لكن تعذّر الوصول إليه ({reason}). شغّل خادمًا بالأمر "masar serve" أو "masar demo"، أو اذكر غيره مع ‎--server.',
  },
  'server.strange': {
    en: 'Expected a Masar server at {server}, but something else answers there (status {status}).',
    ar: 'المتوقع خادم مسار على {server}، لكن المجيب هناك غيره (الحالة {status}).',
  },
  'file.notFound': {
    en: 'Expected a readable file at {file}, but there is none.',
    ar: 'المتوقع ملف مقروء في {file}، ولا ملف هناك.',
  },
  'usage.holding': {
    en: 'Expected one of: an application, --service or --agency.',
    ar: 'يجب ذكر واحد فقط من: معاملة أو ‎--service أو ‎--agency.',
  },
  'usage.reason': { en: 'Expected --reason: why, for the record.', ar: 'يجب ذكر السبب بـ ‎--reason ليُحفظ في السجل.' },
} as const satisfies Readonly<Record<string, Text>>
