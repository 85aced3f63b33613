/** What can be done to a decision table: cells, rules, columns. Each changes the opened file and nothing else of it. */
import type {
  DmnDraft,
  Editable,
  Decision,
  DecisionTable,
  DecisionRule,
  InputClause,
  LiteralExpression,
  Node,
  OutputClause,
  Text as Remark,
  UnaryTests,
} from '../../engine/core/dmn/rewrite.ts'
import { isDecisionNode, isTable } from './nodes.ts'

type Table = Editable<DecisionTable>

export const decisionIn = ({ root }: DmnDraft, id: string): Editable<Decision> | undefined =>
  root.drgElement?.find((it) => it.id === id && isDecisionNode(it)) as Editable<Decision> | undefined

export function tableIn(draft: DmnDraft, id: string): Table | undefined {
  const logic = decisionIn(draft, id)?.decisionLogic
  return isTable(logic) ? (logic as Table) : undefined
}

/** Which side of the table a column stands on. */
export type Side = 'input' | 'output' | 'annotation'

const ENTRIES = { input: 'inputEntry', output: 'outputEntry', annotation: 'annotationEntry' } as const

/** The parents that moddle writes by are kept right. */
function owned<T extends object>(node: T, parent: object): T {
  Object.assign(node, { $parent: parent })
  return node
}

/** Short, and used nowhere else in the file. */
function freshId(draft: DmnDraft, start: string): string {
  const taken = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && typeof value.id === 'string') taken.add(value.id)
    for (const [key, inner] of Object.entries(value)) if (!key.startsWith('$')) walk(inner)
  }
  walk(draft.root)
  for (let number = 1; ; number++) if (!taken.has(`${start}_${String(number)}`)) return `${start}_${String(number)}`
}

export function setCell(table: Table, side: Side, rule: number, column: number, text: string): void {
  const cell = table.rule?.[rule]?.[ENTRIES[side]]?.[column]
  if (cell) cell.text = text
}

const fresh = (draft: DmnDraft, side: Side, text: string): Editable<UnaryTests | LiteralExpression | Remark> => {
  if (side === 'input') return draft.create<UnaryTests>('dmn:UnaryTests', { id: freshId(draft, 'entry'), text })
  if (side === 'output')
    return draft.create<LiteralExpression>('dmn:LiteralExpression', { id: freshId(draft, 'entry'), text })
  return draft.create<Remark>('dmn:RuleAnnotation', { text })
}

/** @param tests one per condition; those that are not given let everything through */
export function addRule(
  draft: DmnDraft,
  table: Table,
  at: number,
  tests: readonly string[] = [],
  answers: readonly string[] = [],
): void {
  const rule = draft.create<DecisionRule & { $type: string }>('dmn:DecisionRule', { id: freshId(draft, 'rule') })
  table.rule = [...(table.rule ?? []).slice(0, at), owned(rule, table), ...(table.rule ?? []).slice(at)]
  const texts: Readonly<Record<Side, (column: number) => string>> = {
    input: (column) => tests[column] ?? '-',
    output: (column) => answers[column] ?? '',
    annotation: () => '',
  }
  for (const side of ['input', 'output', 'annotation'] as const)
    for (const column of (table[side] ?? []).keys()) append(draft, rule, side, texts[side](column))
}

function append(draft: DmnDraft, rule: Editable<DecisionRule>, side: Side, text: string): void {
  const cell = owned(fresh(draft, side, text), rule)
  Object.assign(rule, { [ENTRIES[side]]: [...(rule[ENTRIES[side]] ?? []), cell] })
}

export function copyRule(draft: DmnDraft, table: Table, at: number): void {
  const source = table.rule?.[at]
  if (source === undefined) return
  const textsOf = (side: Side): readonly string[] => (source[ENTRIES[side]] ?? []).map(({ text = '' }) => text)
  addRule(draft, table, at + 1, textsOf('input'), textsOf('output'))
  for (const [column, text] of textsOf('annotation').entries()) setCell(table, 'annotation', at + 1, column, text)
}

