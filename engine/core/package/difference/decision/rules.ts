/** The rows of decision tables: in which case what holds. A row is told by its conditions; each cell by its column. */
import { bilingual } from '../../../bilingual.ts'
import type { Node } from '../../../dmn/source.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Comparison, Thing } from '../thing.ts'
import { quote } from '../words.ts'
import { called } from './anatomy.ts'
import { answerInWords, testInWords } from './cell-words.ts'
import { columnsCalled, logicOf, nodesAt } from './columns.ts'
import { tablesOf, type Table } from './tables.ts'

interface Cell {
  /** As its column is called in both languages, or by one name. */
  readonly column: string
  readonly text: string
}

export interface Row {
  readonly id: string
  readonly number: number
  readonly when: readonly Cell[]
  readonly gives: readonly Cell[]
  readonly remarks: readonly Cell[]
}

export function rowsOf(table: Table): readonly Row[] {
  const logic = logicOf(table)
  const [inputs, outputs] = [columnsCalled(table, 'input'), columnsCalled(table, 'output')]
  const remarks = nodesAt(logic, 'annotation').map(called)
  return nodesAt(logic, 'rule').map((rule, index) => ({
    id: rule.id ?? String(index + 1),
    number: index + 1,
    when: cellsOf(rule, 'inputEntry', inputs),
    gives: cellsOf(rule, 'outputEntry', outputs),
    remarks: cellsOf(rule, 'annotationEntry', remarks),
  }))
}

const cellsOf = (rule: Node, entries: string, columns: readonly string[]): readonly Cell[] =>
  nodesAt(rule, entries).map((entry, index) => {
    const text: unknown = Reflect.get(entry, 'text')
    return { column: columns[index] ?? String(index + 1), text: typeof text === 'string' ? text.trim() : '' }
  })

export const rules: Comparison = {
  things(side, other) {
    const asked = new Map(tablesOf(other, side).map((table) => [table.id, new Set(columnsCalled(table, 'input'))]))
    return tablesOf(side, other).flatMap((table) =>
      rowsOf(table).map((row) => rowThing(table, withoutOpen(row, asked.get(table.id)))),
    )
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

const isOpen = (test: string): boolean => test === '' || test === '-'

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

const said = ({ column }: Cell, words: Text, language: keyof Text): string =>
  `${bilingual(column)[language]}: ${words[language]}`

function caseOf({ when }: Row, language: keyof Text): string {
  const asked = when.filter(({ text }) => !isOpen(text)).map((it) => said(it, testInWords(it.text), language))
  return asked.length === 0 ? '' : ` (${asked.join(language === 'ar' ? '، ' : ', ')})`
}

const resultOf = ({ gives }: Row, language: keyof Text): string =>
  gives.map((it) => said(it, answerInWords(it.text), language)).join(language === 'ar' ? '، ' : ', ')
