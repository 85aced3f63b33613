/** Of what kind a built-in function gives something, as far as what it is given tells. */
import type { Arguments, FeelNode } from '../../feel/syntax.ts'
import {
  ANY,
  DATE,
  NULL,
  NUMBER,
  TEXT,
  TRUTH,
  either,
  fieldOf,
  listOf,
  type Origin,
  type VariableType,
} from './variable.ts'

export function typeOfCall(
  name: string,
  args: Arguments,
  typeOf: (node: FeelNode) => VariableType,
  origin: Origin,
): VariableType {
  const fixed = RESULTS.get(name)
  if (fixed) return fixed
  if (args.kind === 'named') return ANY
  const { values } = args
  if (ALL_OF_FIRST.has(name)) return listFrom(values.slice(0, 1).map(typeOf))
  if (ALL_OF_EACH.has(name)) return listFrom(values.map(typeOf))
  switch (name) {
    case 'get or else':
      return values.map(typeOf).reduce(either, NULL)
    case 'append':
      return listFrom(values.map((it, index) => (index === 0 ? typeOf(it) : listOf(typeOf(it)))))
    case 'get value':
      return valueIn(values, typeOf)
    case 'context put':
      return putInto(values, typeOf, origin)
    case 'context merge':
      return merged(values, typeOf)
    default:
      return ANY
  }
}

const named = (type: VariableType, names: string): readonly (readonly [string, VariableType])[] =>
  names.split(', ').map((name) => [name, type])

const RESULTS: ReadonlyMap<string, VariableType> = new Map([
  ...named(
    TEXT,
    'string, substring, upper case, lower case, trim, substring before, substring after, replace, string join',
  ),
  ...named(NUMBER, 'number, count, sum, mean, median, product, stddev, floor, ceiling, abs, modulo, sqrt, log, exp'),
  ...named(NUMBER, 'string length, working days between'),
  ...named(TRUTH, 'not, is, is defined, list contains, is empty, odd, even, matches, is blank, contains, starts with'),
  ...named(TRUTH, 'ends with, all, any, is working day'),
  ...named(DATE, 'date, time, date and time, now, today, add working days'),
  ...named(listOf(TEXT), 'split, extract'),
])

const ALL_OF_FIRST: ReadonlySet<string> = new Set(['sublist', 'remove', 'reverse', 'sort', 'distinct values'])
const ALL_OF_EACH: ReadonlySet<string> = new Set(['concatenate', 'union'])

const listFrom = (lists: readonly VariableType[]): VariableType =>
  lists.length > 0 && lists.every(({ kind }) => kind === 'list') ? lists.reduce(either) : listOf(ANY)

const textIn = (node: FeelNode | undefined): string | undefined =>
  node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined

function valueIn([from, key]: readonly FeelNode[], typeOf: (node: FeelNode) => VariableType): VariableType {
  const name = textIn(key)
  return (from && name !== undefined && fieldOf(typeOf(from), name)) || ANY
}

function putInto(
  [into, key, value]: readonly FeelNode[],
  typeOf: (node: FeelNode) => VariableType,
  origin: Origin,
): VariableType {
  const name = textIn(key)
  if (!into || !value) return ANY
  const before = typeOf(into)
  if (before.kind !== 'object' || name === undefined) return ANY
  const fields = [...before.fields.filter((it) => it.name !== name), { name, type: typeOf(value), origin }]
  return { ...before, fields }
}

/** What one of them has the whole has, as the last says it. */
function merged(values: readonly FeelNode[], typeOf: (node: FeelNode) => VariableType): VariableType {
  const [first] = values
  const parts = (values.length === 1 && first?.kind === 'list' ? first.items : values).map(typeOf)
  const objects = parts.filter((it) => it.kind === 'object')
  if (objects.length === 0) return ANY
  const fields = new Map(objects.flatMap((it) => it.fields.map((field) => [field.name, field] as const)))
  const isUnsure = objects.length < parts.length || objects.some((it) => it.unsure)
  const isClosed = objects.every((it) => it.closed)
  return {
    kind: 'object',
    fields: [...fields.values()],
    ...(isClosed && { closed: true }),
    ...(isUnsure && { unsure: true }),
  }
}
