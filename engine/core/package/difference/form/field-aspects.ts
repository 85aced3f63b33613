/** What is said of a question: its words, whether it must be answered, what may be answered, when it is asked. */
import type { Text } from '../../../text.ts'
import { each, of, raw } from '../aspect.ts'
import { inWords } from '../expression-words.ts'
import type { Aspect } from '../thing.ts'
import { same, upper } from '../words.ts'

const REQUIRED = of('required', 'الإلزام', 'whether it must be answered', {
  say: ({ title, after }) =>
    after
      ? { ar: `${title.ar}: أصبح إلزاميًا`, en: `${upper(title.en)} must now be answered` }
      : { ar: `${title.ar}: لم يعد إلزاميًا`, en: `${upper(title.en)} need no longer be answered` },
})

const TYPES: Readonly<Record<string, Text>> = {
  string: { ar: 'نص', en: 'text' },
  number: { ar: 'عدد', en: 'number' },
  integer: { ar: 'عدد صحيح', en: 'whole number' },
  boolean: { ar: 'نعم أو لا', en: 'yes or no' },
  array: { ar: 'قائمة', en: 'list' },
  object: { ar: 'مجموعة', en: 'group' },
}

export const FIELD_ASPECTS: readonly Aspect[] = [
  REQUIRED,
  of('name', 'الاسم في التعبيرات', 'the name in expressions', { show: (value) => same(String(value)) }),
  of('text/label', 'السؤال', 'the words', { renames: true }),
  of('text/hint', 'التلميح', 'the hint'),
  each('text/choices/', 'نص الخيار', 'the words of the choice'),
  each('text/errors/', 'رسالة الخطأ', 'the sentence on the fault'),
  of('schema/type', 'النوع', 'the kind of answer', { show: (value) => TYPES[String(value)] ?? raw(value) }),
  of('schema/enum', 'الخيارات', 'the choices'),
  of('schema/pattern', 'الصيغة المقبولة', 'the form an answer must have'),
  of('schema/format', 'الصيغة', 'the format'),
  of('schema/minLength', 'أقل طول', 'the least length'),
  of('schema/maxLength', 'أكبر طول', 'the greatest length'),
  of('schema/minimum', 'أقل قيمة', 'the least value'),
  of('schema/maximum', 'أكبر قيمة', 'the greatest value'),
  of('schema/minItems', 'أقل عدد', 'the least number'),
  of('schema/maxItems', 'أكبر عدد', 'the greatest number'),
  each('schema/', 'القاعدة', 'the rule'),
  of('section', 'مكانه في النموذج', 'its place in the form', { weight: 'look' }),
  of('ui/rule/condition', 'متى يظهر', 'when it is shown', { show: inWords }),
  of('ui/rule/effect', 'أثر الشرط', 'what its condition does'),
  of('ui/options/visible', 'متى يظهر', 'when it is shown', { show: inWords }),
  of('ui/options/required', 'متى يكون إلزاميًا', 'when it must be answered', { show: inWords }),
  of('ui/options/readonly', 'متى يكون للقراءة فقط', 'when it cannot be changed', { show: inWords }),
  of('ui/options/computed', 'كيف يُحسب', 'how it is computed'),
  of('ui/options/prefill', 'القيمة المبدئية', 'what it begins with'),
  of('ui/options/earliest', 'أول يوم مقبول', 'the first day it takes', { show: inWords }),
  of('ui/options/latest', 'آخر يوم مقبول', 'the last day it takes', { show: inWords }),
  of('ui/options/writable', 'من يغيره', 'who may change it'),
  of('ui/options/readable', 'من يراه', 'who may see it'),
  each('ui/options/choices', 'مصدر الخيارات', 'where its choices come from'),
  each('ui/options/', 'خيار العرض', 'the option', { weight: 'look' }),
  of('ui/label', 'العنوان في الصفحة', 'its words on the page', { renames: true }),
  each('ui/', 'العرض', 'the layout', { weight: 'look' }),
]
