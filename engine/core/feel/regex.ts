/**
 * Regular expressions of authors, matched by RE2 in time proportional to the text, whatever the pattern; the only door to `re2js`.
 *
 * Charged before each search as the product of what is left of the text and the size of the pattern, which is RE2's worst case. Look-around and
 * back-references do not exist in RE2 and are refused.
 */
import { RE2JS } from 're2js'
import { quoted, unusable } from './expected.ts'
import { Failure } from './failure.ts'
import type { Run } from './run.ts'

export interface Match {
  readonly start: number
  readonly end: number
  /** The whole match, then its groups; null for a group that took no part. */
  readonly groups: readonly (string | null)[]
}

const maxPatternLength = 1_000
const stepsPerPatternCharacter = 5
const charactersPerStep = 50
const keptPatterns = 256

/** One character or class, at most repeated: a search ends where the match does, and is charged for no more. */
const singleAtom = /^(?:[^\\.*+?()[\]{}|^$]|\\[sSdDwW\W]|\\[pP]\{\w+\}|\[(?:[^\]\\[]|\\.)+\])\+?$/

const compiled = new Map<string, RE2JS>()

export class Regex {
  private readonly pattern: RE2JS
  private readonly size: number
  private readonly isAtom: boolean

  constructor(pattern: RE2JS, source: string) {
    this.pattern = pattern
    this.size = pattern.programSize()
    this.isAtom = singleAtom.test(source)
  }

  test(text: string, run: Run): boolean {
    this.charge(text.length, run)
    return this.pattern.matcher(text).find()
  }

  /** All matches from left to right, none overlapping another; RE2 looks twice, for the match and for its groups. */
  *matches(text: string, run: Run): Generator<Match> {
    const matcher = this.pattern.matcher(text)
    let from = 0
    for (;;) {
      if (!this.isAtom) this.charge(2 * (text.length - from), run)
      const found = matcher.find()
      const end = found ? matcher.end() : text.length
      if (this.isAtom) this.charge(2 * (end - from), run)
      if (!found) return
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index))
      yield { start: matcher.start(), end, groups }
      from = end
    }
  }

  private charge(characters: number, run: Run): void {
    run.charge(1 + Math.ceil(((characters + 1) * this.size) / charactersPerStep))
  }
}

/** `flags` as XPath has them: i (any case), s (dot takes line ends), m (^ and $ at lines), x (spaces in the pattern do not count). */
export function regexOf(pattern: string, flags: string, run: Run): Regex {
  if (pattern.length > maxPatternLength)
    throw new Failure(
      'limit',
      `Expected a pattern of at most ${String(maxPatternLength)} characters, but found ${String(pattern.length)}`,
    )
  if (/[^ismx]/.test(flags)) throw unusable('flags among i, s, m and x', quoted(flags))
  const source = flags.includes('x') ? withoutSpaces(pattern) : pattern
  const key = `${flags}/${source}`
  if (run.isFirst(key)) run.charge(pattern.length * stepsPerPatternCharacter)
  return new Regex(compiled.get(key) ?? compile(key, source, flags), source)
}

function compile(key: string, source: string, flags: string): RE2JS {
  let options = 0
  if (flags.includes('i')) options |= RE2JS.CASE_INSENSITIVE
  if (flags.includes('s')) options |= RE2JS.DOTALL
  if (flags.includes('m')) options |= RE2JS.MULTILINE
  try {
    const pattern = RE2JS.compile(source, options)
    if (compiled.size >= keptPatterns) compiled.clear()
    compiled.set(key, pattern)
    return pattern
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.replace('error parsing regexp: ', '') : 'unreadable'
    throw unusable('a regular expression RE2 can read', `${quoted(source)} (${reason})`)
  }
}

function withoutSpaces(pattern: string): string {
  return pattern.replaceAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+/g, (part) => (part.trim() === '' ? '' : part))
}
