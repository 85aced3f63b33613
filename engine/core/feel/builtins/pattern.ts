/**
 * Built-in functions with regular expressions: `matches("12/2026", "^[0-9]+/[0-9]{4}$")`.
 */
import type { Run } from '../run.ts'
import { regexOf, type Match } from '../regex.ts'
import { find } from '../search.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { text } from './kind.ts'

/** A pattern that only stands for itself needs no engine. */
const literalPattern = /^[^\\.*+?()[\]{}|^$]+$/

export const patternBuiltins: readonly Builtin[] = [
  builtin(
    'matches',
    signature(
      [param('input', text), param('pattern', text), optional('flags', text)],
      (run, input, pattern, flags = '') => regexOf(pattern, flags, run).test(input, run),
    ),
  ),
  builtin(
    'replace',
    signature(
      [param('input', text), param('pattern', text), param('replacement', text), optional('flags', text)],
      (run, input, pattern, replacement, flags = '') =>
        replaceAll(run, input, regexOf(pattern, flags, run).matches(input, run), replacement),
    ),
  ),
  builtin(
    'split',
    signature([param('string', text), param('delimiter', text)], (run, string, delimiter) => {
      const parts = literalPattern.test(delimiter)
        ? splitAtText(run, string, delimiter)
        : splitAtMatches(run, string, regexOf(delimiter, '', run).matches(string, run))
      run.produce(string.length * 2)
      return parts
    }),
  ),
  builtin(
    'extract',
    signature([param('string', text), param('pattern', text)], (run, string, pattern) => {
      const found: string[] = []
      for (const { groups } of regexOf(pattern, '', run).matches(string, run)) {
        run.item(found.length)
        found.push(groups[0] ?? '')
      }
      run.produce(string.length * 2)
      return found
    }),
  ),
]

function replaceAll(run: Run, input: string, matches: Iterable<Match>, replacement: string): string {
  const template = templateOf(replacement)
  run.charge(replacement.length >> 5)
  const pieces: string[] = []
  let kept = 0
  for (const { start, end, groups } of matches) {
    pieces.push(input.slice(kept, start))
    run.charge(1 + template.length)
    run.produce((start - kept) * 2)
    for (const part of template) {
      const piece = typeof part === 'string' ? part : groupText(part.digits, groups)
      run.produce(piece.length * 2)
      pieces.push(piece)
    }
    kept = end
  }
  pieces.push(input.slice(kept))
  run.textOf(pieces.reduce((length, piece) => length + piece.length, 0))
  return pieces.join('')
}

/** Text as it is, or the digits after a dollar. */
type Template = readonly (string | { readonly digits: string })[]

/** `$1` is the first group, `$0` the match, `\$` a dollar. */
function templateOf(replacement: string): Template {
  return replacement
    .split(/(\\[\\$]|\$\d+)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('\\') && part.length === 2) return part.slice(1)
      return /^\$\d/.test(part) ? { digits: part.slice(1) } : part
    })
}

/** As many digits as make a group that exists; the others are text. */
function groupText(digits: string, groups: readonly (string | null)[]): string {
  let length = digits.length
  while (length > 1 && Number(digits.slice(0, length)) >= groups.length) length -= 1
  return (groups[Number(digits.slice(0, length))] ?? '') + digits.slice(length)
}

function splitAtText(run: Run, string: string, delimiter: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const at = find(string, delimiter, run, from)
    if (at < 0) break
    run.item(parts.length)
    parts.push(string.slice(from, at))
    from = at + delimiter.length
  }
  parts.push(string.slice(from))
  return parts
}

/** An empty match splits between two characters, never at the ends. */
function splitAtMatches(run: Run, string: string, matches: Iterable<Match>): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of matches) {
    if (start === end && (start === from || start === string.length)) continue
    run.item(parts.length)
    parts.push(string.slice(from, start))
    from = end
  }
  parts.push(string.slice(from))
  return parts
}
