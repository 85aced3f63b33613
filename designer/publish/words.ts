/** What publishing says. */
import type { Weight } from '../../engine/core/package/difference/difference.ts'
import type { Text } from '../../engine/core/text.ts'

export const WEIGHT_WORDS = {
  service: { ar: 'هوية الخدمة', en: 'Which service it is, and whose' },
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
  toCorrect: {
    ar: 'لا يُنشر ما فيه أخطاء. للتصحيح أولًا: {count}',
    en: 'Nothing with errors is published. To correct first: {count}',
  },
  toFindings: { ar: 'إلى الملاحظات', en: 'To the findings' },
  again: { ar: 'أعد المحاولة', en: 'Try again' },
  changes: { ar: 'ما الذي يتغيّر', en: 'What changes' },
  against: { ar: 'مقارنةً بالإصدار {version}', en: 'Compared with version {version}' },
  behindBase: {
    ar: 'فُتحت هذه المسودة من الإصدار {base}، ولم يعد ساريًا: الساري الآن {version}. نشرها يلغي ما جاء بعد {base} وليس فيها؛ وهو مذكور فيما يلي.',
    en: 'This draft was opened from version {base}, which is no longer in force: {version} is. Publishing it takes back what came after {base} and is not in it; that is among what follows.',
  },
  behindRestored: {
    ar: 'فُتحت هذه المسودة من الإصدار {base}، وقد رُدّ عنه: الساري الآن {version} بمحتوى {earlier}. نشرها يعيد ما رُدّ عنه؛ وهو مذكور فيما يلي.',
    en: 'This draft was opened from version {base}, which was gone back from: {version} is in force, with the content of {earlier}. Publishing it brings back what was taken back; that is among what follows.',
  },
  newService: { ar: 'خدمة جديدة', en: 'A new service' },
  first: {
    ar: 'لا إصدار ساريًا بعد. هذه خلاصة ما سيُنشر لأول مرة.',
    en: 'No version is in force yet. This is what will be published for the first time, in short.',
  },
  everything: { ar: 'كل ما فيها، واحدًا واحدًا', en: 'Everything in it, one by one' },
  none: { ar: 'لا فرق عن الإصدار الساري.', en: 'Nothing differs from the version in force.' },
  drawings: { ar: 'المخطط قبل وبعد', en: 'The drawing before and after' },
  before: { ar: 'قبل', en: 'Before' },
  after: { ar: 'بعد', en: 'After' },
  noSide: { ar: 'لا وجود لهذا المخطط هنا.', en: 'There is no such drawing on this side.' },
  undrawn: { ar: 'لا يمكن عرض هذا المخطط.', en: 'This drawing cannot be shown.' },
  added: { ar: 'جديد', en: 'New' },
  removed: { ar: 'حُذف', en: 'Removed' },
  changed: { ar: 'تغيّر', en: 'Changed' },
  lastChange: { ar: 'التغيير السابق', en: 'Previous change' },
  nextChange: { ar: 'التغيير التالي', en: 'Next change' },
  wholeDrawing: { ar: 'المخطط كله', en: 'Whole drawing' },
  changeOf: { ar: 'التغيير {number} من {all}:', en: 'Change {number} of {all}:' },
  goThere: { ar: 'افتحه', en: 'Open it' },
  behind: {
    ar: 'تغيّرت المسودة؛ تُقارن من جديد…',
    en: 'The draft has changed; it is compared again…',
  },
  newsPublished: {
    ar: 'نُشر إصدار آخر من هذه الخدمة في هذه الأثناء: {version}. ما تراه الآن مقارنة به، والتواقيع السابقة سقطت.',
    en: 'Another version of this service was published meanwhile: {version}. What you see is held against it now; signatures given before are void.',
  },
  newsSigned: { ar: 'وقّع زميل في هذه الأثناء.', en: 'A colleague has signed meanwhile.' },
  done: { ar: 'الإصدار {version} سارٍ الآن.', en: 'Version {version} is in force now.' },
  wentBack: {
    ar: 'عاد العمل بما في الإصدار {version}، تحت رقم جديد.',
    en: 'What version {version} holds is in force again, under a new number.',
  },
  draftStays: {
    ar: 'المسودة لم تتغيّر: ما رُدّ عنه ما زال فيها، ويعود إن نُشرت.',
    en: 'The draft has not changed: what was taken back is still in it, and returns if it is published.',
  },
  watch: { ar: 'تابعه وهو يعمل', en: 'See it at work' },
  signatures: { ar: 'التواقيع', en: 'Signatures' },
  noSignatures: {
    ar: 'لا تطلب هذه الخدمة توقيع أحد قبل النشر.',
    en: 'This service asks for nobody’s signature before it is published.',
  },
  signed: { ar: '{role}: وقّع {name} في {time}', en: '{role}: signed by {name}, {time}' },
  unsigned: { ar: '{role}: لم يوقّع أحد على هذا المحتوى', en: '{role}: nobody has signed this content' },
  lapsed: {
    ar: '{role}: تغيّر المحتوى أو الإصدار الساري بعد التوقيع، فسقط التوقيع',
    en: '{role}: the content or the version in force changed after it was signed, so the signature is void',
  },
  canSign: { ar: 'يمكن أن يوقّع: {people}', en: 'Can sign: {people}' },
  nobodyCanSign: {
    ar: 'لا أحد في جهتك يمكنه التوقيع: إما لا أحد في هذه المجموعة، أو عدّل أعضاؤها هذه المسودة. اطلب من المشغّل إضافة من يوقّع.',
    en: 'Nobody of your agency can sign: nobody is in this group, or its members changed this draft. Ask the operator to add who signs.',
  },
  ownChange: {
    ar: 'لا توقّع أنت: عدّلت هذه المسودة منذ الإصدار الساري.',
    en: 'Not you: you changed this draft since the version in force.',
  },
  otherRole: { ar: 'لا توقّع أنت: وقّعت هذا المحتوى باسم آخر.', en: 'Not you: you signed this content for another role.' },
  signAsk: {
    ar: 'بتوقيعك تقرّ بأن ما يتغيّر في هذه الخدمة مقارنةً بالإصدار {version} صحيح من جهة {role}. أي تعديل بعده يُسقط التوقيع.',
    en: 'By signing you say for {role} that what changes in this service against version {version} is right. Any change after it voids the signature.',
  },
  signFirst: {
    ar: 'بتوقيعك تقرّ بأن هذه الخدمة الجديدة صحيحة من جهة {role}. أي تعديل بعده يُسقط التوقيع.',
    en: 'By signing you say for {role} that this new service is right. Any change after it voids the signature.',
  },
  remarkSigned: { ar: 'ملاحظة تُحفظ مع التوقيع', en: 'A remark kept with the signature' },
  missing: {
    ar: 'لا يُنشر قبل أن يوقّع: {roles}',
    en: 'It is not published before these have signed: {roles}',
  },
  sign: { ar: 'وقّع باسم {role}', en: 'Sign for {role}' },
  running: { ar: 'الطلبات الجارية', en: 'Applications under way' },
  keep: {
    ar: 'على الإصدار {version}: {applications} قيد العمل. كل طلب يبقى عليه حتى نهايته.',
    en: 'On version {version}: {applications} under way. Each keeps it to its end.',
  },
  nobody: { ar: 'لا طلبات جارية.', en: 'No application is under way.' },
  gone: {
    ar: 'في «{step}»: {applications}. لا توجد هذه الخطوة في الجديد، فلا يُنقل إليه ما يقف عندها.',
    en: 'At “{step}”: {applications}. The new version does not have this step, so what stands there could not be taken over to it.',
  },
  kind: {
    ar: 'في «{step}»: {applications}. تغيّر نوع هذه الخطوة، فلا يُنقل إلى الجديد ما يقف عندها.',
    en: 'At “{step}”: {applications}. It is another kind of step in the new version, so what stands there could not be taken over to it.',
  },
  version: { ar: 'رقم الإصدار الجديد', en: 'Number of the new version' },
  remark: { ar: 'ملاحظة تُحفظ مع النشر', en: 'A remark kept with it' },
  publish: { ar: 'انشر الإصدار {version}', en: 'Publish version {version}' },
  publishAsk: {
    ar: 'يسري الإصدار {version} على كل طلب جديد فورًا. ما نُشر لا يُغيَّر بعد ذلك.',
    en: 'Version {version} holds for every new application at once. What is published is never changed afterwards.',
  },
  record: { ar: 'ما نُشر', en: 'What was published' },
  published: { ar: 'الإصدار {version}: نشره {name} في {time}', en: 'Version {version}: published by {name}, {time}' },
  restored: {
    ar: 'الإصدار {version}: أعاد به {name} محتوى {earlier} في {time}',
    en: 'Version {version}: the content of {earlier} again, by {name}, {time}',
  },
  backTitle: { ar: 'العودة إلى إصدار سابق', en: 'Going back to an earlier version' },
  backHint: {
    ar: 'إن ظهر خطأ في الإصدار الساري، عُد إلى محتوى إصدار قبله؛ يُعرض الفرق قبل أن يُنشر.',
    en: 'Where the version in force turns out wrong, go back to the content of one before it; you see the difference before it is published.',
  },
  backLoading: { ar: 'يُقارن الإصداران…', en: 'The two versions are compared…' },
  backChanges: {
    ar: 'ما الذي يتغيّر عن الإصدار الساري {version}',
    en: 'What changes against version {version}, which is in force',
  },
  back: { ar: 'عُد إلى الإصدار {version}', en: 'Go back to version {version}' },
  backAsk: {
    ar: 'الإصدارات المنشورة لا تُغيَّر: يُنشر محتوى {version} من جديد برقم {next}، ويسري على كل طلب جديد فورًا.',
    en: 'Published versions are never changed: the content of {version} is published again as {next}, for every new application at once.',
  },
} as const satisfies Readonly<Record<string, Text>>
