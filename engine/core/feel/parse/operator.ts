/**
 * Operators by how tightly they bind, from `or` down to the minus sign (which binds tighter than `**`, as DMN has it).
 */
import type { ArithmeticOperator, ComparisonOperator, FeelNode, LogicNode, Operation } from '../syntax.ts'
import { type Parser, spot } from './parser.ts'
import { parsePostfix } from './postfix.ts'
import { parseType } from './type.ts'

const comparisons = ['!=', '<=', '>=', '=', '<', '>'] as const satisfies readonly ComparisonOperator[]

/** Loosest first; within a level from left to right. */
const arithmeticLevels: readonly (readonly ArithmeticOperator[])[] = [['+', '-'], ['*', '/'], ['**']]

export function parseOr(parser: Parser): FeelNode {
  return parseLogic(parser, 'or', parseAnd)
}

function parseAnd(parser: Parser): FeelNode {
  return parseLogic(parser, 'and', parseComparison)
}

function parseLogic(parser: Parser, operator: LogicNode['operator'], next: (parser: Parser) => FeelNode): FeelNode {
  parser.reader.skip()
  const start = parser.reader.position
  const operands = [next(parser)]
  while (parser.reader.takesWord(operator)) operands.push(next(parser))
  const [only] = operands
  if (operands.length === 1 && only !== undefined) return only
  return { kind: 'logic', operator, operands, ...spot(parser, start, operands) }
}

function parseComparison(parser: Parser): FeelNode {
  const { reader } = parser
  reader.skip()
  const start = reader.position
  let left = parser.operand()
  for (;;) {
    const operator = comparisons.find((symbol) => reader.takes(symbol))
    if (operator !== undefined) {
      const right = parser.operand()
      left = { kind: 'compare', operator, left, right, ...spot(parser, start, [left, right]) }
    } else if (reader.takesWord('between')) left = parseBetween(parser, start, left)
    else if (reader.takesWord('in')) left = parser.in(left)
    else return left
  }
}

function parseBetween(parser: Parser, start: number, value: FeelNode): FeelNode {
  const low = parser.operand()
  parser.reader.expectWord('and', 'between the bounds of between')
  const high = parser.operand()
  return { kind: 'between', value, low, high, ...spot(parser, start, [value, low, high]) }
}

export function parseArithmetic(parser: Parser, level = 0): FeelNode {
  const operators = arithmeticLevels[level]
  if (operators === undefined) return parseNegation(parser)
  parser.reader.skip()
  const start = parser.reader.position
  const first = parseArithmetic(parser, level + 1)
  const rest: Operation<ArithmeticOperator>[] = []
  for (;;) {
    const operator = operators.find((symbol) => takesOperator(parser, symbol))
    if (operator === undefined) break
    rest.push({ operator, operand: parseArithmetic(parser, level + 1) })
  }
  if (rest.length === 0) return first
  return { kind: 'arithmetic', first, rest, ...spot(parser, start, [first, ...rest.map(({ operand }) => operand)]) }
}

function takesOperator({ reader }: Parser, operator: ArithmeticOperator): boolean {
  return !(operator === '*' && reader.sees('**')) && reader.takes(operator)
}

/** The minus of a literal belongs to it: `-1 instance of number`, while `-x instance of number` asks about x. */
function parseNegation(parser: Parser): FeelNode {
  const { reader } = parser
  reader.skip()
  const start = reader.position
  let times = 0
  while (reader.takes('-')) times += 1
  const value = parsePostfix(parser)
  if (value.kind === 'literal') return parseInstance(parser, start, negated(parser, start, value, times))
  return negated(parser, start, parseInstance(parser, start, value), times)
}

function negated(parser: Parser, start: number, operand: FeelNode, times: number): FeelNode {
  return times === 0 ? operand : { kind: 'negate', operand, times, ...spot(parser, start, [operand]) }
}

function parseInstance(parser: Parser, start: number, value: FeelNode): FeelNode {
  const { reader } = parser
  let node = value
  while (reader.takesWord('instance')) {
    reader.expectWord('of', 'after instance')
    node = { kind: 'instance', value: node, type: parseType(parser), ...spot(parser, start, [node]) }
  }
  return node
}
