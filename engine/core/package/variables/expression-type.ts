/** Of what kind an expression is, as far as its shape tells: a name, a path, a literal, a context of such. */
import { builtinNames, feelSource, isFeel } from '../../feel/feel.ts'
import { parse } from '../../feel/parse/parse.ts'
import { SyntaxFault } from '../../feel/parse/reader.ts'
import type { FeelNode, ForNode } from '../../feel/syntax.ts'
import type { FeelValue } from '../../feel/value.ts'
import { typeOfCall } from './call-type.ts'
import {
  ANY,
  NULL,
  NUMBER,
  TEXT,
  TRUTH,
  asSureAs,
  either,
  fieldOf,
  listOf,
  type Origin,
  type VariableType,
} from './variable.ts'

export type Lookup = (name: string) => VariableType | undefined

export function typeOfExpression(text: string, lookup: Lookup, origin: Origin): VariableType {
  const trimmed = text.trim()
  if (!isFeel(trimmed)) return TEXT
  const node = parse(feelSource(trimmed), 'expression', builtinNames)
  return node instanceof SyntaxFault ? ANY : typeOf(node, lookup, origin)
}

const NOWHERE: Origin = { kind: 'masar' }

/** Of what kind a part of an expression is; where it comes from does not matter. */
export const typeOfNode = (node: FeelNode, lookup: Lookup): VariableType => typeOf(node, lookup, NOWHERE)

/** Of what kind an entry of a list is. */
export const itemOf = (list: VariableType): VariableType => (list.kind === 'list' ? asSureAs(list, list.of) : ANY)

function typeOf(node: FeelNode, lookup: Lookup, origin: Origin): VariableType {
  const of = (it: FeelNode): VariableType => typeOf(it, lookup, origin)
  switch (node.kind) {
    case 'literal':
      return ofLiteral(node.value)
    case 'name':
      return lookup(node.name) ?? ANY
    case 'path':
      return fieldOf(of(node.base), node.key) ?? ANY
    case 'filter':
      return filtered(of(node.base), of(node.condition))
    case 'compare':
    case 'between':
    case 'in':
    case 'logic':
    case 'quantified':
    case 'instance':
      return TRUTH
    case 'list':
      return listOf(node.items.map(of).reduce(either, NULL))
    case 'context':
      return {
        kind: 'object',
        fields: node.entries.map(([name, value]) => ({ name, type: of(value), origin })),
        closed: true,
      }
    case 'if':
      return either(of(node.whenTrue), of(node.whenFalse))
    case 'for':
      return listOf(typeOf(node.body, within(node, lookup, origin), origin))
    case 'call':
      return node.callee.kind === 'name' ? typeOfCall(node.callee.name, node.args, of, origin) : ANY
    default:
      return ANY
  }
}

function ofLiteral(value: FeelValue): VariableType {
  if (value === null) return NULL
  if (typeof value === 'string') return TEXT
  if (typeof value === 'number') return NUMBER
  return typeof value === 'boolean' ? TRUTH : ANY
}

/** A position gives one of them, a condition those it holds for; a name could be either. */
function filtered(base: VariableType, condition: VariableType): VariableType {
  if (condition.kind === 'truth' || base.kind !== 'list') return base
  return condition.kind === 'number' ? asSureAs(base, base.of) : ANY
}

/** Each iterator knows those before it. */
function within({ iterators }: ForNode, around: Lookup, origin: Origin): Lookup {
  return iterators.reduce<Lookup>((lookup, { name, domain, until }) => {
    const all = until === null ? typeOf(domain, lookup, origin) : listOf(NUMBER)
    const item = itemOf(all)
    return (asked) => (asked === name ? item : lookup(asked))
  }, around)
}
