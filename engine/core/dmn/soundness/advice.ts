/** What the author of a decision table is advised of: cases without a rule, rules that meet, rules that never get a turn. */
import type { Decision, DecisionTable } from 'dmn-moddle'
import { bilingual } from '../../bilingual.ts'
import { advice } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import type { Language, Text } from '../../text.ts'
import { judgeTable } from './judge.ts'

/** At most so many of a kind: the first ones mended, the next ones show. */
const MOST = 5

/** @param file its name within the package */
export function tableAdvice(file: string, decision: Decision): readonly Finding[] {
  const table = decision.decisionLogic
  if (table?.$type !== 'dmn:DecisionTable') return []
  const { gaps, overlaps, hidden } = judgeTable(table)
  const of = (ar: string, en: string): Text => said(decision, { ar, en })
  const at = (place: string | undefined) => ({ file, ...(place === undefined ? {} : { place }) })
  const rule = (number: number): string | undefined => table.rule?.[number - 1]?.id ?? table.id
  return [
    ...gaps.slice(0, MOST).map((tests) => {
      const where = caseIn(table, tests)
      return advice(
        'dmn/gap',
        at(table.id ?? decision.id),
        of(
          `المتوقع قاعدة لكل حالة، لكن لا قاعدة للحالة: ${where.ar}`,
          `Expected a rule for every case, but there is none for: ${where.en}`,
        ),
        {
          ar: 'أضف قاعدة للحالة، أو قيمة افتراضية للمخرج، أو حدّد القيم الممكنة للعمود.',
          en: 'Add a rule for it or a default to the output, or list the values the column can have.',
        },
      )
    }),
    ...overlaps.slice(0, MOST).map(({ rules: [a, b], tests }) => {
      const where = caseIn(table, tests)
      return advice(
        'dmn/overlap',
        at(rule(b)),
        of(
          `المتوقع قاعدة واحدة لكل حالة، لكن القاعدتين ${String(a)} و${String(b)} تنطبقان على: ${where.ar}`,
          `Expected one rule for each case, but rules ${String(a)} and ${String(b)} both apply to: ${where.en}`,
        ),
        {
          ar: 'ضيّق إحداهما، أو اختر سياسة مطابقة تقول أيهما يُعمل بها.',
          en: 'Narrow one of them, or choose a hit policy that says which one decides.',
        },
      )
    }),
    ...hidden
      .slice(0, MOST)
      .map((number) =>
        advice(
          'dmn/hidden-rule',
          at(rule(number)),
          of(
            `المتوقع أن يأتي دور كل قاعدة، لكن القواعد التي فوق القاعدة ${String(number)} تأخذ كل حالاتها`,
            `Expected every rule to get a turn, but those above rule ${String(number)} take all of its cases`,
          ),
          { ar: 'ارفع القاعدة إلى أعلى أو احذفها.', en: 'Move the rule up, or remove it.' },
        ),
      ),
  ]
}

function said(decision: Decision, message: Text): Text {
  const { ar, en } = bilingual(decision.name ?? decision.id ?? '')
  return { ar: `القرار «${ar}»: ${message.ar}`, en: `decision "${en}": ${message.en}` }
}

/** "Area m²: > 400, Use: "public""; tests keep their own order inside an Arabic line. */
export function caseIn(table: DecisionTable, tests: readonly string[]): Text {
  const parts = (language: Language): string =>
    tests
      .flatMap((test, column) => {
        const input = table.input?.[column]
        const label = bilingual(input?.label ?? input?.inputExpression?.text ?? String(column + 1))[language]
        return test === '-' ? [] : [`${label} \u2066${test}\u2069`]
      })
      .join(language === 'ar' ? '، ' : ', ')
  return { ar: parts('ar') || 'أي قيمة', en: parts('en') || 'any value' }
}
