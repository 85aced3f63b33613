/** Arrows join two steps of the same scope: a token never jumps into or out of a subprocess. */
import type { Rule } from './rule.ts'

export const flowScope: Rule = {
  name: 'flow-scope',
  says: {
    en: 'A sequence flow joins two elements of the same scope and never crosses the border of a subprocess or pool.',
    ar: 'يصل السهم بين عنصرين في النطاق نفسه ولا يعبر حدود إجراء فرعي أو مجمّع.',
  },
  check(diagram, report) {
    for (const flow of diagram.flows) {
      const ends = [flow.from, flow.to]
      if (ends.some((it) => it === undefined || it.parent === undefined))
        report.error(
          flow.element,
          {
            en: `Expected ${flow.id} to lead from one step to another, but an end is missing or is no step`,
            ar: `يجب أن يصل السهم ${flow.id} بين خطوتين، لكن أحد طرفيه ناقص أو ليس خطوة`,
          },
          { en: 'Connect both ends', ar: 'صِل الطرفين' },
        )
      else if (ends.some((it) => it?.parent !== flow.scope))
        report.error(
          flow.element,
          {
            en: `Expected ${flow.id} to stay within one scope, but it crosses the border of a subprocess or process`,
            ar: `يجب أن يبقى السهم ${flow.id} داخل نطاق واحد، لكنه يعبر حدود إجراء فرعي أو إجراء`,
          },
          {
            en: 'End the flow at the subprocess itself, or use an event',
            ar: 'أنهِ السهم عند الإجراء الفرعي نفسه أو استعمل حدثًا',
          },
        )
    }
  },
}
