/**
 * The constructs that begin with a keyword: if, for, some, every, function.
 */
import type { FeelNode, Iterator, Parameter } from '../syntax.ts'
import { type Parser, spot } from './parser.ts'
import { parseType } from './type.ts'

export function parseIf(parser: Parser, start: number): FeelNode {
  const { reader } = parser
  const condition = parser.expression()
  reader.expectWord('then', 'after the condition of if')
  const whenTrue = parser.expression()
  reader.expectWord('else', 'after the then part of if')
  const whenFalse = parser.expression()
  return { kind: 'if', condition, whenTrue, whenFalse, ...spot(parser, start, [condition, whenTrue, whenFalse]) }
}

export function parseFor(parser: Parser, start: number): FeelNode {
  const { reader } = parser
  const { iterators, forget } = parseIterators(parser, 'for')
  reader.expectWord('return', 'after the lists of for')
  const body = parser.expression()
  forget()
  return { kind: 'for', iterators, body, ...spot(parser, start, [...childrenOf(iterators), body]) }
}

export function parseQuantified(parser: Parser, start: number, quantifier: 'some' | 'every'): FeelNode {
  const { reader } = parser
  const { iterators, forget } = parseIterators(parser, quantifier)
  reader.expectWord('satisfies', `after the lists of ${quantifier}`)
  const condition = parser.expression()
  forget()
  return {
    kind: 'quantified',
    quantifier,
    iterators,
    condition,
    ...spot(parser, start, [...childrenOf(iterators), condition]),
  }
}

/** `x in xs, i in 1..5`; each list may use the names before it. */
function parseIterators(parser: Parser, construct: string): { iterators: Iterator[]; forget: () => void } {
  const { reader } = parser
  const iterators: Iterator[] = []
  const forgets: (() => void)[] = []
  do {
    const name = reader.takeName() ?? reader.fail(`a name after ${construct}`)
    reader.expectWord('in', `after the name ${name}`)
    const domain = parser.expression()
    const until = reader.takes('..') ? parser.expression() : null
    iterators.push({ name, domain, until })
    forgets.push(reader.learn([name]))
  } while (reader.takes(','))
  return {
    iterators,
    forget: () => {
      for (const forget of forgets.toReversed()) forget()
    },
  }
}

function childrenOf(iterators: readonly Iterator[]): (FeelNode | null)[] {
  return iterators.flatMap(({ domain, until }) => [domain, until])
}

export function parseFunction(parser: Parser, start: number): FeelNode {
  const { reader } = parser
  const params = parseParameters(parser)
  if (reader.seesWord('external')) reader.fail('a function written in FEEL (code outside FEEL is not allowed)')
  const forget = reader.learn(params.map(({ name }) => name))
  const body = parser.expression()
  forget()
  return { kind: 'function', params, body, ...spot(parser, start, [body]) }
}

function parseParameters(parser: Parser): readonly Parameter[] {
  const { reader } = parser
  reader.expect('(', 'after function')
  const params: Parameter[] = []
  if (reader.takes(')')) return params
  do {
    const name = reader.takeName() ?? reader.fail('the name of a parameter')
    params.push({ name, type: reader.takes(':') ? parseType(parser) : { kind: 'any' } })
  } while (reader.takes(','))
  reader.expect(')', 'after the parameters')
  return params
}
