/**
 * What may follow a value: `.key`, `[filter]`, `(arguments)`.
 */
import type { Arguments, FeelNode } from '../syntax.ts'
import { type Parser, spot } from './parser.ts'
import { parsePrimary } from './primary.ts'

export function parsePostfix(parser: Parser): FeelNode {
  const { reader } = parser
  reader.skip()
  const start = reader.position
  const closesRange = parser.atEndpoint
  let node = parsePrimary(parser)
  for (;;) {
    const isLiteral = node.kind === 'literal'
    if (reader.sees('.') && !reader.sees('..')) node = parsePath(parser, start, node)
    else if (reader.sees('[') && !(closesRange && isLiteral)) node = parseFilter(parser, start, node)
    else if (reader.sees('(') && !isLiteral) node = parseCall(parser, start, node)
    else return node
  }
}

function parsePath(parser: Parser, start: number, base: FeelNode): FeelNode {
  const { reader } = parser
  reader.expect('.', 'before a key')
  const key = reader.takeKey() ?? reader.fail('a key after the dot')
  return { kind: 'path', base, key, ...spot(parser, start, [base]) }
}

function parseFilter(parser: Parser, start: number, base: FeelNode): FeelNode {
  const { reader } = parser
  reader.expect('[', 'before a filter')
  const condition = parser.expression()
  reader.expect(']', 'to close the filter')
  return { kind: 'filter', base, condition, ...spot(parser, start, [base, condition]) }
}

function parseCall(parser: Parser, start: number, callee: FeelNode): FeelNode {
  const args = parseArguments(parser)
  const values = args.kind === 'positional' ? args.values : args.values.map(([, value]) => value)
  return { kind: 'call', callee, args, ...spot(parser, start, [callee, ...values]) }
}

function parseArguments(parser: Parser): Arguments {
  const { reader } = parser
  reader.expect('(', 'before the arguments')
  if (reader.takes(')')) return { kind: 'positional', values: [] }
  const args = parseNamed(parser) ?? parsePositional(parser)
  reader.expect(')', 'after the arguments')
  return args
}

function parsePositional(parser: Parser): Arguments {
  const values = [parser.expression()]
  while (parser.reader.takes(',')) values.push(parser.expression())
  return { kind: 'positional', values }
}

/** `f(from: 1, to: 2)`, or null when the first argument has no name. */
function parseNamed(parser: Parser): Arguments | null {
  const { reader } = parser
  let name = reader.takeNameBefore(':')
  if (name === null) return null
  const values: [string, FeelNode][] = []
  for (;;) {
    reader.expect(':', 'after the name of the argument')
    if (values.some(([other]) => other === name)) reader.fail(`the argument "${name}" once`)
    values.push([name, parser.expression()])
    if (!reader.takes(',')) return { kind: 'named', values }
    name = reader.takeNameBefore(':') ?? reader.fail('a name and : before the argument, as before the first one')
  }
}
