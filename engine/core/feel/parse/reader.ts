/**
 * Reads an expression character by character: spaces and comments skipped, symbols, keywords and names recognised.
 *
 * FEEL names may hold spaces and even operators ("total amount", "pay-by date"). A run of words that are not keywords is one name, so
 * spaces need no declaration; names that hold keywords or operators are recognised when they are known beforehand, the longest first.
 */
import { isNamePart, isNameStart, isSpace, isWord, normalName } from './character.ts'

/** Where and why the text is no expression; thrown by the parser, caught at its border. */
export class SyntaxFault {
  readonly reason: string
  readonly at: number
  constructor(reason: string, at: number) {
    this.reason = reason
    this.at = at
  }
}

const keywords: ReadonlySet<string> = new Set([
  'for',
  'return',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'in',
  'and',
  'or',
  'between',
  'instance',
  'function',
  'true',
  'false',
  'null',
])

function isPlain(name: string): boolean {
  return name.split(' ').every((word) => isWord(word) && !keywords.has(word))
}

export class Reader {
  readonly source: string
  position = 0
  /** Known names that are more than plain words, the longest first. */
  private special: readonly string[]

  constructor(source: string, knownNames: readonly string[]) {
    this.source = source
    this.special = []
    this.learn(knownNames)
  }

  /** Makes names recognisable from here on; the result takes them back. */
  learn(names: readonly string[]): () => void {
    const before = this.special
    const fresh = names.map(normalName).filter((name) => name !== '' && !isPlain(name))
    if (fresh.length > 0) this.special = [...new Set([...before, ...fresh])].sort((a, b) => b.length - a.length)
    return () => {
      this.special = before
    }
  }

  skip(): void {
    for (;;) {
      const character = this.source[this.position]
      if (character === undefined) return
      if (isSpace(character)) this.position += 1
      else if (this.source.startsWith('//', this.position)) this.skipTo('\n')
      else if (this.source.startsWith('/*', this.position)) this.skipTo('*/')
      else return
    }
  }

  private skipTo(end: string): void {
    const found = this.source.indexOf(end, this.position + 2)
    this.position = found < 0 ? this.source.length : found + end.length
  }

  atEnd(): boolean {
    this.skip()
    return this.position >= this.source.length
  }

  sees(symbol: string): boolean {
    this.skip()
    return this.source.startsWith(symbol, this.position)
  }

  takes(symbol: string): boolean {
    if (!this.sees(symbol)) return false
    this.position += symbol.length
    return true
  }

  expect(symbol: string, where: string): void {
    if (!this.takes(symbol)) this.fail(`${symbol} ${where}`)
  }

  /** A word of the language, whole: `in` is not the start of `income`. */
  takesWord(word: string): boolean {
    if (!this.seesWord(word)) return false
    this.position += word.length
    return true
  }

  seesWord(word: string): boolean {
    this.skip()
    if (!this.source.startsWith(word, this.position)) return false
    const next = this.source.codePointAt(this.position + word.length)
    return next === undefined || !isNamePart(String.fromCodePoint(next))
  }

  expectWord(word: string, where: string): void {
    if (!this.takesWord(word)) this.fail(`"${word}" ${where}`)
  }

  /** A name where a value may stand, or null. */
  takeName(): string | null {
    this.skip()
    const known = this.specialAt(this.position)
    const plain = this.wordsAt(this.position, false)
    const found = known !== null && (plain === null || known.end >= plain.end) ? known : plain
    if (found === null) return null
    this.position = found.end
    return found.name
  }

  /** The key after a dot: as a name, but its first word may be a keyword. */
  takeKey(): string | null {
    this.skip()
    const found = this.wordsAt(this.position, true)
    if (found === null) return null
    this.position = found.end
    return found.name
  }

  /** Everything up to `mark` as one name (`total amount:`), or null, leaving the position, when there is no such name. */
  takeNameBefore(mark: string): string | null {
    const before = this.position
    this.skip()
    const words: string[] = []
    for (;;) {
      const word = this.wordAt(this.position)
      if (word === '') break
      words.push(word)
      this.position += word.length
      this.skip()
    }
    if (words.length > 0 && this.source.startsWith(mark, this.position)) return words.join(' ')
    this.position = before
    return null
  }

  /** Takes what the pattern (sticky) matches here. */
  takeMatch(pattern: RegExp): string | null {
    this.skip()
    pattern.lastIndex = this.position
    const found = pattern.exec(this.source)?.[0] ?? null
    if (found !== null) this.position += found.length
    return found
  }

  fail(expected: string, at: number = this.position): never {
    throw new SyntaxFault(`Expected ${expected}, but found ${this.foundAt(at)}`, at)
  }

  private foundAt(at: number): string {
    if (at >= this.source.length) return 'the end'
    return this.wordAt(at) || String.fromCodePoint(this.source.codePointAt(at) ?? 0)
  }

  /** The word at an offset, or an empty string. */
  private wordAt(at: number): string {
    let end = at
    for (;;) {
      const character = String.fromCodePoint(this.source.codePointAt(end) ?? 0)
      if (end >= this.source.length || !(end === at ? isNameStart(character) : isNamePart(character))) break
      end += character.length
    }
    return this.source.slice(at, end)
  }

  private wordsAt(at: number, firstMayBeKeyword: boolean): { name: string; end: number } | null {
    const first = this.wordAt(at)
    if (first === '' || (keywords.has(first) && !firstMayBeKeyword)) return null
    let name = first
    let end = at + first.length
    for (;;) {
      let next = end
      while (next < this.source.length && isSpace(this.source.charAt(next))) next += 1
      const word = next === end ? '' : this.wordAt(next)
      if (word === '' || keywords.has(word)) return { name, end }
      name += ` ${word}`
      end = next + word.length
    }
  }

  private specialAt(at: number): { name: string; end: number } | null {
    for (const name of this.special) {
      const end = this.endOf(name, at)
      if (end !== null) return { name, end }
    }
    return null
  }

  /** Where a known name ends that begins at `at`, any spaces standing for its single ones; null when it does not stand there. */
  private endOf(name: string, at: number): number | null {
    let position = at
    for (const character of name) {
      if (character === ' ') {
        const before = position
        while (position < this.source.length && isSpace(this.source.charAt(position))) position += 1
        if (position === before) return null
      } else if (this.source.startsWith(character, position)) position += character.length
      else return null
    }
    const next = this.source.codePointAt(position)
    const cutsWord = next !== undefined && isNamePart(String.fromCodePoint(next)) && isNamePart(name.at(-1) ?? '')
    return cutsWord ? null : position
  }
}
