/** A paper or notice that was made and never written: it says what it was made with, or nothing. */
import { advice, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'

const TITLE = 'عنوان الوثيقة'
const BODY = 'نص الوثيقة'

/** What a new paper says. */
export const NEW_PAPER = `<h1>${TITLE}</h1>
<p>${BODY}</p>
<table>
  <tr><th>رقم المعاملة</th><td>{{code document.reference}}</td></tr>
  <tr><th>تاريخ الإصدار</th><td>{{date document.issuedAt}}</td></tr>
</table>
`

/** What a new notice says. */
export const NEW_NOTICE: Text = { ar: 'نص الإشعار', en: 'Text of the notice' }

const NOTICE = /\.(ar|en)\.txt\.hbs$/
const RULE = 'template/unwritten'

/** @param file path within the package */
export function unwrittenFindings(file: string, template: string): readonly Finding[] {
  const language = NOTICE.exec(file)?.[1]
  if (language === 'ar' || language === 'en') return inNotice(file, template.trim(), language)
  if (!saysAnything(template)) return [unwritten(file, 1, undefined)]
  return [TITLE, BODY].flatMap((words) => {
    const at = template.search(new RegExp(`>\\s*${words}\\s*<`))
    return at < 0 ? [] : [unwritten(file, template.slice(0, at).split('\n').length, words)]
  })
}

function inNotice(file: string, text: string, language: keyof Text): readonly Finding[] {
  if (text === '') return [unwritten(file, 1, undefined)]
  return text === NEW_NOTICE[language] ? [unwritten(file, 1, text)] : []
}

/** A value, or a word outside of tags. */
const saysAnything = (template: string): boolean =>
  /\{\{|\p{L}/u.test(template.replaceAll(/<style\b[^<>]*>[^<]*<\/style>|\{\{[!#/][^{}]*\}\}|<[^<>]*>/g, ' '))

function unwritten(file: string, line: number, words: string | undefined): Finding {
  const isNotice = NOTICE.test(file)
  const what: Text = isNotice
    ? { en: 'what the citizen is told', ar: 'ما يُبلَّغ به المواطن' }
    : { en: 'what the paper says', ar: 'ما تقوله الوثيقة' }
  const found: Text =
    words === undefined
      ? { en: 'it is empty', ar: 'المكان فارغ' }
      : { en: `it still says ${quoted(words)}, as it was made`, ar: `ما زال مكتوبًا ${quoted(words)} كما أُنشئ` }
  return advice(
    RULE,
    { file, place: `line ${line}` },
    { en: `Expected ${what.en}, but ${found.en}`, ar: `المتوقع ${what.ar}، لكن ${found.ar}` },
    isNotice
      ? { en: 'Write the notice in both languages, or remove it', ar: 'اكتب الإشعار باللغتين، أو احذفه' }
      : { en: 'Write it, or remove the line', ar: 'اكتبه، أو احذف السطر' },
  )
}
