/**
 * Patterns in forms, matched in time that grows with the text and nothing else (RE2).
 *
 * Ajv keeps compiled patterns by the text of the expression object, so each must have a text of its own: with the
 * inherited "[object Object]" the first pattern of a schema would answer for all of them.
 */
import { RE2JS } from 're2js'

export const LONGEST_PATTERN = 512

/** Throws with the reason where RE2 cannot read the pattern: look-around and back-references have no linear match. */
export function linearRegExp(pattern: string, flags: string): { test(text: string): boolean; toString(): string } {
  const compiled = RE2JS.compile(pattern, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0)
  return {
    test: (text) => compiled.matcher(text).find(),
    toString: () => `/${pattern}/${flags}`,
  }
}
