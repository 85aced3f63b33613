/** What an author writes into a field: FEEL after "=", otherwise plain text that stands for itself. */
import { feelSource, isFeel, parseFeel, type FeelParse } from '../feel/feel.ts'
import type { Expression } from '../program.ts'

/** Longest expression; a longer one belongs into a decision table. */
export const MOST_CHARACTERS = 4_096

export function parseExpression(text: string): FeelParse {
  const trimmed = text.trim()
  return isFeel(trimmed) ? read(feelSource(trimmed)) : { ok: true, expression: constant(text) }
}

/**
 * The rules, the compiler and, in a designer, the check after every change all meet the same expressions: each is read once,
 * and the oldest are forgotten. Bounded by what they are made of: a tree is many times as large as its text, and authors are many.
 */
const known = new Map<string, FeelParse>()
let knownCharacters = 0
const MOST_KNOWN_CHARACTERS = 400_000

function read(source: string): FeelParse {
  const before = known.get(source)
  if (before) return before
  const parsed = parseFeel(source)
  known.set(source, parsed)
  knownCharacters += source.length
  for (const oldest of known.keys()) {
    if (knownCharacters <= MOST_KNOWN_CHARACTERS) break
    known.delete(oldest)
    knownCharacters -= oldest.length
  }
  return parsed
}

/** Plain text: its value is the text, and it needs no variable. */
export const constant = (text: string): Expression => ({
  source: text,
  names: [],
  openNames: [],
  evaluate: () => ({ ok: true, value: text }),
})

/** For text that the rules have passed: a failure here is a bug of ours. */
export function compiled(text: string): Expression {
  const parsed = parseExpression(text)
  if (parsed.ok) return parsed.expression
  throw new Error(
    `Expected an expression that the rules had checked, but "${text.slice(0, 80)}" fails: ${parsed.reason}`,
  )
}
