/** Every expression is read once at deployment: what does not parse is shown with its place, not met by a citizen. */
import { quoted } from '../../finding.ts'
import { feelInArabic } from '../../feel/arabic.ts'
import { isFeel } from '../../feel/feel.ts'
import { MOST_CHARACTERS, parseExpression } from '../expression.ts'
import { expressionsIn, type Written } from '../expressions.ts'
import type { Report, Rule } from './rule.ts'
import { isFeelLanguage } from './unsupported-attribute.ts'

export const feel: Rule = {
  name: 'feel',
  says: {
    en: 'Every expression is FEEL that can be read.',
    ar: 'كل تعبير FEEL صحيح القراءة.',
  },
  check(diagram, report) {
    for (const written of expressionsIn(diagram)) checkWritten(written, report)
  },
}

function checkWritten(written: Written, report: Report): void {
  const { at, field, text } = written
  const startsFeel = isFeel(text.trim())
  if (written.language !== undefined && !isFeelLanguage(written.language))
    report.error(
      at,
      {
        en: `Expected ${field} in FEEL, but its language is ${quoted(written.language)}`,
        ar: `يجب أن يكون ${field} بلغة FEEL، لكن لغته ${quoted(written.language)}`,
      },
      { en: 'Rewrite it in FEEL and remove language', ar: 'أعد كتابته بلغة FEEL واحذف language' },
    )
  else if (text.length > MOST_CHARACTERS)
    report.error(
      at,
      {
        en: `Expected at most ${String(MOST_CHARACTERS)} characters in ${field}, but found ${String(text.length)}`,
        ar: `يجب ألا يزيد ${field} على ${String(MOST_CHARACTERS)} محرف، لكن وُجد ${String(text.length)}`,
      },
      { en: 'Move the rule into a decision table', ar: 'انقل القاعدة إلى جدول قرار' },
    )
  else if (written.feel === 'always' && !startsFeel)
    report.error(
      at,
      {
        en: `Expected FEEL after "=" in ${field}, but found ${quoted(text)}`,
        ar: `يجب أن يبدأ ${field} بالعلامة "=" ثم تعبير FEEL، لكن وُجد ${quoted(text)}`,
      },
      { en: `Write =${text.trim().slice(0, 40)} if it is an expression`, ar: 'ابدأ النص بالعلامة "=" إن كان تعبيرًا' },
    )
  else if (written.feel === 'never' && startsFeel)
    report.error(
      at,
      {
        en: `Expected plain text in ${field}, but found the expression ${quoted(text)}`,
        ar: `يجب أن يكون ${field} نصًا عاديًا، لكن وُجد التعبير ${quoted(text)}`,
      },
      { en: 'Write the name itself: it is linked at deployment', ar: 'اكتب الاسم نفسه: فالربط يجري عند النشر' },
    )
  else if (startsFeel && written.feel !== 'never') checkSyntax(written, report)
}

function checkSyntax({ at, field, text }: Written, report: Report): void {
  const parsed = parseExpression(text)
  if (parsed.ok) return
  report.error(
    at,
    {
      en: `Expected ${field} to be FEEL, but at character ${String(parsed.at + 1)} of ${quoted(text.trim().slice(1))}: ${parsed.reason}`,
      ar: `يجب أن يكون ${field} تعبير FEEL سليمًا، لكن عند المحرف ${String(parsed.at + 1)} من ${quoted(text.trim().slice(1))}: ${feelInArabic(parsed.reason)}`,
    },
    { en: 'Correct the expression', ar: 'صحّح التعبير' },
  )
}
