/** What publishing says. */
import type { Weight } from '../../engine/core/package/difference/difference.ts'
import type { Text } from '../../engine/core/text.ts'

export const WEIGHT_WORDS = {
  law: { ar: 'القانون', en: 'Law' },
  money: { ar: 'المال', en: 'Money' },
  people: { ar: 'الناس', en: 'People' },
  course: { ar: 'سير الإجراء', en: 'Course of the procedure' },
  look: { ar: 'المظهر', en: 'Looks' },
} as const satisfies Readonly<Record<Weight, Text>>

export const PUBLISH_WORDS = {
  title: { ar: 'النشر', en: 'Publish' },
  loading: { ar: 'تُقارن المسودة بالإصدار الساري…', en: 'The draft is compared with the version in force…' },
  unreachable: {
    ar: 'تعذر الوصول إلى الخادم. أعد المحاولة عند عودة الاتصال.',
    en: 'The server cannot be reached. Try again when there is a connection.',
  },
  again: { ar: 'أعد المحاولة', en: 'Try again' },
  changes: { ar: 'ما الذي يتغيّر', en: 'What changes' },
  against: { ar: 'مقارنةً بالإصدار {version}', en: 'Compared with version {version}' },
  first: { ar: 'لا إصدار ساريًا بعد: كل شيء جديد.', en: 'No version is in force yet: everything is new.' },
  none: { ar: 'لا فرق عن الإصدار الساري.', en: 'Nothing differs from the version in force.' },
  drawings: { ar: 'الرسم قبل وبعد', en: 'The drawing before and after' },
  before: { ar: 'قبل', en: 'Before' },
  after: { ar: 'بعد', en: 'After' },
  signatures: { ar: 'التواقيع', en: 'Signatures' },
  noSignatures: {
    ar: 'لا تطلب هذه الخدمة توقيع أحد قبل النشر.',
    en: 'This service asks for nobody’s signature before it is published.',
  },
  signed: { ar: '{role}: وقّع {name} في {time}', en: '{role}: signed by {name}, {time}' },
  unsigned: { ar: '{role}: لم يوقّع أحد على هذا المحتوى', en: '{role}: nobody has signed this content' },
  lapsed: {
    ar: '{role}: تغيّر المحتوى بعد التوقيع، فسقط التوقيع',
    en: '{role}: the content changed after it was signed, so the signature is void',
  },
  sign: { ar: 'وقّع باسم {role}', en: 'Sign for {role}' },
  running: { ar: 'الطلبات الجارية', en: 'Applications under way' },
  keep: {
    ar: 'على الإصدار {version}: {count} من الطلبات الجارية، تبقى عليه حتى نهايتها.',
    en: 'On version {version}: {count} under way; they keep it to their end.',
  },
  nobody: { ar: 'لا طلبات جارية.', en: 'No application is under way.' },
  gone: {
    ar: 'في «{step}» {count} من الطلبات: لا توجد هذه الخطوة في الجديد، فلا يمكن نقلها إليه.',
    en: '{count} stand at “{step}”, which the new version does not have: they could not be taken over to it.',
  },
  kind: {
    ar: 'في «{step}» {count} من الطلبات: تغيّر نوع هذه الخطوة، فلا يمكن نقلها إليه.',
    en: '{count} stand at “{step}”, which is another kind of step now: they could not be taken over to it.',
  },
  version: { ar: 'رقم الإصدار الجديد', en: 'Number of the new version' },
  remark: { ar: 'ملاحظة تُحفظ مع النشر', en: 'A remark kept with it' },
  publish: { ar: 'انشر الإصدار {version}', en: 'Publish version {version}' },
  publishAsk: {
    ar: 'يسري الإصدار {version} على كل طلب جديد فورًا. ما نُشر لا يُغيَّر بعد ذلك.',
    en: 'Version {version} holds for every new application at once. What is published is never changed afterwards.',
  },
  unsaved: { ar: 'لم يُحفظ آخر تعديل بعد؛ انتظر حفظه.', en: 'Your last change is not saved yet; wait until it is.' },
  record: { ar: 'ما نُشر', en: 'What was published' },
  published: { ar: 'الإصدار {version}: نشره {name} في {time}', en: 'Version {version}: published by {name}, {time}' },
  restored: {
    ar: 'الإصدار {version}: أعاد به {name} محتوى {earlier} في {time}',
    en: 'Version {version}: the content of {earlier} again, by {name}, {time}',
  },
  back: { ar: 'عُد إلى الإصدار {version}', en: 'Go back to version {version}' },
  backAsk: {
    ar: 'الإصدارات المنشورة لا تُغيَّر: يُنشر محتوى {version} من جديد برقم أعلى. تبقى الطلبات الجارية على إصداراتها.',
    en: 'Published versions are never changed: the content of {version} is published again under a higher number. Applications under way keep their versions.',
  },
} as const satisfies Readonly<Record<string, Text>>
