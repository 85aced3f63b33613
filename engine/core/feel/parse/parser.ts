/**
 * What one construct's reader may ask of the others; `parse.ts` wires them.
 */
import type { FeelNode, InNode, Test } from '../syntax.ts'
import { type Reader, SyntaxFault } from './reader.ts'

/** A deeper expression is refused when read, so that nobody's stack overflows when it runs. */
const maxHeight = 256

export interface Parser {
  readonly reader: Reader
  /** Any expression, one nesting level deeper. */
  expression(): FeelNode
  /** An expression without and, or, comparison: a bound, the right side of a comparison. */
  operand(): FeelNode
  /** As `operand`, as the end of a range: in `[1..5[` the last bracket closes, it filters nothing. */
  endpoint(): FeelNode
  readonly atEndpoint: boolean
  /** Runs a reader one nesting level deeper, within the limit. */
  deeper<T>(read: () => T): T
  tests(): readonly Test[]
  in(value: FeelNode): InNode
  /** How often the input `?` was named so far. */
  inputUses: number
}

export function spot(
  parser: Parser,
  start: number,
  children: readonly (FeelNode | null)[],
): { start: number; end: number; height: number } {
  let height = 1
  for (const child of children) if (child !== null && child.height >= height) height = child.height + 1
  const end = parser.reader.position
  if (height > maxHeight)
    throw new SyntaxFault(`Expected at most ${String(maxHeight)} constructs inside one another`, start)
  return { start, end, height }
}
