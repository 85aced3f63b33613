/** What is wrong with a drawing as a text file, before anything in it is understood. */
import { quoted } from '../finding.ts'
import type { Text } from '../text.ts'

export const XML_LIMITS = {
  characters: 2_000_000,
  depth: 64,
  namespaces: 64,
  elements: 10_000,
  attributes: 200,
} as const

export interface Fault {
  readonly rule: string
  readonly message: Text
  readonly remedy: Text
}

const limit = (rule: string, en: string, ar: string): Fault => ({
  rule,
  message: { en, ar },
  remedy: { en: 'Split the drawing into smaller files', ar: 'قسّم الرسم إلى ملفات أصغر' },
})

export const FAULTS = {
  tooLarge: limit(
    'xml/too-large',
    `Expected at most ${String(XML_LIMITS.characters)} characters of XML, but the file is larger`,
    `يجب ألا يزيد ملف XML على ${String(XML_LIMITS.characters)} محرف، لكن الملف أكبر`,
  ),
  tooDeep: limit(
    'xml/too-deep',
    `Expected elements nested at most ${String(XML_LIMITS.depth)} deep, but this one is deeper`,
    `يجب ألا يزيد تداخل العناصر على ${String(XML_LIMITS.depth)} مستوى، لكن هذا العنصر أعمق`,
  ),
  tooManyElements: limit(
    'xml/too-many-elements',
    `Expected at most ${String(XML_LIMITS.elements)} elements, but the file has more`,
    `يجب ألا يزيد عدد العناصر على ${String(XML_LIMITS.elements)}، لكن في الملف أكثر`,
  ),
  tooManyAttributes: limit(
    'xml/too-many-attributes',
    `Expected at most ${String(XML_LIMITS.attributes)} attributes on one element, but this one has more`,
    `يجب ألا تزيد سمات العنصر الواحد على ${String(XML_LIMITS.attributes)}، لكن لهذا العنصر أكثر`,
  ),
  tooManyNamespaces: {
    rule: 'xml/too-many-namespaces',
    message: {
      en: `Expected at most ${String(XML_LIMITS.namespaces)} namespace declarations, but the file has more`,
      ar: `يجب ألا تزيد تعريفات فضاءات الأسماء على ${String(XML_LIMITS.namespaces)}، لكن في الملف أكثر`,
    },
    remedy: {
      en: 'Declare each namespace once, on the root element',
      ar: 'عرّف كل فضاء أسماء مرة واحدة على العنصر الجذر',
    },
  },
  doctype: {
    rule: 'xml/doctype',
    message: {
      en: 'Expected XML without a document type or entity declaration, but found one',
      ar: 'يجب ألا يحتوي ملف XML على تعريف نوع مستند أو كيان، لكن وُجد تعريف',
    },
    remedy: { en: 'Remove the <!DOCTYPE ...> declaration', ar: 'احذف تعريف ‎<!DOCTYPE ...>‎' },
  },
  unknownEntity: {
    rule: 'xml/unknown-entity',
    message: {
      en: 'Expected only &amp;, &lt;, &gt;, &quot;, &apos; and numeric references, but found another "&"',
      ar: 'المسموح فقط ‎&amp; &lt; &gt; &quot; &apos;‎ والمراجع الرقمية، لكن وُجد "&" آخر',
    },
    remedy: { en: 'Write a plain "&" as &amp;', ar: 'اكتب الحرف "&" بصيغة ‎&amp;‎' },
  },
  controlCharacter: {
    rule: 'xml/control-character',
    message: {
      en: 'Expected readable text, but found a control character or a reference to one',
      ar: 'يجب أن يكون النص مقروءًا، لكن وُجد محرف تحكم أو مرجع إليه',
    },
    remedy: { en: 'Remove the character', ar: 'احذف المحرف' },
  },
  instruction: {
    rule: 'xml/processing-instruction',
    message: {
      en: 'Expected no processing instruction, but found one',
      ar: 'يجب ألا يحتوي الملف على تعليمات معالجة، لكن وُجدت واحدة',
    },
    remedy: { en: 'Remove the <? ... ?> instruction', ar: 'احذف التعليمة ‎<? ... ?>‎' },
  },
} as const satisfies Readonly<Record<string, Fault>>

export const malformed = (reason: string): Fault => ({
  rule: 'xml/malformed',
  message: {
    en: `Expected well-formed XML, but found: ${reason}`,
    ar: `يجب أن يكون ملف XML سليم البنية، لكن وُجد خطأ: ${reason}`,
  },
  remedy: { en: 'Save the file again from the modeller', ar: 'احفظ الملف من جديد من أداة الرسم' },
})

export const reserved = (name: string): Fault => ({
  rule: 'xml/reserved-name',
  message: { en: `Expected another name than ${quoted(name)}`, ar: `لا يجوز استعمال الاسم ${quoted(name)}` },
  remedy: { en: 'Remove it', ar: 'احذفه' },
})

export const notBoolean = (name: string, value: string): Fault => ({
  rule: 'xml/boolean',
  message: {
    en: `Expected ${name} to be true or false, but found ${quoted(value)}`,
    ar: `يجب أن تكون قيمة ${name} هي true أو false، لكن وُجد ${quoted(value)}`,
  },
  remedy: { en: 'Write true or false', ar: 'اكتب true أو false' },
})

export const notUtf8 = (found: string): Fault => ({
  rule: 'xml/encoding',
  message: {
    en: `Expected UTF-8 text, but found ${quoted(found)}`,
    ar: `يجب أن يكون النص بترميز UTF-8، لكن وُجد ${quoted(found)}`,
  },
  remedy: { en: 'Save the file as UTF-8', ar: 'احفظ الملف بترميز UTF-8' },
})
