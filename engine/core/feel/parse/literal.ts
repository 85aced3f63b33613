/**
 * Values written as they are: numbers, strings, and dates, times and durations after `@`.
 */
import type { LiteralNode } from '../syntax.ts'
import { readTemporal } from '../temporal-text.ts'
import type { FeelValue } from '../value.ts'
import { type Parser, spot } from './parser.ts'

const numberPattern = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const stringPattern = /"(?:[^"\\]|\\[\s\S])*"/y
const escapePattern = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(["'\\nrt]))/g
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

export function parseNumber(parser: Parser): LiteralNode | null {
  const { reader } = parser
  reader.skip()
  const start = reader.position
  const text = reader.takeMatch(numberPattern)
  if (text === null) return null
  const value = Number(text)
  if (!Number.isFinite(value)) reader.fail('a smaller number', start)
  return literal(parser, start, value)
}

export function parseString(parser: Parser): LiteralNode {
  const start = parser.reader.position
  return literal(parser, start, takeString(parser))
}

/** `@"2026-11-23"` */
export function parseTemporal(parser: Parser): LiteralNode {
  const { reader } = parser
  const start = reader.position
  reader.expect('@', 'before a date, time or duration')
  const value = readTemporal(takeString(parser))
  if (value === null) reader.fail('a date, time or duration such as @"2026-11-23", @"10:30:00" or @"P1Y6M"', start)
  return literal(parser, start, value)
}

export function literal(parser: Parser, start: number, value: FeelValue): LiteralNode {
  return { kind: 'literal', value, ...spot(parser, start, []) }
}

export function takeString({ reader }: Parser): string {
  const text = reader.takeMatch(stringPattern) ?? reader.fail('a string in double quotes')
  return text.slice(1, -1).replaceAll(escapePattern, (_, four?: string, six?: string, single?: string) => {
    if (single !== undefined) return escapes[single] ?? single
    const code = Number.parseInt(four ?? six ?? '', 16)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : reader.fail('a Unicode character up to \\U10FFFF')
  })
}
