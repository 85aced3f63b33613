/** Of what kind an expression is, as far as its shape tells: a name, a path, a literal, a context of such. */
import { feelSource, isFeel } from '../../feel/feel.ts'
import { parse } from '../../feel/parse/parse.ts'
import { SyntaxFault } from '../../feel/parse/reader.ts'
import type { FeelNode } from '../../feel/syntax.ts'
import { ANY, NUMBER, TEXT, TRUTH, fieldOf, listOf, together, type Origin, type VariableType } from './variable.ts'

export type Lookup = (name: string) => VariableType | undefined

export function typeOfExpression(text: string, lookup: Lookup, origin: Origin): VariableType {
  const trimmed = text.trim()
  if (!isFeel(trimmed)) return TEXT
  const node = parse(feelSource(trimmed), 'expression', [])
  return node instanceof SyntaxFault ? ANY : typeOf(node, lookup, origin)
}

function typeOf(node: FeelNode, lookup: Lookup, origin: Origin): VariableType {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string'
        ? TEXT
        : typeof node.value === 'number'
          ? NUMBER
          : typeof node.value === 'boolean'
            ? TRUTH
            : ANY
    case 'name':
      return lookup(node.name) ?? ANY
    case 'path':
      return fieldOf(typeOf(node.base, lookup, origin), node.key) ?? ANY
    case 'filter':
      return filtered(typeOf(node.base, lookup, origin), typeOf(node.condition, lookup, origin))
    case 'compare':
    case 'between':
    case 'in':
    case 'logic':
    case 'quantified':
      return TRUTH
    case 'list':
      return listOf(node.items.map((it) => typeOf(it, lookup, origin)).reduce(together, ANY))
    case 'context':
      return {
        kind: 'object',
        fields: node.entries.map(([name, value]) => ({ name, type: typeOf(value, lookup, origin), origin })),
      }
    case 'if':
      return together(typeOf(node.whenTrue, lookup, origin), typeOf(node.whenFalse, lookup, origin))
    default:
      return ANY
  }
}

/** A position gives one of them, a condition those it holds for; a name could be either. */
function filtered(base: VariableType, condition: VariableType): VariableType {
  if (condition.kind === 'truth' || base.kind !== 'list') return base
  return condition.kind === 'number' ? base.of : ANY
}
