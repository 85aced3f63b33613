/** The rows of decision tables: in which case what holds. A row is told by its conditions; each cell by its column. */
import { bilingual } from '../../../bilingual.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { type Comparison, type Thing, type Which } from '../thing.ts'
import { quote } from '../words.ts'
import { answerInWords, testInWords } from './cell-words.ts'
import { toldByPeriods } from './periods.ts'
import { isOpen, resultOf, rowCalled, rowsOf, type Row } from './rows.ts'
import { pairsOf, type Table } from './tables.ts'

export const rules: Comparison = {
  things(side, other, which) {
    return pairsOf(side, other, which).flatMap(([table, twin]) => {
      const { rows: told } = toldByPeriods(table, twin)
      const there = twin && { input: new Set(twin.columns.input), output: new Set(twin.columns.output) }
      return rowsOf(table).flatMap((row) =>
        told.has(row.number) ? [] : [rowThing(table, row, there ? withoutWhole(row, there, which) : row)],
      )
    })
  },
  aspects: [
    cell('when/', { ar: 'الشرط', en: 'the condition' }),
    cell('then/', { ar: 'النتيجة', en: 'the result' }),
    { ...cell('remark/', { ar: 'الملاحظة', en: 'the remark' }), weight: 'look' },
  ],
}

type Columns = Readonly<Record<'input' | 'output', ReadonlySet<string>>>

/** A column that goes is told as one, with all its cells; one that comes changes nothing for rows that let all of it through. */
function withoutWhole(row: Row, { input, output }: Columns, which: Which): Row {
  const isNew = which === 'newer'
  return {
    ...row,
    when: row.when.filter(({ column, text }) => input.has(column) || (isNew && !isOpen(text))),
    gives: row.gives.filter(({ column }) => isNew || output.has(column)),
  }
}

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

function rowThing(table: Table, row: Row, { when, gives, remarks }: Row): Thing {
  const aspects = new Map<string, JsonValue>()
  for (const { column, text } of when) aspects.set(`when/${column}`, isOpen(text) ? '-' : text)
  for (const { column, text } of gives) if (text !== '') aspects.set(`then/${column}`, text)
  for (const { column, text } of remarks) if (text !== '') aspects.set(`remark/${column}`, text)
  return {
    key: `${table.id} ${row.id}`,
    subject: { kind: 'rule', decision: table.id, row: row.id },
    title: rowCalled(table, row),
    file: table.file,
    place: row.id,
    weight: table.weight,
    whole: { ar: resultOf(row, 'ar'), en: resultOf(row, 'en') },
    aspects,
    show: (name, value) =>
      name.startsWith('when/') ? testInWords(String(value), table.questionOf(name.slice('when/'.length))) : undefined,
  }
}
