/** What the page says of a certificate, in both languages: of the mark in its QR code, and of the register. */
import type { Text } from '../../../core/text.ts'

/** good: rely on it. open: something is left to ask. bad: do not rely on it. */
export type Tone = 'good' | 'open' | 'bad'

export interface Verdict extends Text {
  readonly tone: Tone
}

/** Of the signed mark; browser.js says which. */
export const MARK_VERDICTS = {
  genuine: {
    tone: 'open',
    ar: 'التوقيع أصلي: صدرت الشهادة عن الجهة المذكورة أدناه ولم يُغيَّر فيها شيء.',
    en: 'The signature is genuine: the agency below issued this certificate, and nothing in it was changed.',
  },
  inForce: {
    tone: 'good',
    ar: 'الشهادة أصلية وسارية: التوقيع صحيح، وسجل الجهة المصدرة يؤكد سريانها في هذه اللحظة.',
    en: 'The certificate is genuine and in force: the signature is right, and the register of the agency confirms it now.',
  },
  expired: {
    tone: 'bad',
    ar: 'التوقيع أصلي، لكن مدة صلاحية الشهادة انتهت.',
    en: 'The signature is genuine, but the certificate is no longer valid: its time is over.',
  },
  forged: {
    tone: 'bad',
    ar: 'التوقيع غير صحيح: الشهادة مزوّرة أو جرى تغييرها. لا تعتمد عليها.',
    en: 'The signature is wrong: the certificate is forged or was altered. Do not rely on it.',
  },
  unknown: {
    tone: 'bad',
    ar: 'وُقّعت الشهادة بمفتاح لا يعرفه هذا الموقع. لا تعتمد عليها قبل سؤال الجهة المصدرة.',
    en: 'The certificate is signed with a key this site does not know. Do not rely on it before asking the agency.',
  },
  malformed: {
    tone: 'bad',
    ar: 'الرمز غير مكتمل أو ليس رمز شهادة. امسحه مرة أخرى، أو أدخل الرقم المتسلسل أدناه.',
    en: 'The code is incomplete or not that of a certificate. Scan it again, or enter the serial number below.',
  },
  unable: {
    tone: 'open',
    ar: 'لا يستطيع هذا المتصفح فحص التوقيع. حدّثه، أو أدخل الرقم المتسلسل أدناه.',
    en: 'This browser cannot check the signature. Update it, or enter the serial number below.',
  },
} as const satisfies Readonly<Record<string, Verdict>>

/** Of the register, where a revocation is written. */
export const REGISTER_VERDICTS = {
  valid: {
    tone: 'good',
    ar: 'الشهادة سارية بحسب سجل الجهة المصدرة في هذه اللحظة.',
    en: 'The register of the agency says that the certificate is in force at this moment.',
  },
  revoked: {
    tone: 'bad',
    ar: 'أُلغيت هذه الشهادة بعد إصدارها. لا تعتمد عليها.',
    en: 'The certificate was revoked after it was issued. Do not rely on it.',
  },
  expired: {
    tone: 'bad',
    ar: 'انتهت مدة صلاحية هذه الشهادة.',
    en: 'The time of this certificate is over.',
  },
  missing: {
    tone: 'bad',
    ar: 'لا توجد في السجل شهادة بهذا الرقم. تحقّق من الرقم، أو اسأل الجهة المصدرة.',
    en: 'The register has no certificate with this number. Check the number, or ask the agency.',
  },
  unreachable: {
    tone: 'open',
    ar: 'تعذّر الوصول إلى السجل: لم نتحقق مما إذا كانت الشهادة قد أُلغيت. أعد المحاولة عند توفر الاتصال.',
    en: 'The register cannot be reached: whether the certificate was revoked is not known. Try again when online.',
  },
} as const satisfies Readonly<Record<string, Verdict>>

/** What the mark says, in the order in which it is shown. */
export const CLAIMS = {
  sub: { ar: 'الرقم المتسلسل', en: 'Serial number' },
  iss: { ar: 'الجهة المصدرة', en: 'Issued by' },
  doc: { ar: 'نوع الشهادة', en: 'Kind of certificate' },
  name: { ar: 'اسم صاحب الشهادة', en: 'Name of the holder' },
  id4: { ar: 'آخر أربعة أرقام من هويته', en: 'Last four of their id' },
  iat: { ar: 'تاريخ الإصدار', en: 'Issued on' },
  exp: { ar: 'صالحة حتى', en: 'Valid until' },
} as const satisfies Readonly<Record<string, Text>>

export const PAGE_WORDS = {
  title: { ar: 'التحقق من شهادة', en: 'Verify a certificate' },
  scan: {
    ar: 'امسح رمز QR المطبوع على الشهادة بكاميرا هاتفك، فتُفتح هذه الصفحة وتفحص التوقيع في جهازك.',
    en: 'Scan the QR code on the certificate with your phone: this page opens and checks the signature on your device.',
  },
  compare: {
    ar: 'قارن هذه البيانات بالورقة التي بين يديك: يجب أن تكون متطابقة.',
    en: 'Compare this with the paper in your hands: it must be the same.',
  },
  ask: { ar: 'اسأل السجل بالرقم المتسلسل', en: 'Ask the register by serial number' },
  serial: { ar: 'الرقم المتسلسل', en: 'Serial number' },
  submit: { ar: 'تحقّق', en: 'Verify' },
  privacy: {
    ar: 'لا يُرسل اسم صاحب الشهادة ولا رمزها إلى أي خادم. يُسأل السجل عن الرقم المتسلسل فقط.',
    en: 'Neither the name of the holder nor the code is sent to any server. Only the serial number is asked of the register.',
  },
} as const satisfies Readonly<Record<string, Text>>
