/** The rules of check.ts as an author reads them: what was found and what to do, in both languages. */
import type { Text } from '../text.ts'
import { BLOCKS, WORDS as TABLE } from './words.ts'

interface Rule {
  /** @param what quoted extract of what was found */
  readonly message: (what: string) => Text
  readonly remedy: Text
}

const WORDS = Object.keys(TABLE).join(', ')
const OPENINGS = BLOCKS.map((block) => `{{#${block}}}`).join(' ')

const rule = (message: Rule['message'], remedy: Text): Rule => ({ message, remedy })

export const RULES = {
  'not-text': rule(
    () => ({ en: 'Expected a template as text, but found something else', ar: 'يجب أن يكون القالب نصًّا' }),
    { en: 'Save the template as a UTF-8 text file.', ar: 'احفظ القالب ملفًّا نصيًّا بترميز UTF-8.' },
  ),
  'too-large': rule(
    (what) => ({
      en: `Expected at most 262144 bytes, but found ${what}`,
      ar: `الحد الأقصى 262144 بايت، والموجود ${what}`,
    }),
    { en: 'Shorten it; put pictures in smaller.', ar: 'اختصر القالب أو صغّر الصور.' },
  ),
  syntax: rule(
    (what) => ({ en: `Expected a template that can be read, but ${what}`, ar: `تعذّرت قراءة القالب: ${what}` }),
    { en: 'Close every block and every pair of braces.', ar: 'أغلق كل كتلة وكل زوج من الأقواس.' },
  ),
  'too-deep': rule(
    () => ({ en: 'Expected blocks at most 32 deep, but found deeper ones', ar: 'تداخل الكتل أعمق من 32' }),
    { en: 'Split the template or flatten the choices.', ar: 'قسّم القالب أو بسّط الشروط.' },
  ),
  loops: rule(
    (what) => ({
      en: `Expected loops at most 4 deep, but found ${what}`,
      ar: `تداخل الحلقات حتى 4 فقط، والموجود ${what}`,
    }),
    { en: 'Prepare a flat list in the task input.', ar: 'جهّز قائمة مسطّحة في مدخلات المهمة.' },
  ),
  unescaped: rule(
    () => ({
      en: 'Expected {{value}}, but found an unescaped {{{value}}} or {{&value}}',
      ar: 'القيم غير المُهرَّبة {{{ }}} و{{& }} ممنوعة',
    }),
    { en: 'Write {{value}}; for the QR write {{qr}}.', ar: 'اكتب {{value}}، ولرمز الاستجابة {{qr}}.' },
  ),
  partial: rule(
    (what) => ({
      en: `Expected no partials or decorators, but found ${what}`,
      ar: `القوالب الجزئية والمزخرفات ممنوعة: ${what}`,
    }),
    { en: 'Write the text in the template itself.', ar: 'اكتب النص داخل القالب نفسه.' },
  ),
  block: rule(
    (what) => ({
      en: `Expected one of ${OPENINGS}, but found ${what}`,
      ar: `الكتل المسموحة ${OPENINGS}، والموجود ${what}`,
    }),
    {
      en: 'Use {{#each list}} for lists and {{#if value}} for choices.',
      ar: 'استعمل {{#each}} للقوائم و{{#if}} للشروط.',
    },
  ),
  word: rule(
    (what) => ({
      en: `Expected one of the words ${WORDS}, but found ${what}`,
      ar: `الكلمات المسموحة ${WORDS}، والموجود ${what}`,
    }),
    {
      en: 'Use a known word, or compute the value with FEEL in the task input.',
      ar: 'استعمل كلمة معروفة، أو احسب القيمة بلغة FEEL في مدخلات المهمة.',
    },
  ),
  values: rule(
    (what) => ({ en: `Expected another number of values after ${what}`, ar: `عدد القيم بعد ${what} غير صحيح` }),
    { en: 'For a fact of that name write {{this.name}}.', ar: 'إن كان المقصود قيمة بهذا الاسم فاكتب {{this.name}}.' },
  ),
  option: rule(
    (what) => ({ en: `Expected an option the word knows, but found ${what}`, ar: `خيار غير معروف: ${what}` }),
    { en: 'Remove it or correct its name.', ar: 'احذف الخيار أو صحّح اسمه.' },
  ),
  name: rule(
    (what) => ({
      en: `Expected the name of a fact, but found ${what}, which reaches into the machine`,
      ar: `اسم غير مسموح: ${what}`,
    }),
    { en: 'Use another name for the fact.', ar: 'استعمل اسمًا آخر.' },
  ),
  unbalanced: rule(
    (what) => ({
      en: `Expected the block ${what} to close the tags and quotation marks it opens`,
      ar: `الكتلة ${what} لا تغلق ما تفتحه من وسوم أو علامات اقتباس`,
    }),
    { en: 'Put whole elements or whole attributes inside the block.', ar: 'ضع داخل الكتلة عناصر أو سمات كاملة.' },
  ),
  unfinished: rule(
    (what) => ({
      en: `Expected every tag to be closed at the end, but ${what} is open`,
      ar: `الوسم ${what} غير مغلق في نهاية القالب`,
    }),
    { en: 'Close the tag, comment or quotation mark.', ar: 'أغلق الوسم أو التعليق أو علامة الاقتباس.' },
  ),
  'value-place': rule(
    (what) => ({
      en: `Expected values only as text or in quoted attributes, but found one in ${what}`,
      ar: `قيمة في موضع غير آمن: ${what}`,
    }),
    {
      en: 'Move the value into text, or put quotation marks around the attribute.',
      ar: 'انقل القيمة إلى النص أو ضع السمة بين علامتي اقتباس.',
    },
  ),
  tag: rule(
    (what) => ({ en: `Expected the elements of a printed page, but found ${what}`, ar: `وسم غير مسموح: ${what}` }),
    {
      en: 'Remove the element; a printed page has no scripts, frames or forms.',
      ar: 'احذف العنصر، فالصفحة المطبوعة بلا برامج ولا إطارات ولا نماذج.',
    },
  ),
  attribute: rule((what) => ({ en: `Expected no event handlers, but found ${what}`, ar: `سمة غير مسموحة: ${what}` }), {
    en: 'Remove the attribute.',
    ar: 'احذف السمة.',
  }),
  fetch: rule(
    (what) => ({
      en: `Expected nothing fetched from elsewhere, but found ${what}`,
      ar: `جلب من مصدر خارجي ممنوع: ${what}`,
    }),
    { en: 'Put the picture into the template as a data: address.', ar: 'ضع الصورة داخل القالب بعنوان data:.' },
  ),
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof RULES
