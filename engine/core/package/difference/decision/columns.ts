/** The columns of decision tables that both packages have: what is asked and what is answered. Of a new table its rows say it. */
import { bilingual } from '../../../bilingual.ts'
import type { Text } from '../../../text.ts'
import type { Aspect, Comparison, Thing } from '../thing.ts'
import { named, same } from '../words.ts'
import { anatomyOf, called } from './anatomy.ts'
import { toldByPeriods } from './periods.ts'
import { logicOf, nodesAt, tablesOf, TODAY, type Column, type Table } from './tables.ts'

const NOUNS: Readonly<Record<Column, Text>> = {
  input: { ar: 'العمود المسؤول عنه', en: 'the question' },
  output: { ar: 'عمود النتيجة', en: 'the result' },
}

export const columns: Comparison = {
  things(side, other) {
    const there = new Map(tablesOf(other, side).map((table) => [table.id, table]))
    return tablesOf(side, other).flatMap((table) => {
      const twin = there.get(table.id)
      if (twin === undefined) return []
      const { columns: told } = toldByPeriods(table, twin)
      return [...columnThings(table, 'input', told), ...columnThings(table, 'output')]
    })
  },
  aspects: [
    of('inputExpression/text', 'ما يُسأل عنه', 'what is asked'),
    of('inputExpression/typeRef', 'نوع القيمة', 'the kind of value'),
    of('inputValues/text', 'القيم المتوقعة', 'the values expected'),
    of('typeRef', 'نوع القيمة', 'the kind of value'),
    of('outputValues/text', 'القيم الممكنة', 'the values possible'),
    of('defaultOutputEntry/text', 'القيمة حين لا ينطبق صف', 'the value where no row fits'),
    of('name', 'الاسم في التعبيرات', 'the name in expressions'),
  ],
}

function of(name: string, ar: string, en: string): Aspect {
  return { of: name, name: () => ({ ar, en }), show: (value) => same(`\u2066${String(value)}\u2069`) }
}

function columnThings(table: Table, kind: Column, told: ReadonlySet<string> = new Set()): readonly Thing[] {
  return nodesAt(logicOf(table), kind).flatMap((node, index): readonly Thing[] => {
    const name = called(node, index)
    if (told.has(name)) return []
    const title = named(NOUNS[kind], bilingual(name))
    const asked = anatomyOf(node).get('inputExpression/text')
    return [
      {
        key: `${table.id} ${kind} ${name}`,
        subject: { kind: 'decision', decision: table.id },
        title: { ar: `${title.ar} من ${table.title.ar}`, en: `${title.en} of ${table.title.en}` },
        file: table.file,
        place: table.id,
        weight: table.weight,
        ...(typeof asked === 'string' && asked !== name && { whole: askedInWords(asked) }),
        aspects: anatomyOf(node),
      },
    ]
  })
}

const CURRENT_DAY: Text = { ar: 'اليوم الذي يُسأل فيه القرار', en: 'the day the decision is asked' }

const askedInWords = (expression: string): Text =>
  expression === TODAY ? CURRENT_DAY : same(`\u2066${expression}\u2069`)
