/**
 * What brackets hold: `(a)`, the ranges `[1..5)` and `(< 5)`, the list `[1, 2]`, the context `{a: 1}`.
 */
import { forbiddenKeys } from '../../json.ts'
import type { FeelNode, RangeNode } from '../syntax.ts'
import { takeString } from './literal.ts'
import { type Parser, spot } from './parser.ts'

export function parseParenthesis(parser: Parser): FeelNode {
  const { reader } = parser
  const start = reader.position
  reader.expect('(', 'to open')
  const halfLine = parseHalfLine(parser, start)
  if (halfLine !== null) return halfLine
  const inner = parser.expression()
  if (reader.sees('..')) return parseRangeEnd(parser, start, inner, false)
  reader.expect(')', 'to close the parenthesis')
  return inner
}

/** `(< 5)`: everything below 5. */
function parseHalfLine(parser: Parser, start: number): RangeNode | null {
  const { reader } = parser
  const operator = (['<=', '>=', '<', '>'] as const).find((symbol) => reader.takes(symbol))
  if (operator === undefined) return null
  const bound = parser.operand()
  reader.expect(')', 'to close the range')
  const below = operator.startsWith('<')
  const included = operator.endsWith('=')
  return {
    kind: 'range',
    from: below ? null : bound,
    to: below ? bound : null,
    startIncluded: !below && included,
    endIncluded: below && included,
    ...spot(parser, start, [bound]),
  }
}

export function parseSquare(parser: Parser): FeelNode {
  const { reader } = parser
  const start = reader.position
  reader.expect('[', 'to open')
  if (reader.takes(']')) return { kind: 'list', items: [], ...spot(parser, start, []) }
  const first = parser.expression()
  if (reader.sees('..')) return parseRangeEnd(parser, start, first, true)
  const items = [first]
  while (reader.takes(',')) items.push(parser.expression())
  reader.expect(']', 'to close the list')
  return { kind: 'list', items, ...spot(parser, start, items) }
}

/** `]1..5]`: the old way to leave the start out. */
export function parseOpenRange(parser: Parser): FeelNode {
  const { reader } = parser
  const start = reader.position
  reader.expect(']', 'to open a range')
  return parseRangeEnd(parser, start, parser.expression(), false)
}

export function parseRangeEnd(parser: Parser, start: number, from: FeelNode, startIncluded: boolean): RangeNode {
  const { reader } = parser
  reader.expect('..', 'between the ends of a range')
  const to = parser.endpoint()
  const endIncluded = reader.takes(']')
  if (!endIncluded && !reader.takes(')') && !reader.takes('[')) reader.fail('] or ) to close the range')
  return { kind: 'range', from, to, startIncluded, endIncluded, ...spot(parser, start, [from, to]) }
}

export function parseContext(parser: Parser): FeelNode {
  const { reader } = parser
  const start = reader.position
  reader.expect('{', 'to open a context')
  const entries: [string, FeelNode][] = []
  const forgets: (() => void)[] = []
  if (!reader.takes('}')) {
    do {
      const key = parseKey(parser)
      if (entries.some(([other]) => other === key)) reader.fail(`another key than "${key}" a second time`)
      reader.expect(':', 'after the key')
      const forget = reader.learn([key])
      forgets.push(forget)
      entries.push([key, parser.expression()])
    } while (reader.takes(','))
    reader.expect('}', 'to close the context')
  }
  for (const forget of forgets.toReversed()) forget()
  return {
    kind: 'context',
    entries,
    ...spot(
      parser,
      start,
      entries.map(([, value]) => value),
    ),
  }
}

function parseKey(parser: Parser): string {
  const { reader } = parser
  const at = reader.position
  const written = reader.sees('"') ? takeString(parser) : reader.takeNameBefore(':')
  const key = written ?? reader.fail('a key and : in the context')
  if (forbiddenKeys.has(key)) reader.fail('another key', at)
  return key
}
