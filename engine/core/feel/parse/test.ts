/**
 * The entries of decision tables: `-`, `"open", "new"`, `< 5`, `[10..20)`, `not("closed")`, and the same right of `in`.
 */
import type { ComparisonOperator, FeelNode, InNode, Test } from '../syntax.ts'
import { parseRangeEnd } from './bracket.ts'
import { type Parser, spot } from './parser.ts'
import { SyntaxFault } from './reader.ts'

const operators = ['!=', '<=', '>=', '=', '<', '>'] as const satisfies readonly ComparisonOperator[]

/** A whole entry of a decision table; an empty one fits everything, like `-`. */
export function parseEntry(parser: Parser): InNode {
  const { reader } = parser
  const input: FeelNode = { kind: 'name', name: '?', ...spot(parser, 0, []) }
  const entry = (tests: readonly Test[], negated: boolean): InNode => ({
    kind: 'in',
    value: input,
    tests,
    negated,
    ...spot(parser, 0, [input, ...childrenOf(tests)]),
  })
  if (reader.atEnd()) return entry([{ kind: 'any' }], false)
  if (reader.takes('-') && reader.atEnd()) return entry([{ kind: 'any' }], false)
  reader.position = 0
  const negated = parseNegated(parser)
  if (negated !== null) return entry(negated, true)
  return entry(parser.tests(), false)
}

/** `not(...)` around the whole entry, or null: `not(a) or b` is an expression of its own. */
function parseNegated(parser: Parser): readonly Test[] | null {
  const { reader } = parser
  try {
    if (reader.takesWord('not') && reader.takes('(')) {
      const tests = parser.tests()
      if (reader.takes(')') && reader.atEnd()) return tests
    }
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault
  }
  reader.position = 0
  return null
}

export function parseTests(parser: Parser): readonly Test[] {
  const tests = [parseTest(parser)]
  while (parser.reader.takes(',')) tests.push(parseTest(parser))
  return tests
}

function parseTest(parser: Parser): Test {
  const operator = operators.find((symbol) => parser.reader.takes(symbol))
  if (operator !== undefined) return { kind: 'compare', operator, operand: parser.operand() }
  const usesBefore = parser.inputUses
  const value = parser.expression()
  return { kind: 'value', value, usesInput: parser.inputUses > usesBefore }
}

/** What follows `in`: tests in parentheses, or one test. */
export function parseIn(parser: Parser, value: FeelNode): InNode {
  const usesBefore = parser.inputUses
  const tests = parseInTests(parser)
  parser.inputUses = usesBefore
  return { kind: 'in', value, tests, negated: false, ...spot(parser, value.start, [value, ...childrenOf(tests)]) }
}

function parseInTests(parser: Parser): readonly Test[] {
  const { reader } = parser
  const list = parseTestList(parser)
  if (list !== null) return list
  const operator = operators.find((symbol) => reader.takes(symbol))
  const operand = parser.operand()
  return [
    operator === undefined
      ? { kind: 'value', value: operand, usesInput: false }
      : { kind: 'compare', operator, operand },
  ]
}

/** `(< 5, [10..20])`; `(1..5)` is one range. Null when no parenthesis opens. */
function parseTestList(parser: Parser): readonly Test[] | null {
  const { reader } = parser
  reader.skip()
  const start = reader.position
  if (!reader.takes('(')) return null
  const tests = parser.deeper(() => parser.tests())
  const [first] = tests
  if (reader.sees('..') && tests.length === 1 && first?.kind === 'value')
    return [{ ...first, value: parseRangeEnd(parser, start, first.value, false) }]
  reader.expect(')', 'after the tests of in')
  return tests
}

function childrenOf(tests: readonly Test[]): FeelNode[] {
  return tests.flatMap((test) => {
    if (test.kind === 'any') return []
    return [test.kind === 'compare' ? test.operand : test.value]
  })
}
