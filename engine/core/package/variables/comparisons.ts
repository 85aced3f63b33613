/** Where an expression compares what is one of several texts, such as the answer to a choice, with a text. */
import type { CallNode, FeelNode, Iterator, Test } from '../../feel/syntax.ts'
import { itemOf, typeOfNode, type Lookup } from './expression-type.ts'
import { ANY, fieldOf, type VariableType } from './variable.ts'

export interface Comparison {
  /** As the expression names it: "applicant.kind". */
  readonly what: string
  readonly choices: readonly string[]
  readonly with: string
}

/** @param lookup of what kind a name is; undefined where nothing is known by it */
export function comparisonsIn(node: FeelNode, lookup: Lookup): readonly Comparison[] {
  const all = (nodes: readonly FeelNode[], around: Lookup = lookup): readonly Comparison[] =>
    nodes.flatMap((it) => comparisonsIn(it, around))
  switch (node.kind) {
    case 'literal':
    case 'name':
      return []
    case 'path':
      return all([node.base])
    case 'filter':
      return [...all([node.base]), ...all([node.condition], inEntry(node.base, lookup))]
    case 'call':
      return [...all(argumentsOf(node)), ...inCall(node, lookup)]
    case 'negate':
      return all([node.operand])
    case 'arithmetic':
      return all([node.first, ...node.rest.map((it) => it.operand)])
    case 'compare':
      return [
        ...all([node.left, node.right]),
        ...(node.operator === '=' || node.operator === '!='
          ? [...compared(node.left, [node.right], lookup), ...compared(node.right, [node.left], lookup)]
          : []),
      ]
    case 'between':
      return all([node.value, node.low, node.high])
    case 'in': {
      const operands = node.tests.flatMap(operandOf)
      return [...all([node.value, ...operands]), ...compared(node.value, operands, lookup)]
    }
    case 'logic':
      return all(node.operands)
    case 'if':
      return all([node.condition, node.whenTrue, node.whenFalse])
    case 'for':
      return [...inDomains(node.iterators, lookup), ...all([node.body], within(node.iterators, lookup))]
    case 'quantified':
      return [...inDomains(node.iterators, lookup), ...all([node.condition], within(node.iterators, lookup))]
    case 'range':
      return all([node.from, node.to].filter((it) => it !== null))
    case 'list':
      return all(node.items)
    case 'context':
      return inContext(node.entries, lookup)
    case 'function':
      return all([node.body], (name) => (node.params.some((it) => it.name === name) ? ANY : lookup(name)))
    case 'instance':
      return all([node.value])
  }
}

const argumentsOf = ({ args }: CallNode): readonly FeelNode[] =>
  args.kind === 'positional' ? args.values : args.values.map(([, value]) => value)

/** Equal to one of them; what is less or more than a text is nobody's choice. */
const operandOf = (test: Test): readonly FeelNode[] => {
  if (test.kind === 'value') return [test.value]
  return test.kind === 'compare' && (test.operator === '=' || test.operator === '!=') ? [test.operand] : []
}

/** @param others what it is compared with: texts, or lists of such */
function compared(node: FeelNode, others: readonly FeelNode[], lookup: Lookup): readonly Comparison[] {
  const { asked, instead } = unlessMissing(node)
  const type = typeOfNode(asked, lookup)
  return ofChoices(asked, type.kind === 'list' ? type.of : type, instead, others)
}

/** `list contains(list, text)`; a text that is searched in has no choices. */
function inCall(node: CallNode, lookup: Lookup): readonly Comparison[] {
  if (node.callee.kind !== 'name' || node.callee.name !== 'list contains') return []
  const [list, ...others] = argumentsOf(node)
  if (list === undefined) return []
  const { asked, instead } = unlessMissing(list)
  const type = typeOfNode(asked, lookup)
  return type.kind === 'list' && !type.unsure ? ofChoices(asked, type.of, instead, others) : []
}

function ofChoices(
  asked: FeelNode,
  type: VariableType,
  instead: readonly string[],
  others: readonly FeelNode[],
): readonly Comparison[] {
  const what = nameOf(asked)
  if (type.kind !== 'text' || type.choices === undefined || type.unsure || what === undefined) return []
  const choices = [...type.choices, ...instead]
  return others.flatMap(textsIn).map((text) => ({ what, choices, with: text }))
}

/** `get or else(purpose, "")` is the purpose, or what stands there instead. */
function unlessMissing(node: FeelNode): { readonly asked: FeelNode; readonly instead: readonly string[] } {
  if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'get or else')
    return { asked: node, instead: [] }
  const [asked = node, ...others] = argumentsOf(node)
  return { asked, instead: others.flatMap(textsIn) }
}

function textsIn(node: FeelNode): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap(textsIn)
  return node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : []
}

function nameOf(node: FeelNode): string | undefined {
  if (node.kind === 'name') return node.name
  const base = node.kind === 'path' ? nameOf(node.base) : undefined
  return node.kind === 'path' && base !== undefined ? `${base}.${node.key}` : undefined
}

/** In a filter the keys of an entry come first; where they are not all known, a name may be one of them. */
function inEntry(list: FeelNode, lookup: Lookup): Lookup {
  const item = itemOf(typeOfNode(list, lookup))
  return (name) => {
    if (name === 'item') return item
    const own = fieldOf(item, name)
    if (own !== undefined) return own
    return item.kind === 'any' || (item.kind === 'object' && !item.closed) ? ANY : lookup(name)
  }
}

const inDomains = (iterators: readonly Iterator[], lookup: Lookup): readonly Comparison[] =>
  iterators.flatMap(({ domain }, index) => comparisonsIn(domain, within(iterators.slice(0, index), lookup)))

/** Each iterator knows those before it. */
const within = (iterators: readonly Iterator[], around: Lookup): Lookup =>
  iterators.reduce<Lookup>((lookup, { name, domain, until }) => {
    const item = until === null ? itemOf(typeOfNode(domain, lookup)) : ANY
    return (asked) => (asked === name ? item : lookup(asked))
  }, around)

function inContext(entries: readonly (readonly [string, FeelNode])[], around: Lookup): readonly Comparison[] {
  let lookup = around
  return entries.flatMap(([name, value]) => {
    const known = lookup
    const found = comparisonsIn(value, known)
    const type = typeOfNode(value, known)
    lookup = (asked) => (asked === name ? type : known(asked))
    return found
  })
}
