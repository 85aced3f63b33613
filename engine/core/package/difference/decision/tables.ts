/** Decision tables as things: which decide on money is said by the fees of the service, on either side. */
import { bilingual } from '../../../bilingual.ts'
import type { Definitions, Node } from '../../../dmn/source.ts'
import { isJsonObject, type JsonObject } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Weight } from '../difference.ts'
import { questionAsked } from '../expression-words.ts'
import { listAt } from '../leaves.ts'
import type { Side } from '../side.ts'
import { otherThan, type Which } from '../thing.ts'
import { named, same } from '../words.ts'
import { anatomyOf, isNode } from './anatomy.ts'
import { nodesAt } from './nodes.ts'
import { columnNames } from './column-names.ts'

export interface Table {
  readonly file: string
  readonly node: Node
  readonly id: string
  readonly title: Text
  readonly weight: Weight
  /** What its columns are called, each by one name: as the newer side calls them, where it is the same column there. */
  readonly columns: Readonly<Record<Column, readonly string[]>>
  /** What forms say of the question that a column asks for; {} where it asks for something else. */
  questionOf(column: string): JsonObject
}

export type Column = 'input' | 'output' | 'annotation'

const NOUNS: Readonly<Record<string, Text>> = {
  'dmn:InputData': { ar: 'المُدخل', en: 'the input' },
  'dmn:ItemDefinition': { ar: 'نوع البيانات', en: 'the kind of data' },
  'dmn:BusinessKnowledgeModel': { ar: 'القاعدة المشتركة', en: 'the shared rule' },
  'dmn:KnowledgeSource': { ar: 'المرجع', en: 'the source' },
}
const DECISION: Text = { ar: 'القرار', en: 'the decision' }

export function tablesOf(side: Side, other: Side, which: Which): readonly Table[] {
  const money = feeDecisions(side, other)
  const twins = which === 'newer' ? new Map<string, Node>() : new Map(nodesOf(other).map((node) => [keyOf(node), node]))
  return side.tables.flatMap(({ file, definitions }) =>
    nodesIn(definitions).map((node): Table => {
      const id = idOf(node)
      const columns = columnNames(logicOf(node), logicOf(twins.get(keyOf(node))))
      const questions = new Map<string, JsonObject>()
      return {
        file,
        node,
        id,
        title: named(NOUNS[node.$type] ?? DECISION, titleOf(node, id)),
        weight: money.has(id) ? 'money' : 'law',
        columns,
        questionOf(column) {
          const question = questions.get(column) ?? questionAsked(String(asks({ node, columns }, column) ?? ''), side)
          questions.set(column, question)
          return question
        },
      }
    }),
  )
}

type Named = Node & { readonly name?: string }

const nodesOf = ({ tables }: Side): readonly Named[] => tables.flatMap(({ definitions }) => nodesIn(definitions))
const nodesIn = ({ drgElement = [], itemDefinition = [] }: Definitions): readonly Named[] => [
  ...drgElement,
  ...itemDefinition,
]
const idOf = ({ id, name }: Named): string => id ?? name ?? ''

/** An input of one file may be called by the id of a decision in another. */
const keyOf = (node: Named): string => `${node.$type} ${idOf(node)}`

/** Each with the same one of the other side, where there is one. */
export function pairsOf(side: Side, other: Side, which: Which): readonly (readonly [Table, Table | undefined])[] {
  const there = new Map(tablesOf(other, side, otherThan(which)).map((table) => [keyOf(table.node), table]))
  return tablesOf(side, other, which).map((table) => [table, there.get(keyOf(table.node))])
}

/** What a decision asks first, "fees.dmn#kind", as people call it. */
export function titlesIn({ tables }: Side): ReadonlyMap<string, Text> {
  return new Map(
    tables.flatMap(({ file, definitions }) =>
      nodesIn(definitions).map((node): [string, Text] => [`${file}#${idOf(node)}`, titleOf(node, idOf(node))]),
    ),
  )
}

/** The description is written in both languages; the name is what FEEL calls it. */
function titleOf(node: Named, id: string): Text {
  const description: unknown = Reflect.get(node, 'description')
  return typeof description === 'string' && description !== '' ? bilingual(description) : same(node.name ?? id)
}

/** Decisions that give a fee, and all they ask in their turn. */
function feeDecisions(...sides: readonly Side[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { workflow } of sides)
    for (const fee of listAt(workflow, 'fees'))
      if (isJsonObject(fee) && typeof fee['decision'] === 'string') found.add(fee['decision'])
  const needs = new Map(sides.flatMap(({ tables }) => tables.flatMap(({ definitions }) => needsOf(definitions))))
  for (const id of found) for (const needed of needs.get(id) ?? []) found.add(needed)
  return found
}

const needsOf = ({ drgElement = [] }: Definitions): readonly [string, readonly string[]][] =>
  drgElement.map((node) => [node.id ?? '', hrefsIn(node)])

function hrefsIn(node: Node): readonly string[] {
  return Object.entries(node).flatMap(([name, value]): readonly string[] => {
    if (name === 'href' && typeof value === 'string') return [value.replace(/^.*#/, '')]
    if (name.startsWith('$') || name === 'decisionLogic') return []
    return (Array.isArray(value) ? value : [value]).filter(isNode).flatMap(hrefsIn)
  })
}

export function logicOf(node: Node | undefined): Node | undefined {
  const logic: unknown = node && (Reflect.get(node, 'decisionLogic') ?? node)
  return isNode(logic) ? logic : undefined
}

export const TODAY = 'today()'

/** The expression that a column asks for. */
export function asks({ node, columns }: Pick<Table, 'node' | 'columns'>, column: string): unknown {
  const input = nodesAt(logicOf(node), 'input')[columns.input.indexOf(column)]
  return input && anatomyOf(input).get('inputExpression/text')
}
