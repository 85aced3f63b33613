/** What the page of an application says: how it stands, what happened, what is to be done. */
import type { Text } from '../../../../core/text.ts'

export const APPLICATION_WORDS = {
  reference: { ar: 'رقم الطلب: {reference}', en: 'Reference number: {reference}' },
  sentBy: { ar: 'قدّمه باسم الشركة {person}', en: 'sent for the company by {person}' },
  standing: { ar: 'أين وصل طلبك', en: 'How it stands' },
  happened: { ar: 'ما جرى حتى الآن', en: 'What has happened so far' },
  papers: { ar: 'وثائق صدرت لك', en: 'Documents issued to you' },
  givenPapers: { ar: 'ملفات سلّمتها', en: 'Files you handed in' },
  download: { ar: 'تنزيل {name}', en: 'Download {name}' },
  messages: { ar: 'رسائل أُرسلت إليك', en: 'Messages sent to you' },
  notes: { ar: 'كتبت إليك الجهة', en: 'The agency wrote to you' },
  notSent: { ar: 'لم تخرج بعد', en: 'not sent yet' },
  bySms: { ar: 'رسالة قصيرة إلى {to}', en: 'SMS to {to}' },
  byEmail: { ar: 'بريد إلكتروني إلى {to}', en: 'E-mail to {to}' },
  accesses: { ar: 'من اطّلع على بياناتي، ومتى، ولماذا', en: 'Who read my data, when and why' },
} as const satisfies Readonly<Record<string, Text>>

/** Under "How it stands". */
export const STANDING_WORDS = {
  answer: { ar: 'مطلوب منك جواب', en: 'You are asked for an answer' },
  answerNow: { ar: 'أجب الآن', en: 'Answer now' },
  answerUntil: { ar: 'أجب قبل {day}.', en: 'Answer before {day}.' },
  pay: { ar: 'مطلوب منك الدفع', en: 'You are asked to pay' },
  payHow: { ar: 'ادفع {money} بإحدى هذه الطرق، قبل {day}:', en: 'Pay {money} in one of these ways, before {day}:' },
  payRequest: {
    ar: 'وافق على طلب الدفع الذي وصل محفظتك أو مصرفك ({to}).',
    en: 'Approve the payment request that reached your wallet or bank ({to}).',
  },
  payPage: { ar: 'افتح صفحة الدفع', en: 'Open the payment page' },
  payCash: {
    ar: 'أو ادفع نقدًا لدى أي وكيل للدفع برقم الفاتورة {bill}.',
    en: 'Or pay in cash at any payment agent, with the bill number {bill}.',
  },
  payOnce: {
    ar: 'لن يُطلب منك المبلغ نفسه مرتين. بعد الدفع تتغير هذه الصفحة وحدها خلال لحظات؛ أعد فتحها.',
    en: 'You are never charged twice. After you have paid, this page changes within moments; open it again.',
  },
  verifying: { ar: 'نتحقق من دفعتك', en: 'Your payment is being verified' },
  verifyingSays: {
    ar: 'لم يخبرنا نظام الدفع بعد هل وصل مبلغ {money} (فاتورة {bill}). لا تدفع ثانية: إن كان قد خُصم فسيُحسب لك، وإن لم يُخصم فسنطلبه من جديد.',
    en: 'The payment system has not yet told us whether {money} (bill {bill}) arrived. Do not pay again: if it was taken it counts for you, and if it was not we will ask for it anew.',
  },
  with: { ar: 'طلبك الآن لدى: {holder}', en: 'It is now with: {holder}' },
  withStep: { ar: '{step}، منذ {since}.', en: '{step}, since {since}.' },
  due: { ar: 'موعد إنجاز هذه الخطوة: {day}.', en: 'This step is due on {day}.' },
  overdue: {
    ar: 'كان موعد هذه الخطوة {day}، وقد تأخرت.',
    en: 'This step was due on {day}, and is late.',
  },
  term: { ar: 'المدة المقررة: {term}، {duration}.', en: 'The time set for it: {term}, {duration}.' },
  article: { ar: 'السند: {law}', en: 'Under: {law}' },
  runs: { ar: '{term}: {duration}، أي حتى {day}.', en: '{term}: {duration}, that is until {day}.' },
  why: { ar: 'كيف حُسبت المدة', en: 'How this is counted' },
  standsByHand: {
    ar: 'المدة متوقفة بقرار حتى {day} على الأكثر، بموجب {law}: {reason}',
    en: 'The time stands still by decision until {day} at the latest, under {law}: {reason}',
  },
  runsLate: { ar: '{term}: {duration}، وقد انقضت في {day}.', en: '{term}: {duration}, which ended on {day}.' },
  standsStill: {
    ar: '{term}: {duration}، والمدة متوقفة منذ {day} ولا تُحسب حتى يُستكمل المطلوب.',
    en: '{term}: {duration}. The time stands still since {day} and does not count until what is missing is there.',
  },
  nothing: { ar: 'لا شيء مطلوب منك الآن.', en: 'You have nothing to do now.' },
  waiting: { ar: 'طلبك بانتظار: {what}', en: 'It waits for: {what}' },
  waitingSince: { ar: 'منذ {since}.', en: 'Since {since}.' },
  held: { ar: 'طلبك موقوف مؤقتًا', en: 'Your application is held' },
  heldSays: {
    ar: 'أوقفت الجهة طلبك مؤقتًا، ويُستأنف من حيث توقف. لا يضيع شيء مما قدّمت.',
    en: 'The agency holds your application for now. It goes on where it stopped; nothing you gave is lost.',
  },
  fault: { ar: 'توقف طلبك لخلل عندنا', en: 'Your application stands still because of a fault of ours' },
  faultSays: {
    ar: 'منذ {since}. يرى المشغّلون ذلك ويعملون على إصلاحه. لا تقدّم طلبًا جديدًا؛ لا يضيع شيء.',
    en: 'Since {since}. The operators see it and are mending it. Do not apply again; nothing is lost.',
  },
  calledOff: { ar: 'أُلغي طلبك', en: 'Your application was called off' },
  over: { ar: 'انتهت معالجة طلبك', en: 'Your application is finished' },
  handled: { ar: 'عولج طلبك', en: 'Your application has been handled' },
  reached: { ar: 'النتيجة: {name}', en: 'Outcome: {name}' },
  refused: { ar: 'رُفض طلبك', en: 'Your application was refused' },
  grounds: { ar: 'أسباب الرفض', en: 'Why' },
  appeal: { ar: 'حقك في الاعتراض', en: 'Your right to appeal' },
  appealSays: {
    ar: 'لك أن تعترض خلال {days}، أي حتى {day}، لدى: {to}.',
    en: 'You may appeal within {days}, that is until {day}, to: {to}.',
  },
  appealKeep: {
    ar: 'كتاب القرار بين وثائقك أدناه؛ أرفقه باعتراضك.',
    en: 'The decision letter is among your documents below; attach it to your appeal.',
  },
} as const satisfies Readonly<Record<string, Text>>

