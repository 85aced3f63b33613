/** What the kinds of questions are called, in the order of the catalogue. */
import type { Text } from '../../engine/core/text.ts'
import type { KindName } from '../../forms/kinds/kind.ts'

export const KIND_NAMES: Readonly<Record<KindName, Text>> = {
  text: { ar: 'نص قصير', en: 'Short text' },
  longText: { ar: 'نص طويل', en: 'Long text' },
  number: { ar: 'عدد', en: 'Number' },
  date: { ar: 'تاريخ', en: 'Date' },
  time: { ar: 'وقت', en: 'Time of day' },
  yesNo: { ar: 'نعم أو لا', en: 'Yes or no' },
  radio: { ar: 'اختيار واحد', en: 'One choice' },
  select: { ar: 'قائمة منسدلة', en: 'List that opens' },
  search: { ar: 'قائمة مع بحث', en: 'List that is searched' },
  severalOf: { ar: 'عدة اختيارات', en: 'Several choices' },
  file: { ar: 'ملف', en: 'File' },
  files: { ar: 'عدة ملفات', en: 'Several files' },
  list: { ar: 'قائمة أسئلة متكررة', en: 'Repeated questions' },
  table: { ar: 'جدول', en: 'Table' },
  group: { ar: 'أسئلة مترابطة', en: 'Questions as one' },
  nationalId: { ar: 'رقم هوية', en: 'National ID' },
  phone: { ar: 'هاتف', en: 'Phone' },
  email: { ar: 'بريد إلكتروني', en: 'E-mail' },
  iban: { ar: 'آيبان', en: 'IBAN' },
  money: { ar: 'مبلغ', en: 'Money' },
  personName: { ar: 'اسم شخص', en: "Person's name" },
  address: { ar: 'عنوان', en: 'Address' },
  location: { ar: 'وصف مكان', en: 'Place in words' },
  declaration: { ar: 'إقرار', en: 'Declaration' },
  signature: { ar: 'توقيع', en: 'Signature' },
}
