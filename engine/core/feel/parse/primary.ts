/**
 * A value by itself: a literal, a name, something in brackets, or a construct that begins with a keyword.
 */
import type { FeelNode } from '../syntax.ts'
import { parseContext, parseOpenRange, parseParenthesis, parseSquare } from './bracket.ts'
import { parseFor, parseFunction, parseIf, parseQuantified } from './control.ts'
import { literal, parseNumber, parseString, parseTemporal } from './literal.ts'
import { type Parser, spot } from './parser.ts'

type Read = (parser: Parser, start: number) => FeelNode

const bySymbol: readonly (readonly [string, Read])[] = [
  ['(', parseParenthesis],
  ['[', parseSquare],
  [']', parseOpenRange],
  ['{', parseContext],
  ['"', parseString],
  ['@', parseTemporal],
]

const byWord: readonly (readonly [string, Read])[] = [
  ['if', parseIf],
  ['for', parseFor],
  ['some', (parser, start) => parseQuantified(parser, start, 'some')],
  ['every', (parser, start) => parseQuantified(parser, start, 'every')],
  ['function', parseFunction],
  ['true', (parser, start) => literal(parser, start, true)],
  ['false', (parser, start) => literal(parser, start, false)],
  ['null', (parser, start) => literal(parser, start, null)],
]

export function parsePrimary(parser: Parser): FeelNode {
  const { reader } = parser
  reader.skip()
  const start = reader.position
  for (const [symbol, read] of bySymbol) if (reader.sees(symbol)) return read(parser, start)
  return parseNumber(parser) ?? parseName(parser, start) ?? parseWord(parser, start) ?? reader.fail('a value')
}

/** Before keywords, because a known name may begin with one ("in stock"). */
function parseName(parser: Parser, start: number): FeelNode | null {
  const name = parser.reader.takeName()
  if (name === null) return null
  if (name === '?') parser.inputUses += 1
  return { kind: 'name', name, ...spot(parser, start, []) }
}

function parseWord(parser: Parser, start: number): FeelNode | null {
  const found = byWord.find(([word]) => parser.reader.takesWord(word))
  return found === undefined ? null : found[1](parser, start)
}
