/**
 * Text to expression: the readers of all constructs, wired, within limits.
 *
 * Written by hand rather than generated: it says what was expected and where, is bounded in depth, and reads names with spaces the same way
 * whatever the data looks like.
 */
import type { FeelNode, InNode, Test } from '../syntax.ts'
import { parseArithmetic, parseOr } from './operator.ts'
import type { Parser } from './parser.ts'
import { Reader, SyntaxFault } from './reader.ts'
import { parseEntry, parseIn, parseTests } from './test.ts'

const maxLength = 4096
const maxNesting = 64
/** A bracket is read as an expression and as an operand within it: two levels of the reader. */
const readersPerNesting = 2

class FeelParser implements Parser {
  readonly reader: Reader
  inputUses = 0
  atEndpoint = false
  private nesting = 0

  constructor(source: string, knownNames: readonly string[]) {
    this.reader = new Reader(source, knownNames)
  }

  expression(): FeelNode {
    return this.deeper(() => this.inside(false, () => parseOr(this)))
  }

  operand(): FeelNode {
    return this.deeper(() => parseArithmetic(this))
  }

  endpoint(): FeelNode {
    return this.deeper(() => this.inside(true, () => parseArithmetic(this)))
  }

  tests(): readonly Test[] {
    return parseTests(this)
  }

  in(value: FeelNode): InNode {
    return parseIn(this, value)
  }

  deeper<T>(read: () => T): T {
    if (this.nesting === maxNesting * readersPerNesting)
      throw new SyntaxFault(`Expected at most ${String(maxNesting)} levels of nesting`, this.reader.position)
    this.nesting += 1
    try {
      return read()
    } finally {
      this.nesting -= 1
    }
  }

  private inside<T>(atEndpoint: boolean, read: () => T): T {
    const before = this.atEndpoint
    this.atEndpoint = atEndpoint
    try {
      return read()
    } finally {
      this.atEndpoint = before
    }
  }
}

export type Grammar = 'expression' | 'unary tests'

/** `knownNames` and names of built-ins that hold keywords must be known before reading. */
export function parse(source: string, grammar: Grammar, knownNames: readonly string[]): FeelNode | SyntaxFault {
  if (source.length > maxLength)
    return new SyntaxFault(
      `Expected at most ${String(maxLength)} characters, but found ${String(source.length)}`,
      maxLength,
    )
  try {
    const parser = new FeelParser(source, knownNames)
    const node = grammar === 'expression' ? parser.expression() : parseEntry(parser)
    if (!parser.reader.atEnd()) parser.reader.fail('an operator or the end')
    return node
  } catch (fault) {
    if (fault instanceof SyntaxFault) return fault
    throw fault
  }
}
