/** Titles of refusals that meet whoever gives files or reads them. */
import type { Text } from '../../core/text.ts'

export const ATTACHING = {
  'answers.attachment': {
    en: 'A file in the answers is not one you have given',
    ar: 'أحد الملفات في الإجابات ليس مما قدّمته',
  },
  'attachment.content-type': { en: 'This is not a form with files', ar: 'المُرسل ليس نموذجًا فيه ملفات' },
  'attachment.damaged': { en: 'The file is damaged or incomplete', ar: 'الملف تالف أو غير مكتمل' },
  'attachment.disguised': { en: 'The file is two things at once', ar: 'الملف يجمع نوعين في آن واحد' },
  'attachment.empty': { en: 'The file is empty', ar: 'الملف فارغ' },
  'attachment.encrypted': { en: 'The file is locked by a password', ar: 'الملف محمي بكلمة مرور' },
  'attachment.infected': { en: 'The file holds something harmful', ar: 'في الملف ما يضرّ بالأجهزة' },
  'attachment.kind': { en: 'Files of this kind are not taken', ar: 'هذا النوع من الملفات غير مقبول' },
  'attachment.limit': { en: 'You have given many files today', ar: 'قدّمت اليوم ملفات كثيرة' },
  'attachment.none': { en: 'There is no file in the form', ar: 'لا ملف في النموذج' },
  'attachment.not-found': { en: 'There is no such file of yours', ar: 'لا ملف لك بهذه البصمة' },
  'attachment.person': { en: 'Files are given by people', ar: 'الملفات يقدّمها الأشخاص' },
  'attachment.unasked': { en: 'No file is asked for here', ar: 'لا يُطلب ملف هنا' },
  'attachment.too-large': { en: 'The file is too large', ar: 'حجم الملف أكبر من المسموح' },
  'attachment.too-many': { en: 'Too many files in one form', ar: 'عدد الملفات في النموذج أكبر من المسموح' },
  'attachment.vast': { en: 'The picture has too many points', ar: 'أبعاد الصورة أكبر من المسموح' },
  'scanner.unavailable': { en: 'Files cannot be looked at right now', ar: 'تعذّر فحص الملفات حاليًا' },
  'file.link': { en: 'The link to the file has expired', ar: 'انتهت صلاحية رابط الملف' },
} as const satisfies Readonly<Record<string, Text>>
