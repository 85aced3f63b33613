/** What a decision wants to be asked with: the values its tables and expressions look at, each with its type and what it may be. */
import type { Definitions, Node } from '../../engine/core/dmn/rewrite.ts'
import { parse } from '../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../engine/core/feel/parse/reader.ts'
import type { FeelNode } from '../../engine/core/feel/syntax.ts'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { isJsonObject } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import { isTable, isDecisionNode } from './nodes.ts'

export type AskedType = 'number' | 'boolean' | 'date' | 'string' | 'any'

export interface Asked {
  /** "building.areaM2" */
  readonly path: string
  readonly type: AskedType
  /** What it may be, or what rules ask for; texts without quotes. */
  readonly values: readonly string[]
  /** What the column is called, "Arabic · English". */
  readonly label?: string
  /** By their values, as people are asked. */
  readonly spoken?: ReadonlyMap<string, Text>
}

/** A question by the path of its answer, with what may be answered. */
export interface Answered {
  readonly name: string
  readonly answers: readonly { readonly value: string | number | boolean; readonly label: Text }[]
}

/** With whatever else the questions can be answered by: rules need not speak of every answer. */
export const withAnswers = (asked: readonly Asked[], questions: readonly Answered[]): readonly Asked[] =>
  asked.map((one) => {
    const { answers = [] } = questions.find(({ name }) => name === one.path) ?? {}
    const spoken = new Map(answers.flatMap(({ value, label }) => (typeof value === 'string' ? [[value, label]] : [])))
    if (spoken.size === 0) return one
    return { ...one, values: [...new Set([...spoken.keys(), ...one.values])], spoken }
  })

/** @param inputs the variables the decision reads, as the engine found them */
export function askedBy(root: Definitions, inputs: readonly string[]): readonly Asked[] {
  const found = new Map<string, Asked>()
  for (const column of (root.drgElement ?? []).filter(isDecisionNode).flatMap(columnsOf))
    if (inputs.includes(column.path.split('.')[0] ?? '')) found.set(column.path, column)
  for (const text of textsIn(root))
    for (const path of pathsIn(text))
      if (inputs.includes(path.split('.')[0] ?? '') && !found.has(path))
        found.set(path, { path, type: 'any', values: [] })
  const all = [...found.values()]
  // A whole of which parts are asked is no value by itself.
  return all.filter(({ path }) => !all.some((other) => other.path.startsWith(`${path}.`)))
}

function columnsOf(node: Parameters<typeof isTable>[0] & { readonly decisionLogic?: unknown }): readonly Asked[] {
  const table = node.decisionLogic
  if (!isTable(table)) return []
  return (table.input ?? []).flatMap((input, index) => {
    const path = input.inputExpression?.text?.trim() ?? ''
    if (!PATH.test(path)) return []
    const cells = [
      input.inputValues?.text ?? '',
      ...(table.rule ?? []).map((rule) => rule.inputEntry?.[index]?.text ?? ''),
    ]
    const values = [...new Set(cells.flatMap((cell) => [...cell.matchAll(QUOTED)].map((match) => match[1] ?? '')))]
    const type = typeOf(input.inputExpression?.typeRef, values.length > 0)
    return [
      { path, type, values: type === 'string' ? values : [], ...(input.label !== undefined && { label: input.label }) },
    ]
  })
}

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u
const QUOTED = /"([^"\\]*)"/g

function typeOf(reference: string | undefined, quoted: boolean): AskedType {
  const name = reference?.replace(/^feel:/, '')
  if (name === 'number' || name === 'boolean' || name === 'date' || name === 'string') return name
  return quoted ? 'string' : 'any'
}

function textsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'text' in node && typeof node.text === 'string' && isExpression(node) ? [node.text] : []
  const inner = Object.entries(node).flatMap(([key, value]) =>
    key.startsWith('$') ? [] : Array.isArray(value) ? value.flatMap(textsIn) : textsIn(value),
  )
  return [...own, ...inner]
}

const isExpression = (node: object): boolean => (node as Partial<Node>).$type === 'dmn:LiteralExpression'

/** Dotted ways from a name, "a.b.c", as far as each goes. */
export function pathsIn(source: string): readonly string[] {
  const node = parse(source, 'expression', [])
  return node instanceof SyntaxFault ? [] : [...new Set(waysIn(node))]
}

function waysIn(node: FeelNode): readonly string[] {
  const way = wayOf(node)
  if (way !== undefined) return [way]
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value.flatMap(within) : within(value)))
}

function within(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(within)
  if (typeof value !== 'object' || value === null) return []
  if ('kind' in value && 'start' in value) return waysIn(value as FeelNode)
  return Object.values(value).flatMap(within)
}

function wayOf(node: FeelNode): string | undefined {
  if (node.kind === 'name') return node.name
  if (node.kind !== 'path') return undefined
  const base = wayOf(node.base)
  return base === undefined ? undefined : `${base}.${node.key}`
}

export function sampleAt(sample: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = sample
  for (const key of path.split('.')) value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return value
}

export function withSample(sample: JsonObject, path: string, value: JsonValue | undefined): JsonObject {
  const [key = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    if (value !== undefined) return { ...sample, [key]: value }
    return Object.fromEntries(Object.entries(sample).filter(([name]) => name !== key))
  }
  const inner = sample[key]
  return { ...sample, [key]: withSample(isJsonObject(inner) ? inner : {}, rest.join('.'), value) }
}

/** A plain value as FEEL writes it. */
export function feelOf(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => feelOf(item)).join(', ')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(
    ([key, item]) => `${PATH.test(key) ? key : JSON.stringify(key)}: ${feelOf(item)}`,
  )
  return `{${entries.join(', ')}}`
}