export function removeRule(table: Table, at: number): void {
  table.rule = (table.rule ?? []).filter((_, index) => index !== at)
}

export function moveRule(table: Table, from: number, to: number): void {
  table.rule = moved(table.rule ?? [], from, to)
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const left = list.filter((_, index) => index !== from)
  const item = list[from]
  return item === undefined || to < 0 || to >= list.length ? [...list] : [...left.slice(0, to), item, ...left.slice(to)]
}

export function addColumn(draft: DmnDraft, table: Table, side: Side): void {
  const column = columnOf(draft, side)
  Object.assign(table, { [side]: [...(table[side] ?? []), owned(column, table)] })
  for (const rule of table.rule ?? []) append(draft, rule, side, side === 'input' ? '-' : '')
}

function columnOf(draft: DmnDraft, side: Side): Editable<Node> {
  if (side === 'annotation') return draft.create('dmn:RuleAnnotationClause', { name: 'ملاحظات · Remarks' })
  if (side === 'output')
    return draft.create<OutputClause>('dmn:OutputClause', {
      id: freshId(draft, 'output'),
      name: freshId(draft, 'answer'),
    })
  const input = draft.create<InputClause>('dmn:InputClause', { id: freshId(draft, 'input') })
  const expression = draft.create<LiteralExpression>('dmn:LiteralExpression', {
    id: freshId(draft, 'expression'),
    typeRef: 'string',
    text: '',
  })
  input.inputExpression = owned(expression, input)
  return input
}

export function removeColumn(table: Table, side: Side, at: number): void {
  const keep = <T>(list: readonly T[] | undefined): T[] => (list ?? []).filter((_, index) => index !== at)
  Object.assign(table, { [side]: keep<unknown>(table[side]) })
  for (const rule of table.rule ?? []) Object.assign(rule, { [ENTRIES[side]]: keep<unknown>(rule[ENTRIES[side]]) })
}

export function moveColumn(table: Table, side: Side, from: number, to: number): void {
  Object.assign(table, { [side]: moved<unknown>(table[side] ?? [], from, to) })
  for (const rule of table.rule ?? [])
    Object.assign(rule, { [ENTRIES[side]]: moved<unknown>(rule[ENTRIES[side]] ?? [], from, to) })
}

/** What a column asks or answers; an empty text takes the part away. */
export interface ColumnText {
  readonly label?: string
  readonly expression?: string
  readonly type?: string
  readonly name?: string
  readonly values?: string
  readonly fallback?: string
}

export function setInput(draft: DmnDraft, input: Editable<InputClause>, text: ColumnText): void {
  if (text.label !== undefined) input.label = text.label
  if (text.expression !== undefined && input.inputExpression) input.inputExpression.text = text.expression
  if (text.type !== undefined && input.inputExpression) setType(input.inputExpression, text.type)
  if (text.values !== undefined) input.inputValues = valuesOf(draft, input, input.inputValues, text.values)
}

export function setOutput(draft: DmnDraft, output: Editable<OutputClause>, text: ColumnText): void {
  if (text.label !== undefined) output.label = text.label
  if (text.name !== undefined) output.name = text.name
  if (text.type !== undefined) setType(output, text.type)
  if (text.values !== undefined) output.outputValues = valuesOf(draft, output, output.outputValues, text.values)
  if (text.fallback === undefined) return
  const fallback = draft.create<LiteralExpression>('dmn:LiteralExpression', { text: text.fallback })
  output.defaultOutputEntry = text.fallback === '' ? undefined : owned(fallback, output)
}

function setType(node: { typeRef?: string | undefined }, type: string): void {
  node.typeRef = type === '' ? undefined : type
}

function valuesOf(
  draft: DmnDraft,
  parent: object,
  before: Editable<UnaryTests> | undefined,
  text: string,
): Editable<UnaryTests> | undefined {
  if (text === '') return undefined
  if (before === undefined)
    return owned(draft.create<UnaryTests>('dmn:UnaryTests', { id: freshId(draft, 'values'), text }), parent)
  before.text = text
  return before
}
