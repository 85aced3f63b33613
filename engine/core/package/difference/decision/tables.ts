/** Decision tables as things: which decide on money is said by the fees of the service, on either side. */
import { bilingual } from '../../../bilingual.ts'
import type { Definitions, Node } from '../../../dmn/source.ts'
import { isJsonObject } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Weight } from '../difference.ts'
import { listAt } from '../leaves.ts'
import type { Side } from '../side.ts'
import { named, same } from '../words.ts'
import { anatomyOf, called, isNode } from './anatomy.ts'

export interface Table {
  readonly file: string
  readonly node: Node
  readonly id: string
  readonly title: Text
  readonly weight: Weight
}

const NOUN: Text = { ar: 'القرار', en: 'the decision' }

export function tablesOf(side: Side, other: Side): readonly Table[] {
  const money = feeDecisions(side, other)
  return side.tables.flatMap(({ file, definitions }) =>
    [...(definitions.drgElement ?? []), ...(definitions.itemDefinition ?? [])].map((node): Table => {
      const id = node.id ?? node.name ?? ''
      return { file, node, id, title: named(NOUN, titleOf(node, id)), weight: money.has(id) ? 'money' : 'law' }
    }),
  )
}

/** The description is written in both languages; the name is what FEEL calls it. */
function titleOf(node: Node & { readonly name?: string }, id: string): Text {
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

export type Column = 'input' | 'output'

/** As rows name their cells. */
export const columnsCalled = (table: Table, kind: Column): readonly string[] =>
  nodesAt(logicOf(table), kind).map(called)

export function logicOf({ node }: Table): Node | undefined {
  const logic: unknown = Reflect.get(node, 'decisionLogic') ?? node
  return isNode(logic) ? logic : undefined
}

export function nodesAt(node: Node | undefined, name: string): readonly Node[] {
  const value: unknown = node && Reflect.get(node, name)
  return Array.isArray(value) ? value.filter(isNode) : []
}

export const TODAY = 'today()'

/** The expression that a column asks for. */
export function asks(table: Table, column: string): unknown {
  const input = nodesAt(logicOf(table), 'input').find((node, index) => called(node, index) === column)
  return input && anatomyOf(input).get('inputExpression/text')
}
