/** What the inspector says of the first and last day a date may be. */
import type { Text } from '../../../engine/core/text.ts'

export const DAY_WORDS = {
  earliest: { ar: 'أول يوم مقبول', en: 'The first day it takes' },
  latest: { ar: 'آخر يوم مقبول', en: 'The last day it takes' },
  none: { ar: 'بلا حد', en: 'No limit' },
  today: { ar: 'يوم ملء النموذج', en: 'The day the form is filled in' },
  before: { ar: 'قبل يوم ملء النموذج بمدة', en: 'So long before the form is filled in' },
  after: { ar: 'بعد يوم ملء النموذج بمدة', en: 'So long after the form is filled in' },
  day: { ar: 'يوم بعينه', en: 'A certain day' },
  question: { ar: 'جواب سؤال آخر', en: 'The answer to another question' },
  own: { ar: 'تعبير FEEL', en: 'A FEEL expression' },
  howMany: { ar: 'المدة', en: 'How long' },
  unit: { ar: 'الوحدة', en: 'Unit' },
  D: { ar: 'أيام', en: 'days' },
  W: { ar: 'أسابيع', en: 'weeks' },
  M: { ar: 'أشهر', en: 'months' },
  Y: { ar: 'سنوات', en: 'years' },
  whichDay: { ar: 'اليوم المقصود', en: 'Which day' },
  whichQuestion: { ar: 'السؤال', en: 'The question' },
  expression: { ar: 'التعبير', en: 'The expression' },
  expressionHint: {
    ar: 'يعطي تاريخًا، مثل ‎today() + duration("P3M")‎',
    en: 'Gives a date, such as today() + duration("P3M")',
  },
} satisfies Readonly<Record<string, Text>>
