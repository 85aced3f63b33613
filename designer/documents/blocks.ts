/**
 * A template as blocks a person sees: headings, paragraphs, rows and cells, choices and lists around them. Each knows where
 * it stands in the text, so that a change touches its own place and nothing else.
 */
import { tokensOf, type Token } from './tokens.ts'

interface Span {
  readonly start: number
  readonly end: number
}

export type Block =
  /** A run of text with values in it. */
  | ({ readonly kind: 'text' } & Span)
  /** A style, a comment: kept as it is. */
  | ({ readonly kind: 'kept' } & Span)
  | ({
      readonly kind: 'element'
      readonly tag: string
      readonly inside: Span
      readonly blocks: readonly Block[]
    } & Span)
  /** {{#if}}, {{#unless}}, {{#each}}, {{#with}} around whole blocks. */
  | ({
      readonly kind: 'around'
      readonly word: string
      readonly args: string
      readonly opening: Span
      readonly blocks: readonly Block[]
      readonly otherwise: readonly Block[] | undefined
    } & Span)

const INLINE: ReadonlySet<string> = new Set(
  'a b bdi bdo br code em i mark small span strong sub sup u wbr img'.split(' '),
)

export const blocksOf = (source: string): readonly Block[] => new Reader(source).read()

class Reader {
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(source: string) {
    this.tokens = tokensOf(source)
  }

  read(): readonly Block[] {
    const blocks: Block[] = []
    // What ends without having begun is kept as text, so that it can be seen and mended.
    while (this.at < this.tokens.length) {
      blocks.push(...this.until(() => false))
      const stray = this.tokens[this.at]
      if (stray) blocks.push({ kind: 'kept', start: stray.start, end: stray.end })
      this.at++
    }
    return blocks
  }

  private until(ends: (token: Token) => boolean): readonly Block[] {
    const blocks: Block[] = []
    let run: { start: number; end: number; isBlank: boolean } | undefined
    const close = (): void => {
      if (run && !run.isBlank) blocks.push({ kind: 'text', start: run.start, end: run.end })
      run = undefined
    }
    const extend = (start: number, end: number, isBlank: boolean): void => {
      if (run === undefined && isBlank) return
      run = {
        start: run?.start ?? start,
        end: isBlank ? (run?.end ?? end) : end,
        isBlank: (run?.isBlank ?? true) && isBlank,
      }
    }
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      if (ends(token) || token.kind === 'else' || token.kind === 'end') break
      if (token.kind === 'close' && !INLINE.has(token.tag)) break
      if (isInline(token)) {
        this.at++
        extend(token.start, token.end, token.kind === 'text' && token.source.trim() === '')
        continue
      }
      const block = this.block(token)
      if (block.kind === 'around' && isRun(block)) {
        extend(block.start, block.end, false)
        continue
      }
      close()
      blocks.push(block)
    }
    close()
    return blocks
  }

  private block(token: Token): Block {
    this.at++
    if (token.kind === 'begin') return this.around(token)
    if (token.kind === 'open' && !token.alone) return this.element(token)
    return { kind: 'kept', start: token.start, end: token.end }
  }

  private element(open: Extract<Token, { kind: 'open' | 'close' }>): Block {
    const blocks = this.until((it) => it.kind === 'close' && it.tag === open.tag)
    const end = this.tokens[this.at]
    const isClosed = end?.kind === 'close' && end.tag === open.tag
    if (isClosed) this.at++
    const insideEnd = isClosed ? end.start : (blocks.at(-1)?.end ?? open.end)
    return {
      kind: 'element',
      tag: open.tag,
      blocks,
      inside: { start: open.end, end: insideEnd },
      start: open.start,
      end: isClosed ? end.end : insideEnd,
    }
  }

  private around(begin: Extract<Token, { kind: 'begin' | 'else' | 'end' }>): Block {
    const blocks = this.until(() => false)
    let otherwise: readonly Block[] | undefined
    if (this.tokens[this.at]?.kind === 'else') {
      this.at++
      otherwise = this.until(() => false)
    }
    const end = this.tokens[this.at]
    const isClosed = end?.kind === 'end' && end.word === begin.word
    if (isClosed) this.at++
    return {
      kind: 'around',
      word: begin.word,
      args: begin.args,
      opening: { start: begin.start, end: begin.end },
      blocks,
      otherwise,
      start: begin.start,
      end: isClosed ? end.end : ((otherwise ?? blocks).at(-1)?.end ?? begin.end),
    }
  }
}

const isInline = (token: Token): boolean =>
  token.kind === 'text' ||
  token.kind === 'value' ||
  ((token.kind === 'open' || token.kind === 'close') && INLINE.has(token.tag))

/** A choice within a sentence: nothing in it is a block of its own. */
const isRun = ({ blocks, otherwise = [] }: Extract<Block, { kind: 'around' }>): boolean =>
  [...blocks, ...otherwise].every(({ kind }) => kind === 'text') && blocks.length <= 1 && otherwise.length <= 1

export const replaced = (source: string, { start, end }: Span, text: string): string =>
  source.slice(0, start) + text + source.slice(end)

/** With the line it stands on, where it stands on one alone. */
export function removed(source: string, { start, end }: Span): string {
  const before = source.slice(0, start).replace(/[ \t]*$/, '')
  const after = source.slice(end).replace(/^[ \t]*\n/, '')
  const stoodAlone = (before === '' || before.endsWith('\n')) && after.length < source.length - end
  return stoodAlone ? before + after : source.slice(0, start) + source.slice(end)
}

/** After a block, on a line of its own as far in as the block. */
export function insertedAfter(source: string, { start, end }: Span, text: string): string {
  const indent = /(?:^|\n)([ \t]*)$/.exec(source.slice(0, start))?.[1] ?? ''
  return `${source.slice(0, end)}\n${text
    .split('\n')
    .map((line) => indent + line)
    .join('\n')}${source.slice(end)}`
}

/** Two blocks of one list change places; what stands between stays. */
export function swapped(source: string, a: Span, b: Span): string {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const between = source.slice(first.end, second.start)
  return (
    source.slice(0, first.start) +
    source.slice(second.start, second.end) +
    between +
    source.slice(first.start, first.end) +
    source.slice(second.end)
  )
}
