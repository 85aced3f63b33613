/**
 * A fee that becomes another from a day on, in its decision table: the row that holds now ends before the day, and one with the
 * new amount follows it. Nothing that was asked before the day is answered otherwise, and both amounts stay to be read.
 */
import type { DecisionTable, Definitions, DmnDraft, Editable, InputClause } from '../../engine/core/dmn/rewrite.ts'
import { inBothLanguages } from '../../engine/core/bilingual.ts'
import type { Text } from '../../engine/core/text.ts'
import { titleOf } from '../decisions/naming.ts'
import { isDecisionNode, isTable } from '../decisions/nodes.ts'
import { addColumn, copyRule, setCell, setInput, tableIn } from '../decisions/table-commands.ts'

export const DAY_ASKED = 'today()'
const DAY_LABEL = inBothLanguages({ ar: 'يوم حساب الرسم', en: 'Day the fee is computed' })

type Table = Pick<DecisionTable, 'input' | 'output' | 'rule'>

/** A row that gives a plain amount. */
export interface PlainAmount {
  readonly rule: number
  /** Its tests, "label: test", without those that let everything through. */
  readonly when: readonly { readonly column: string; readonly test: string }[]
  readonly amount: string
}

/** Money is a text, "25.00"; what it is computed of is a number, 0.5. */
const AMOUNT_CELL = /^("?)([0-9]+(?:\.[0-9]+)?)\1$/

export function plainAmounts(table: Table, dayColumn: number | undefined, from: string): readonly PlainAmount[] {
  const at = amountColumn(table)
  return (table.rule ?? []).flatMap((rule, index): readonly PlainAmount[] => {
    const amount = AMOUNT_CELL.exec(textOf(rule.outputEntry?.[at]))?.[2]
    if (amount === undefined) return []
    const tests = (rule.inputEntry ?? []).map(textOf)
    if (dayColumn !== undefined && splitAt(tests[dayColumn] ?? '-', from) === undefined) return []
    const when = tests.flatMap((test, column) =>
      isOpen(test) ? [] : [{ column: columnCalled(table.input?.[column]), test }],
    )
    return [{ rule: index, when, amount }]
  })
}

/** @returns -1 where the table answers no amount, nor one figure an amount is computed of */
export function amountColumn({ output = [], rule = [] }: Table): number {
  const named = output.findIndex(({ name }) => name === 'amount')
  if (named >= 0 || output.length !== 1 || rule.length === 0) return named
  return rule.every(({ outputEntry }) => AMOUNT_CELL.test(textOf(outputEntry?.[0]))) ? 0 : -1
}

export interface AmountTable {
  readonly decision: string
  readonly title: Text
  readonly table: DecisionTable
}

/** The table that answers a fee, and those whose figures it is computed of. */
export function amountTables(root: Pick<Definitions, 'drgElement'>, fee: string): readonly AmountTable[] {
  const decisions = new Map((root.drgElement ?? []).filter(isDecisionNode).map((it) => [it.id ?? '', it]))
  const asked = new Set([fee])
  for (const id of asked)
    for (const { requiredDecision } of decisions.get(id)?.informationRequirement ?? [])
      if (requiredDecision?.href?.startsWith('#')) asked.add(requiredDecision.href.slice(1))
  return [...asked].flatMap((id): readonly AmountTable[] => {
    const decision = decisions.get(id)
    const table = decision?.decisionLogic
    return decision && isTable(table) && amountColumn(table) >= 0
      ? [{ decision: id, title: titleOf(decision), table }]
      : []
  })
}

/** Columns that ask for a day. */
export const dayColumns = ({ input = [] }: Table): readonly number[] =>
  input.flatMap(({ inputExpression }, index) =>
    inputExpression?.typeRef?.replace(/^feel:/, '') === 'date' || inputExpression?.text?.trim() === DAY_ASKED
      ? [index]
      : [],
  )

export function columnCalled(input: InputClause | undefined): string {
  return input?.label ?? input?.inputExpression?.text ?? ''
}

const textOf = (cell: { readonly text?: string } | undefined): string => cell?.text?.trim() ?? ''
const isOpen = (test: string): boolean => test === '' || test === '-'

/**
 * @param dayColumn the column whose day counts; undefined: one is added, for the day the fee is computed
 * @param amounts by rule, as the table stands
 */
export function withNewAmounts(
  draft: DmnDraft,
  id: string,
  dayColumn: number | undefined,
  from: string,
  amounts: ReadonlyMap<number, string>,
  /** Why, beside the new rows; what stands beside the others is said of the old amount. */
  remark = '',
): void {
  const table = tableIn(draft, id)
  if (table === undefined || amounts.size === 0) return
  const column = dayColumn ?? addDayColumn(draft, table)
  const amountAt = amountColumn(table as Table)
  // From the last row on, so that those before keep their numbers.
  for (const [rule, amount] of [...amounts].toSorted(([one], [other]) => other - one)) {
    const split = splitAt(textOf((table as Table).rule?.[rule]?.inputEntry?.[column]), from)
    if (split === undefined) continue
    const isText = textOf((table as Table).rule?.[rule]?.outputEntry?.[amountAt]).startsWith('"')
    const cell = isText ? JSON.stringify(amount) : amount
    if (split.until === undefined) {
      setCell(table, 'output', rule, amountAt, cell)
      continue
    }
    copyRule(draft, table, rule)
    setCell(table, 'input', rule, column, split.until)
    setCell(table, 'input', rule + 1, column, split.from)
    setCell(table, 'output', rule + 1, amountAt, cell)
    for (const at of (table.annotation ?? []).keys()) setCell(table, 'annotation', rule + 1, at, at === 0 ? remark : '')
  }
}

function addDayColumn(draft: DmnDraft, table: Editable<DecisionTable>): number {
  addColumn(draft, table, 'input')
  const at = (table.input?.length ?? 1) - 1
  const input = table.input?.[at]
  if (input) setInput(draft, input, { label: DAY_LABEL, expression: DAY_ASKED, type: 'date' })
  return at
}

interface Split {
  /** Before the day; undefined: it only begins then. */
  readonly until: string | undefined
  /** From the day on. */
  readonly from: string
}

const DATE = String.raw`date\("(\d{4}-\d{2}-\d{2})"\)`
const BEFORE = new RegExp(`^(<=?)\\s*${DATE}$`)
const SINCE = new RegExp(`^>=\\s*${DATE}$`)
const BETWEEN = new RegExp(`^\\[\\s*${DATE}\\s*\\.\\.\\s*${DATE}\\s*([\\])])$`)
const date = (day: string): string => `date("${day}")`

/** A test of days in two, at a day within it; undefined where the day is not, or the test says something else. */
export function splitAt(test: string, day: string): Split | undefined {
  if (isOpen(test)) return { until: `< ${date(day)}`, from: `>= ${date(day)}` }
  const [, comparison, end] = BEFORE.exec(test) ?? []
  if (end !== undefined) {
    const isWithin = comparison === '<' ? day < end : day <= end
    const last = comparison === '<' ? ')' : ']'
    return isWithin ? { until: `< ${date(day)}`, from: `[${date(day)}..${date(end)}${last}` } : undefined
  }
  const [, begin] = SINCE.exec(test) ?? []
  if (begin !== undefined) {
    if (day === begin) return { until: undefined, from: test }
    return day > begin ? { until: `[${date(begin)}..${date(day)})`, from: `>= ${date(day)}` } : undefined
  }
  const [, first, last, bracket] = BETWEEN.exec(test) ?? []
  if (first === undefined || last === undefined) return undefined
  if (day === first) return { until: undefined, from: test }
  const isWithin = day > first && (bracket === ')' ? day < last : day <= last)
  return isWithin
    ? { until: `[${date(first)}..${date(day)})`, from: `[${date(day)}..${date(last)}${bracket ?? ']'}` }
    : undefined
}
