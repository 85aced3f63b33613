/** What is said of applications that go over to another version. */
import type { Text } from '../../engine/core/text.ts'

export const MIGRATION = {
  'command.migrate': {
    en: 'take running applications over to another version',
    ar: 'نقل المعاملات الجارية إلى إصدار آخر',
  },
  'command.migrations': {
    en: 'list migrations, show one with what it could not take along, or call it off',
    ar: 'عرض عمليات النقل، أو إحداها مع ما تعذّر نقله، أو إلغاؤها',
  },
  'argument.migration': {
    en: 'id of a migration; without one, they are listed',
    ar: 'معرّف عملية نقل؛ وبدونه تُعرض كلها',
  },
  'option.cancelMigration': {
    en: 'call it off; applications that were taken along stay where they are',
    ar: 'إلغاؤها؛ تبقى المعاملات المنقولة حيث هي',
  },
  'option.dryRun': {
    en: 'only say what would happen, and every reason against it',
    ar: 'القول فقط ماذا سيحدث، وكل ما يمنعه',
  },
  'option.fromVersion': { en: 'version whose applications go over', ar: 'الإصدار الذي تُنقل معاملاته' },
  'option.strict': {
    en: 'change nothing where anything stands against one of them',
    ar: 'عدم تغيير شيء إن وُجد مانع لأيٍّ منها',
  },
  'option.waitMigration': { en: 'wait until it is over', ar: 'الانتظار حتى تنتهي' },
  'option.keepCalled': { en: 'called processes stay on their version', ar: 'تبقى الإجراءات المستدعاة على إصدارها' },
  'option.keepJobs': { en: 'open jobs stay as they went out', ar: 'تبقى المهام الآلية المفتوحة كما أُرسلت' },
  'option.map': {
    en: 'which element takes whose place (from=to); "from=" for nothing, "process/from" in a called process',
    ar: 'أي عنصر يحل محل أيّ (from=to)؛ ‏"from=" لا شيء، و"process/from" في إجراء مستدعى',
  },
  'option.migrateInstance': {
    en: 'only this application: its reference number or id',
    ar: 'هذه المعاملة وحدها: رقمها المرجعي أو معرّفها',
  },
  'option.renewTimers': { en: 'timers that run are computed anew', ar: 'تُحسب المؤقتات الجارية من جديد' },
  'option.toVersion': { en: 'version to go over to', ar: 'الإصدار المقصود' },
  'usage.map': { en: 'Expected --map from=to, but found "{found}".', ar: 'المتوقع ‎--map from=to‎ لكن وُجد "{found}".' },
  'usage.migrate': {
    en: 'Expected --from with the version whose applications go over, or --instance with one of them.',
    ar: 'المتوقع ‎--from مع الإصدار الذي تُنقل معاملاته، أو ‎--instance مع معاملة واحدة.',
  },
  'migrate.done': { en: '{reference} is at {program} now.', ar: '{reference} الآن على {program}.' },
  'migrate.would': {
    en: '{reference} could go over to {program}; nothing was changed.',
    ar: 'يمكن نقل {reference} إلى {program}؛ لم يتغير شيء.',
  },
  'migrate.package': {
    en: 'Expected an application of the service, but {reference} is of {program}.',
    ar: 'المتوقع معاملة من الخدمة، لكن {reference} من {program}.',
  },
  'migrate.begun': { en: 'Begun: masar migrations {id}', ar: 'بدأت: masar migrations {id}' },
  'migrate.checking': { en: 'Checking… {total}', ar: 'جارٍ الفحص… {total}' },
  'migrate.running': {
    en: '{migrated} of {total} taken along, {failed} could not be…',
    ar: 'نُقل {migrated} من {total}، وتعذّر {failed}…',
  },
  'migrate.standing': { en: 'Stands still and is tried again: {trouble}', ar: 'متوقفة ويُعاد المحاولة: {trouble}' },
  'migrations.none': { en: 'No migrations.', ar: 'لا توجد عمليات نقل.' },
  'migration.id': { en: 'Id', ar: 'المعرّف' },
  'migration.service': { en: 'Service', ar: 'الخدمة' },
  'migration.status': { en: 'Status', ar: 'الحالة' },
  'migration.total': { en: 'Checked', ar: 'فُحص' },
  'migration.counted': { en: '{ready} of {total} can go over', ar: 'يمكن نقل {ready} من {total}' },
  'migration.migrated': { en: 'Taken along', ar: 'نُقل' },
  'migration.failed': { en: 'Could not be', ar: 'تعذّر' },
  'migration.createdAt': { en: 'Begun', ar: 'البدء' },
  'migration.endedAt': { en: 'Ended', ar: 'الانتهاء' },
  'migration.againAt': { en: 'Next attempt', ar: 'المحاولة التالية' },
  'migration.report': { en: 'What stands against it:', ar: 'ما يمنع النقل:' },
  'migration.failures': { en: 'Not taken along:', ar: 'لم يُنقل:' },
  'migration.reason': { en: 'Because', ar: 'السبب' },
  'migration.stands': { en: 'stands still', ar: 'متعثّرة' },
  'migration.trouble': { en: 'Stands still because', ar: 'سبب التعثّر' },
  'migration.status.checking': { en: 'checking', ar: 'قيد الفحص' },
  'migration.status.checked': { en: 'checked; nothing was changed', ar: 'فُحصت؛ لم يتغير شيء' },
  'migration.status.refused': { en: 'refused; nothing was changed', ar: 'مرفوضة؛ لم يتغير شيء' },
  'migration.status.running': { en: 'running', ar: 'جارية' },
  'migration.status.completed': { en: 'completed', ar: 'مكتملة' },
  'migration.status.canceled': { en: 'called off', ar: 'ملغاة' },
} as const satisfies Readonly<Record<string, Text>>
