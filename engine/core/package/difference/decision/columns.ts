/** The columns of decision tables that both packages have: what is asked and what is answered. Of a new table its rows say it. */
import { bilingual } from '../../../bilingual.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { type Aspect, type Comparison, type Thing } from '../thing.ts'
import { named, quote, same, upper } from '../words.ts'
import { anatomyOf } from './anatomy.ts'
import { nodesAt } from './nodes.ts'
import { toldByPeriods } from './periods.ts'
import { logicOf, pairsOf, TODAY, type Column, type Table } from './tables.ts'
import { kindInWords } from './value-kinds.ts'

const NOUNS: Readonly<Record<Column, Text>> = {
  input: { ar: 'العمود المسؤول عنه', en: 'the question' },
  output: { ar: 'عمود النتيجة', en: 'the result' },
  annotation: { ar: 'عمود الملاحظات', en: 'the column of remarks' },
}

export const columns: Comparison = {
  things(side, other, which) {
    return pairsOf(side, other, which).flatMap(([table, twin]) => {
      if (twin === undefined) return []
      const { columns: told } = toldByPeriods(table, twin)
      return [
        ...columnThings(table, 'input', told),
        ...columnThings(table, 'output'),
        ...columnThings(table, 'annotation'),
      ]
    })
  },
  aspects: [
    {
      of: 'label',
      name: () => ({ ar: 'العنوان', en: 'the title' }),
      renames: true,
      weight: 'look',
      show: (value) => bilingual(String(value)),
      say: ({ title, before, after }) =>
        before &&
        after && {
          ar: `${title.ar}: كان اسمه ${quote(before).ar}`,
          en: `${upper(title.en)} was called ${quote(before).en} before`,
        },
    },
    of('inputExpression/text', 'ما يُسأل عنه', 'what is asked'),
    { ...of('inputExpression/typeRef', 'نوع القيمة', 'the kind of value'), show: kindInWords },
    of('inputValues/text', 'القيم المتوقعة', 'the values expected'),
    { ...of('typeRef', 'نوع القيمة', 'the kind of value'), show: kindInWords },
    of('outputValues/text', 'القيم الممكنة', 'the values possible'),
    of('defaultOutputEntry/text', 'القيمة حين لا ينطبق صف', 'the value where no row fits'),
    of('name', 'الاسم في التعبيرات', 'the name in expressions'),
  ],
}

function of(name: string, ar: string, en: string): Aspect {
  return { of: name, name: () => ({ ar, en }), show: (value) => same(`\u2066${String(value)}\u2069`) }
}

function columnThings(table: Table, kind: Column, told: ReadonlySet<string> = new Set()): readonly Thing[] {
  return nodesAt(logicOf(table.node), kind).flatMap((node, index): readonly Thing[] => {
    const name = table.columns[kind][index] ?? ''
    if (told.has(name)) return []
    const title = named(NOUNS[kind], bilingual(name))
    const aspects = kind === 'annotation' ? new Map<string, JsonValue>() : anatomyOf(node)
    const asked = aspects.get('inputExpression/text')
    return [
      {
        key: `${table.id} ${kind} ${name}`,
        subject: { kind: 'decision', decision: table.id },
        title: { ar: `${title.ar} من ${table.title.ar}`, en: `${title.en} of ${table.title.en}` },
        file: table.file,
        place: table.id,
        weight: kind === 'annotation' ? 'look' : table.weight,
        ...(typeof asked === 'string' && asked !== '' && asked !== name && { whole: askedInWords(asked) }),
        aspects,
      },
    ]
  })
}

const CURRENT_DAY: Text = { ar: 'اليوم الذي يُسأل فيه القرار', en: 'the day the decision is asked' }

const askedInWords = (expression: string): Text =>
  expression === TODAY ? CURRENT_DAY : same(`\u2066${expression}\u2069`)
