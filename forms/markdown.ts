/**
 * What an author may do with a text that only explains: paragraphs, lists of lines that begin with "- ", **strong**, *emphasis*, [words](address). It becomes plain data; a partial
 * writes the tags, so nothing an author writes is ever HTML. An address is https, mailto, tel, or a path of this site.
 */
export interface Block {
  readonly list: boolean
  /** One for a paragraph; one for each line of a list. */
  readonly lines: readonly (readonly Span[])[]
}

export interface Span {
  readonly text: string
  readonly strong?: true
  readonly em?: true
  readonly href?: string
}

export function blocksOf(markdown: string): readonly Block[] {
  return markdown
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .filter((it) => it.trim() !== '')
    .flatMap(blocksIn)
}

/** Lines that begin with "- " are a list, the others one paragraph. */
function blocksIn(part: string): readonly Block[] {
  const blocks: { list: boolean; lines: (readonly Span[])[] }[] = []
  for (const line of part.split('\n').map((it) => it.trim())) {
    const list = line.startsWith('- ')
    const last = blocks.at(-1)
    const spans = spansOf(list ? line.slice(2) : line)
    if (last === undefined || last.list !== list) blocks.push({ list, lines: [spans] })
    else if (list) last.lines.push(spans)
    else last.lines[0] = [...(last.lines[0] ?? []), { text: ' ' }, ...spans]
  }
  return blocks
}

const MARKS = /\*\*([^*\n]{1,500})\*\*|\*([^*\n]{1,500})\*|\[([^\]\n]{1,200})\]\(([^)\s]{1,500})\)/g

function spansOf(line: string): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const mark of line.matchAll(MARKS)) {
    if (mark.index > from) spans.push({ text: line.slice(from, mark.index) })
    spans.push(spanOf(mark))
    from = mark.index + mark[0].length
  }
  return from < line.length ? [...spans, { text: line.slice(from) }] : spans
}

function spanOf([whole, strong, em, words, address]: RegExpExecArray): Span {
  if (strong !== undefined) return { text: strong, strong: true }
  if (em !== undefined) return { text: em, em: true }
  return words !== undefined && address !== undefined && isSafe(address)
    ? { text: words, href: address }
    : { text: words ?? whole }
}

const isSafe = (address: string): boolean =>
  /^(https:\/\/[a-z0-9]|mailto:[a-z0-9]|tel:[+0-9])/i.test(address) || /^\/(?![/\\])/.test(address)
