/** What is said of papers and of the squares on them. */
import type { Text } from '../../engine/core/text.ts'

export const PAPER = {
  'command.document': { en: 'download a paper of an application', ar: 'تنزيل وثيقة من معاملة' },
  'command.verify': {
    en: 'check a certificate with public keys alone, or play a package on both executors',
    ar: 'التحقق من شهادة بالمفاتيح العلنية وحدها، أو تشغيل حزمة على المنفّذَين معًا',
  },
  'argument.verified': {
    en: 'a certificate: the PDF as issued, the text of its QR, or a file with that text; or packages: folders or .masar files',
    ar: 'شهادة: ملف PDF كما صدر أو نص رمز الاستجابة أو ملف فيه هذا النص؛ أو حزم: مجلدات أو ملفات ‎.masar',
  },
  'argument.document': {
    en: "part of the paper's name, or the beginning of its digest",
    ar: 'جزء من اسم الوثيقة، أو أول بصمتها',
  },
  'option.keys': { en: "the agency's public keys (JWK set)", ar: 'مفاتيح الجهة العلنية (JWK set)' },
  'option.outDocument': {
    en: 'file to write; the name of the paper unless said otherwise',
    ar: 'الملف الذي يُكتب؛ باسم الوثيقة ما لم يُذكر',
  },
  'option.register': { en: 'ask this server whether it was revoked since', ar: 'سؤال هذا الخادم هل أُلغيت بعد صدورها' },
  'document.name': { en: 'Name', ar: 'الاسم' },
  'document.createdAt': { en: 'Made', ar: 'الإصدار' },
  'document.size': { en: 'Bytes', ar: 'بايت' },
  'document.digest': { en: 'Digest', ar: 'البصمة' },
  'document.digest.wrong': {
    en: 'Expected the paper with digest {digest}, but other bytes arrived; nothing was written.',
    ar: 'المتوقع الوثيقة ذات البصمة {digest}، لكن وصل غيرها؛ لم يُكتب شيء.',
  },
  'document.exists': {
    en: 'Expected a new file, but {file} is there; use --out, or --force to replace it.',
    ar: 'المتوقع ملف جديد، لكن {file} موجود؛ استعمل ‎--out، أو ‎--force لاستبداله.',
  },
  'document.none': {
    en: 'Expected a paper of this application by this name, but there is none.',
    ar: 'المتوقع وثيقة بهذا الاسم في المعاملة، ولا وثيقة هناك.',
  },
  'document.several': {
    en: 'Expected one paper, but these fit: {names}. Name one.',
    ar: 'المتوقع وثيقة واحدة، لكن المطابق: {names}. اذكر واحدة.',
  },
  'document.saved': { en: 'Saved: {file} ({size} bytes)', ar: 'حُفظت: {file} ({size} بايت)' },
  'usage.keys': {
    en: 'Expected --keys with the public keys to check a certificate, but found none.',
    ar: 'المتوقع الخيار ‎--keys مع المفاتيح العلنية للتحقق من شهادة، لكنه غائب.',
  },
  'usage.oneCertificate': {
    en: 'Expected one certificate, but found several.',
    ar: 'المتوقع شهادة واحدة، لكن وُجدت عدة.',
  },
  'verify.genuine': { en: 'A genuine certificate', ar: 'شهادة صحيحة' },
  'verify.serial': { en: 'Serial number', ar: 'الرقم التسلسلي' },
  'verify.document': { en: 'Kind', ar: 'النوع' },
  'verify.issuer': { en: 'Agency', ar: 'الجهة' },
  'verify.holder': { en: 'Holder', ar: 'صاحبها' },
  'verify.id4': { en: 'Id ends in', ar: 'آخر الهوية' },
  'verify.issuedAt': { en: 'Issued', ar: 'صدرت' },
  'verify.validUntil': { en: 'Valid until', ar: 'صالحة حتى' },
  'verify.noEnd': { en: 'without end', ar: 'بلا نهاية' },
  'verify.offline': {
    en: 'Compare with what is printed. Whether it was revoked since is known to the register: --register URL.',
    ar: 'قارنها بالمطبوع. أما إلغاؤها بعد صدورها فيعلمه السجل: ‎--register URL.',
  },
  'verify.inForce': { en: 'In force, says the register.', ar: 'سارية بحسب السجل.' },
  'verify.revoked': { en: 'Revoked on {at}, says the register.', ar: 'أُلغيت في {at} بحسب السجل.' },
  'verify.malformed': { en: 'Not a certificate of Masar.', ar: 'ليست شهادة من مسار.' },
  'verify.unknown-key': { en: 'Not signed with any of these keys.', ar: 'لم توقَّع بأي من هذه المفاتيح.' },
  'verify.bad-signature': {
    en: 'Forged or damaged: the signature does not fit.',
    ar: 'مزورة أو تالفة: التوقيع لا يطابق.',
  },
  'verify.expired': { en: 'Genuine, but no longer valid.', ar: 'صحيحة، لكن انتهت صلاحيتها.' },
  'verify.noMark': {
    en: "Expected a certificate's QR in {file}, but found none that can be read; scan the paper with a telephone and give its text.",
    ar: 'المتوقع رمز استجابة لشهادة في {file}، لكن لا رمز مقروءًا فيه؛ امسح الورقة بالهاتف وأعطِ نصها.',
  },
  'verify.keys': {
    en: 'Expected a JWK set ({"keys": [...]}) at {place}, but found something else.',
    ar: 'المتوقع مجموعة مفاتيح JWK ‏({"keys": [...]}) في {place}، لكن وُجد غيرها.',
  },
} as const satisfies Readonly<Record<string, Text>>
