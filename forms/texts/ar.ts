/** ما يقوله النموذج بالعربية · What a form says in Arabic. */
import { dayOf } from './day.ts'
import { kindsOf, sizeOf } from './size.ts'
import type { FormWords } from './texts.ts'

interface Counted {
  readonly one: string
  readonly two: string
  /** From three to ten. */
  readonly few: string
  readonly many: string
}

const LETTERS: Counted = { one: 'حرف واحد', two: 'حرفان', few: 'أحرف', many: 'حرفًا' }
const ENTRIES: Counted = { one: 'عنصر واحد', two: 'عنصران', few: 'عناصر', many: 'عنصرًا' }

/** After a particle the dual changes its ending: "عن حرفين". */
function count(value: unknown, { one, two, few, many }: Counted): string {
  const number = Number(value)
  if (number === 1) return one
  if (number === 2) return two.replace(/ان$/, 'ين')
  const rest = number % 100
  return `${String(number)} ${rest >= 3 && rest <= 10 ? few : many}`
}

export const ar: FormWords = {
  errors: {
    required: (label) => `أجب عن «${label}»`,
    choose: (label) => `اختر جوابًا عن «${label}»`,
    chooseSome: (label) => `اختر جوابًا واحدًا على الأقل عن «${label}»`,
    declaration: (label) => `ضع علامة في المربع للتأكيد: ${label}`,
    type: (label) => `«${label}» غير مكتوب كما يجب`,
    number: (label) => `يجب أن يكون «${label}» رقمًا، مثل 12`,
    integer: (label) => `يجب أن يكون «${label}» عددًا صحيحًا، مثل 12`,
    minLength: (label, { limit }) => `يجب ألا يقل «${label}» عن ${count(limit, LETTERS)}`,
    maxLength: (label, { limit }) => `يجب ألا يزيد «${label}» عن ${count(limit, LETTERS)}`,
    minimum: (label, { limit }) => `يجب أن يكون «${label}» ${String(limit)} أو أكثر`,
    maximum: (label, { limit }) => `يجب أن يكون «${label}» ${String(limit)} أو أقل`,
    exclusiveMinimum: (label, { limit }) => `يجب أن يكون «${label}» أكثر من ${String(limit)}`,
    exclusiveMaximum: (label, { limit }) => `يجب أن يكون «${label}» أقل من ${String(limit)}`,
    multipleOf: (label, { multipleOf }) => `يجب أن يكون «${label}» من مضاعفات ${String(multipleOf)}`,
    pattern: (label) => `«${label}» غير مكتوب كما هو مطلوب؛ انظر الإرشاد بجانبه`,
    format: (label) => `«${label}» غير مكتوب كما يجب`,
    date: (label) => `يجب أن يكون «${label}» تاريخًا صحيحًا، مثل 27 3 2026`,
    earliest: (label, { limit }) => `يجب أن يكون «${label}» في ${dayOf(limit, 'ar')} أو بعده`,
    latest: (label, { limit }) => `يجب أن يكون «${label}» في ${dayOf(limit, 'ar')} أو قبله`,
    email: (label) => `يجب أن يكون «${label}» عنوان بريد إلكتروني، مثل name@example.ps`,
    phone: (label) => `يجب أن يكون «${label}» رقم هاتف، مثل \u2066+970 599 123 456\u2069`,
    nationalId: (label) => `يجب أن يتكون «${label}» من تسعة أرقام`,
    file: (label) => `اختر ملفًا لـ«${label}» وارفعه`,
    time: (label) => `يجب أن يكون «${label}» وقتًا من اليوم، مثل 09:30`,
    iban: (label) =>
      `يجب أن يكون «${label}» رقم آيبان: حرفان ورقمان ثم الحساب، مثل \u2066PS92 PALS 0000 0000 0400 1234 5670 2\u2069`,
    ibanCheck: (label) => `في «${label}» خطأ: رقما التدقيق لا يطابقان؛ قارنه ببطاقة البنك أو كتابه`,
    checkDigit: (label) => `في «${label}» خطأ: الرقم الأخير لا يطابق ما قبله`,
    signature: (label) => `وقّع باسمك أنت: ${label}`,
    money: (label) => `يجب أن يكون «${label}» مبلغًا من المال، مثل 25.00`,
    enum: (label) => `اختر أحد الأجوبة المعروضة عن «${label}»`,
    const: (label) => `لا يصح الجواب عن «${label}» بهذا الشكل`,
    oneOf: (label) => `لا يصح الجواب عن «${label}» بهذا الشكل`,
    anyOf: (label) => `لا يصح الجواب عن «${label}» بهذا الشكل`,
    not: (label) => `لا يصح الجواب عن «${label}» بهذا الشكل`,
    contains: (label) => `ينقص «${label}» عنصر يجب أن يكون فيه`,
    minItems: (label, { limit }) => `أضف إلى «${label}» ما لا يقل عن ${count(limit ?? 1, ENTRIES)}`,
    maxItems: (label, { limit }) => `لا يزيد «${label}» عن ${count(limit, ENTRIES)}`,
    uniqueItems: (label) => `تكرر شيء في «${label}»`,
    minProperties: (label) => `أكمل «${label}»`,
    maxProperties: (label) => `في «${label}» أكثر مما يجوز`,
    additionalProperties: () => 'وصل ما لا يسأل عنه النموذج',
    unevaluatedProperties: () => 'وصل ما لا يسأل عنه النموذج',
    propertyNames: () => 'وصل ما لا يسأل عنه النموذج',
    unasked: (label) => `تعذّر جلب الخيارات المتاحة لـ«${label}»؛ أعد المحاولة بعد قليل`,
    fileSize: (label, { limit }) => `حجم ملف «${label}» أكبر من المسموح: ${sizeOf(Number(limit), 'ar')} على الأكثر`,
    fileKind: (label, { allowedValues, allowedValue }) =>
      `نوع ملف «${label}» لا يقبله هذا السؤال؛ المقبول: ${kindsOf(allowedValues ?? allowedValue).join('، ')}`,
    'attachment.kind': (label) => `نوع ملف «${label}» غير مقبول؛ احفظه بصيغة PDF أو JPEG أو PNG`,
    'attachment.too-large': (label) => `حجم ملف «${label}» أكبر من المسموح؛ صغّره`,
    'attachment.empty': (label) => `ملف «${label}» فارغ؛ اختر غيره`,
    'attachment.damaged': (label) => `ملف «${label}» تالف أو غير مكتمل؛ احفظه من جديد`,
    'attachment.encrypted': (label) => `ملف «${label}» محمي بكلمة مرور؛ احفظه بدونها`,
    'attachment.disguised': (label) => `ملف «${label}» يجمع نوعين في آن واحد؛ اطبعه أو احفظه من جديد`,
    'attachment.vast': (label) => `أبعاد صورة «${label}» أكبر من المسموح؛ صغّرها`,
    'attachment.infected': (label) => `عُثر في ملف «${label}» على ما يضرّ بالأجهزة`,
    'attachment.limit': () => `قدّمت اليوم ملفات كثيرة؛ أكمل غدًا`,
    'scanner.unavailable': (label) => `تعذّر فحص ملف «${label}» حاليًا؛ أعد المحاولة بعد قليل`,
    depth: () => 'وصل أكثر مما يتسع له النموذج',
  },
  optional: 'اختياري',
  errorTitle: 'يلزم تصحيح ما يلي',
  errorMark: 'خطأ:',
  choose: 'اختر',
  refreshChoices: 'اجلب الخيارات من جديد',
  asking: {
    waits: 'تتوقف الخيارات على إجابات لم تُكتب بعد.',
    unasked: 'لم تُجلب الخيارات لهذه الإجابات بعد.',
    fetching: 'تُجلب الخيارات…',
    failed: 'السجل الذي يعرف الخيارات لا يجيب الآن. ما كتبته محفوظ؛ أعد المحاولة بعد قليل.',
    nothing: 'لا شيء في السجل للاختيار منه لهذه الإجابات.',
  },
  someFit: 'الإجابات المطابقة: {count}',
  noneFits: 'لا إجابة تطابق ما كتبت',
  day: 'اليوم',
  month: 'الشهر',
  year: 'السنة',
  hijri: 'بالهجري:',
  currency: 'العملة',
  add: 'أضف آخر',
  upload: 'ارفع الملف',
  uploading: 'يُرسل {name}',
  uploadChecking: 'يُفحص {name}',
  uploadCancel: 'إلغاء',
  uploadAgain: 'أعد المحاولة',
  uploadTaken: 'استُلم {name}.',
  uploadFailed: 'تعذّر إرسال {name}: انقطع الاتصال. ما زال الملف مختارًا هنا.',
  uploadSignedOut: 'تعذّر إرسال {name}: انتهت جلستك. سجّل الدخول في نافذة أخرى ثم أعد المحاولة هنا.',
  uploadCanceled: 'لم يُرسل {name}.',
  remove: 'احذف',
  entry: 'العنصر',
  yes: 'نعم',
  no: 'لا',
  mostCharacters: (most) => `${count(most, LETTERS)} على الأكثر`,
  notAnswered: 'لا جواب',
}
