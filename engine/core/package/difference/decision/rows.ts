/** The rows of a decision table: what each asks and gives, column by column, and in words. */
import { bilingual } from '../../../bilingual.ts'
import type { Node } from '../../../dmn/source.ts'
import type { Text } from '../../../text.ts'
import { answerInWords, testInWords } from './cell-words.ts'
import { nodesAt } from './nodes.ts'
import { logicOf, type Table } from './tables.ts'

export interface Cell {
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

export function rowsOf({ node, columns }: Table): readonly Row[] {
  return nodesAt(logicOf(node), 'rule').map((rule, index) => ({
    id: rule.id ?? String(index + 1),
    number: index + 1,
    when: cellsOf(rule, 'inputEntry', columns.input),
    gives: cellsOf(rule, 'outputEntry', columns.output),
    remarks: cellsOf(rule, 'annotationEntry', columns.annotation),
  }))
}

const cellsOf = (rule: Node, entries: string, columns: readonly string[]): readonly Cell[] =>
  nodesAt(rule, entries).map((entry, index) => {
    const text: unknown = Reflect.get(entry, 'text')
    return { column: columns[index] ?? String(index + 1), text: typeof text === 'string' ? text.trim() : '' }
  })

export const isOpen = (test: string): boolean => test === '' || test === '-'

const said = ({ column }: Cell, words: Text, language: keyof Text): string =>
  `${bilingual(column)[language]}: ${words[language]}`

/** " (Kind: a, Age: from 18)"; nothing where it holds in every case. */
export function caseOf(table: Table, { when }: Pick<Row, 'when'>, language: keyof Text): string {
  const asked = when
    .filter(({ text }) => !isOpen(text))
    .map((it) => said(it, testInWords(it.text, table.questionOf(it.column)), language))
  return asked.length === 0 ? '' : ` (${asked.join(language === 'ar' ? '، ' : ', ')})`
}

export const resultOf = ({ gives }: Pick<Row, 'gives'>, language: keyof Text): string =>
  gives.map((it) => said(it, answerInWords(it.text), language)).join(language === 'ar' ? '، ' : ', ')

/** "row 2 of the decision “Fee” (Kind: a)" */
export const rowCalled = (table: Table, row: Row): Text => ({
  ar: `الصف ${String(row.number)} من ${table.title.ar}${caseOf(table, row, 'ar')}`,
  en: `row ${String(row.number)} of ${table.title.en}${caseOf(table, row, 'en')}`,
})
