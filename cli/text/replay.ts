/** What is said of recorded applications that run against a changed package. */
import type { Text } from '../../engine/core/text.ts'

export const REPLAY = {
  'command.replay': {
    en: 'run the histories of real applications against a changed package; changes nothing',
    ar: 'تشغيل سجلات معاملات حقيقية على حزمة معدّلة؛ لا يغيّر شيئًا',
  },
  'argument.replay': {
    en: 'folder or .masar file, or "package@version" of what is deployed',
    ar: 'مجلد أو ملف ‎.masar، أو "package@version" لما هو منشور',
  },
  'option.replayInstance': { en: 'only this application', ar: 'هذه المعاملة وحدها' },
  'option.replayLimit': { en: 'how many, the newest first', ar: 'العدد، الأحدث أولًا' },
  'option.since': {
    en: 'only those applied for since, like 2026-11-01',
    ar: 'ما قُدّم منذ هذا التاريخ فقط، مثل 2026-11-01',
  },
  'replay.none': {
    en: 'Expected applications of {service}, but there are none to replay.',
    ar: 'المتوقع معاملات من {service}، لكن لا شيء يُعاد تشغيله.',
  },
  'replay.refused': {
    en: 'Expected a package without errors, but {name} has some; nothing was replayed.',
    ar: 'المتوقع حزمة بلا أخطاء، لكن في {name} أخطاء؛ لم يُعَد تشغيل شيء.',
  },
  'replay.running': { en: 'Replaying… {done} of {count}', ar: 'إعادة التشغيل… {done} من {count}' },
  'replay.summary': {
    en: '{same} of {count} applications decide alike on {package}',
    ar: '{same} من {count} معاملة تقرر الشيء نفسه على {package}',
  },
  'replay.stopped': {
    en: '{count} could not be followed to the end, since an operator moved them by hand',
    ar: 'تعذّر تتبع {count} إلى النهاية لأن مشغّلًا حرّكها يدويًا',
  },
  'replay.what': { en: 'What', ar: 'ماذا' },
  'replay.first': { en: 'First', ar: 'أولًا' },
  'replay.applications': { en: 'Applications', ar: 'المعاملات' },
  'replay.firstOfEach': { en: 'First difference of each:', ar: 'أول اختلاف في كل منها:' },
  'replay.recorded': { en: 'Was', ar: 'كان' },
  'replay.replayed': { en: 'Would be', ar: 'يصير' },
  'replay.kind.way': { en: 'way', ar: 'مسار' },
  'replay.kind.decision': { en: 'decision', ar: 'قرار' },
  'replay.kind.task': { en: 'task', ar: 'مهمة' },
  'replay.kind.job': { en: 'job', ar: 'عمل' },
  'replay.kind.variable': { en: 'variable', ar: 'متغير' },
  'replay.kind.timer': { en: 'timer', ar: 'مؤقت' },
  'replay.kind.message': { en: 'message', ar: 'رسالة' },
  'replay.kind.error': { en: 'error', ar: 'خطأ' },
  'replay.kind.incident': { en: 'incident', ar: 'توقف' },
  'replay.kind.end': { en: 'end', ar: 'نهاية' },
  'replay.kind.path': { en: 'course', ar: 'مجرى' },
} as const satisfies Readonly<Record<string, Text>>
