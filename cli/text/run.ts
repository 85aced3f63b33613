/** What is said while a server or the sandbox runs. */
import type { Text } from '../../engine/core/text.ts'

export const RUN = {
  'command.serve': { en: 'run the server', ar: 'تشغيل الخادم' },
  'command.sandbox': {
    en: 'run doubles of the data bus, the payment switch and the notice gateways',
    ar: 'تشغيل نسخ تجريبية من ناقل البيانات ومحوّل الدفع وبوابتي الإشعارات',
  },
  'option.config': { en: 'configuration in JSON; {file} if it is there', ar: 'الإعدادات بصيغة JSON؛ {file} إن وُجد' },
  'option.data': { en: "folder of the server's data", ar: 'مجلد بيانات الخادم' },
  'option.databusPort': { en: 'port of the data bus; 0 for a free one', ar: 'منفذ ناقل البيانات؛ و0 لأي منفذ حر' },
  'option.host': { en: 'address to listen on', ar: 'العنوان الذي يُستمع عليه' },
  'option.masar': {
    en: 'where the server is reached: the payment switch calls it back there',
    ar: 'عنوان الخادم الذي يعيد محوّل الدفع الاتصال به',
  },
  'option.notifyPort': {
    en: 'port of the SMS gateway and outbox; 0 for a free one',
    ar: 'منفذ بوابة الرسائل القصيرة وصندوق الصادر؛ و0 لأي منفذ حر',
  },
  'option.paymentsPort': { en: 'port of the payment switch; 0 for a free one', ar: 'منفذ محوّل الدفع؛ و0 لأي منفذ حر' },
  'option.port': { en: 'port to listen on; 0 for a free one', ar: 'المنفذ الذي يُستمع عليه؛ و0 لأي منفذ حر' },
  'option.sandboxData': {
    en: 'folder of keys and of what the doubles remember',
    ar: 'مجلد المفاتيح وما تتذكره النسخ التجريبية',
  },
  'option.scannerPort': { en: 'port of the virus scanner; 0 for a free one', ar: 'منفذ فاحص الفيروسات؛ و0 لأي منفذ حر' },
  'option.smtpPort': { en: 'port of the mail server; 0 for a free one', ar: 'منفذ خادم البريد؛ و0 لأي منفذ حر' },
  'option.signOnPort': { en: 'port of the sign-on; 0 for a free one', ar: 'منفذ خدمة الدخول؛ و0 لأي منفذ حر' },
  'usage.port': {
    en: 'Expected a port from 0 to 65535, but found {found}.',
    ar: 'المتوقع منفذ من 0 إلى 65535، لكن وُجد {found}.',
  },
  'run.stopping': { en: 'Stopping…', ar: 'جارٍ الإيقاف…' },
  'run.portTaken': {
    en: 'Expected free ports, but one of {address} is in use; name others, or stop what listens there.',
    ar: 'المتوقع منافذ حرة، لكن أحد {address} مستعمل؛ اذكر غيره أو أوقف ما يستمع عليه.',
  },
  'run.portRefused': {
    en: 'Expected ports this user may listen on, but one of {address} is refused.',
    ar: 'المتوقع منافذ يحق لهذا المستخدم الاستماع عليها، لكن أحد {address} مرفوض.',
  },
  'serve.running': {
    en: 'Masar listens at {url}; data in {data}. Ctrl-C ends it.',
    ar: 'يستمع مسار على {url} وبياناته في {data}. ينتهي بـ Ctrl-C.',
  },
  'sandbox.double': {
    en: 'Doubles for trying out: no real agency, no real money, no message reaches anybody.',
    ar: 'نسخ تجريبية: لا جهة حقيقية ولا مال حقيقي ولا رسالة تصل إلى أحد.',
  },
  'sandbox.databus': { en: 'Data bus (double)', ar: 'ناقل البيانات (نسخة تجريبية)' },
  'sandbox.payments': { en: "Payer's page (double)", ar: 'صفحة الدافع (نسخة تجريبية)' },
  'sandbox.notify': { en: 'Outbox (double)', ar: 'صندوق الصادر (نسخة تجريبية)' },
  'sandbox.smtp': { en: 'Mail server (double)', ar: 'خادم البريد (نسخة تجريبية)' },
  'sandbox.signOn': { en: 'Sign-on (double)', ar: 'خدمة الدخول (نسخة تجريبية)' },
  'sandbox.scanner': { en: 'Virus scanner (double)', ar: 'فاحص الفيروسات (نسخة تجريبية)' },
  'sandbox.config': {
    en: 'A server that speaks to them: masar serve --config {file}',
    ar: 'خادم يتصل بها: masar serve --config {file}',
  },
} as const satisfies Readonly<Record<string, Text>>