/** One line of what happened. */
export const TIMELINE_WORDS = {
  received: { ar: 'وصل طلبك', en: 'Your application was received' },
  consent_signed: {
    ar: 'قدّمه عنك موظف الجهة، بموافقتك الموقّعة.',
    en: 'Staff of the agency applied for you, with your signed consent.',
  },
  consent_spoken: {
    ar: 'قدّمه عنك موظف الجهة، بموافقتك شفاهةً.',
    en: 'Staff of the agency applied for you, with your consent by word of mouth.',
  },
  consent_representative: {
    ar: 'قدّمه عنك موظف الجهة، بموافقة وكيلك القانوني.',
    en: 'Staff of the agency applied for you, with the consent of your legal representative.',
  },
  stepNow: { ar: 'جارٍ', en: 'under way' },
  stepDone: { ar: 'تم', en: 'done' },
  stepCalledOff: { ar: 'لم يُستكمل', en: 'not completed' },
  stepBy: { ar: 'لدى: {holder}', en: 'with: {holder}' },
  untilDay: { ar: 'حتى {day}', en: 'until {day}' },
  asked: { ar: 'سُئلتَ: {name}', en: 'You were asked: {name}' },
  question: { ar: 'السؤال: {question}', en: 'The question: {question}' },
  answered: { ar: 'أجبتَ في {day}', en: 'You answered on {day}' },
  lapsed: { ar: 'انتهت المهلة دون جواب', en: 'The time ran out without an answer' },
  feeAsked: { ar: 'طُلب منك دفع {money} (فاتورة {bill})', en: 'You were asked to pay {money} (bill {bill})' },
  feePaid: { ar: 'دُفع {money}، إيصال رقم {receipt}', en: '{money} was paid, receipt {receipt}' },
  feeNotPaid: { ar: 'لم يُدفع {money} (فاتورة {bill})', en: '{money} was not paid (bill {bill})' },
  feeUnknown: {
    ar: 'نتحقق من دفع {money} (فاتورة {bill})',
    en: 'The payment of {money} is being verified (bill {bill})',
  },
  refundAsked: { ar: 'تقرر رد {money} إليك', en: '{money} is to be given back to you' },
  refundGiven: { ar: 'رُدّ إليك {money}', en: '{money} was given back to you' },
  refundNotTaken: {
    ar: 'لم يقبل مصرفك {money} المردود؛ تتابع الجهة ذلك',
    en: 'Your bank did not take {money} back; the agency is following it up',
  },
  paper: { ar: 'صدرت لك وثيقة: {name}', en: 'A document was issued to you: {name}' },
  refused: { ar: 'صدر قرار بالرفض', en: 'It was decided to refuse it' },
  reached: { ar: 'النتيجة: {name}', en: 'Outcome: {name}' },
  held: { ar: 'أُوقف الطلب مؤقتًا', en: 'It was held' },
  goesOn: { ar: 'استؤنف الطلب', en: 'It goes on' },
  over: { ar: 'انتهت المعاملة', en: 'It is finished' },
  calledOff: { ar: 'أُلغي الطلب', en: 'It was called off' },
} as const satisfies Readonly<Record<string, Text>>

export const HOLDER_WORDS = {
  applicant: { ar: 'أنت', en: 'you' },
  participant: { ar: 'شخص آخر مشارك في الطلب', en: 'another person who takes part' },
  system: { ar: 'أنظمة الجهة', en: 'the agency’s systems' },
  register: { ar: 'سجل جهة أخرى، عبر ناقل البيانات', en: 'another agency’s register, over the data bus' },
  staff: { ar: 'موظفو الجهة', en: 'staff of the agency' },
} as const satisfies Readonly<Record<string, Text>>
