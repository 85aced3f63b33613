/** The rows of decision tables: in which case what holds. A row is told by its conditions; each cell by its column. */
import { bilingual } from '../../../bilingual.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Comparison, Thing } from '../thing.ts'
import { quote } from '../words.ts'
import { answerInWords, testInWords } from './cell-words.ts'
import { toldByPeriods } from './periods.ts'
import { caseOf, isOpen, resultOf, rowsOf, type Row } from './rows.ts'
import { columnsCalled, tablesOf, type Table } from './tables.ts'

export const rules: Comparison = {
  things(side, other) {
    const there = new Map(tablesOf(other, side).map((table) => [table.id, table]))
    return tablesOf(side, other).flatMap((table) => {
      const twin = there.get(table.id)
      const asked = twin && new Set(columnsCalled(twin, 'input'))
      const { rows: told } = toldByPeriods(table, twin)
      return rowsOf(table).flatMap((row) => (told.has(row.number) ? [] : [rowThing(table, withoutOpen(row, asked))]))
    })
  },
  aspects: [
    cell('when/', { ar: 'الشرط', en: 'the condition' }),
    cell('then/', { ar: 'النتيجة', en: 'the result' }),
    { ...cell('remark/', { ar: 'الملاحظة', en: 'the remark' }), weight: 'look' },
  ],
}

/** A column that the other side does not have changes nothing for rows that let all of it through. */
const withoutOpen = (row: Row, asked: ReadonlySet<string> | undefined): Row => ({
  ...row,
  when: row.when.filter(({ column, text }) => !isOpen(text) || asked?.has(column) !== false),
})

type Prefix = 'when/' | 'then/' | 'remark/'

const SHOWN: Readonly<Record<Prefix, (text: string) => Text>> = {
  'when/': testInWords,
  'then/': answerInWords,
  'remark/': bilingual,
}

function cell(prefix: Prefix, noun: Text): Comparison['aspects'][number] {
  return {
    of: prefix,
    name(rest) {
      const column = quote(bilingual(rest))
      return { ar: `${noun.ar} ${column.ar}`, en: `${noun.en} ${column.en}` }
    },
    show: (value) => SHOWN[prefix](String(value)),
  }
}

function rowThing(table: Table, row: Row): Thing {
  const aspects = new Map<string, JsonValue>()
  for (const [prefix, cells] of [
    ['when/', row.when],
    ['then/', row.gives],
    ['remark/', row.remarks],
  ] as const)
    for (const { column, text } of cells) aspects.set(prefix + column, text)
  return {
    key: `${table.id} ${row.id}`,
    subject: { kind: 'rule', decision: table.id, row: row.id },
    title: {
      ar: `الصف ${String(row.number)} من ${table.title.ar}${caseOf(row, 'ar')}`,
      en: `row ${String(row.number)} of ${table.title.en}${caseOf(row, 'en')}`,
    },
    file: table.file,
    place: row.id,
    weight: table.weight,
    whole: { ar: resultOf(row, 'ar'), en: resultOf(row, 'en') },
    aspects,
  }
}
