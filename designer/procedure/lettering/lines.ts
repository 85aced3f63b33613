/**
 * The lines of a label: where each breaks, and in which direction it reads.
 *
 * The direction is decided once for each language of a label, not for each line: a line that happens to begin with a digit or
 * a bracket reads as the rest does. Each line is wrapped into an isolate of that direction, which holds wherever the drawing
 * is looked at: on the canvas, in an exported file, in print.
 */
import { languageOf, shownParts, type Shown } from './name.ts'

export type Direction = 'rtl' | 'ltr'

export interface Line {
  readonly text: string
  readonly direction: Direction
  readonly width: number
}

/** The width of a text in pixels. */
export type Measure = (text: string) => number

export interface Space {
  readonly width: number
  /** Lines there is room for; what is beyond is cut off with an ellipsis. One line holds both languages where it is long enough. */
  readonly lines?: number
}

const ISOLATE: Readonly<Record<Direction, string>> = { rtl: '\u2067', ltr: '\u2066' }
const END = '\u2069'

export const isolated = ({ text, direction }: Pick<Line, 'text' | 'direction'>): string =>
  ISOLATE[direction] + text + END

const BESIDE = ' · '

export function linesOf(name: string, shown: Shown, space: Space, measure: Measure): readonly Line[] {
  const whole = directionOf(name)
  const parts = shownParts(name, shown).map((part) => {
    const direction = directionOf(part) ?? whole ?? 'ltr'
    const broken = part.split(/\u00AD?\r?\n/).flatMap((paragraph) => wrapped(paragraph, space.width, measure))
    return broken.map((text) => ({ text, direction, width: measure(text) }))
  })
  return space.lines === undefined ? parts.flat() : fitted(parts, Math.max(space.lines, 1), space.width, measure)
}

const directionOf = (text: string): Direction | undefined => {
  const language = languageOf(text)
  return language && (language === 'ar' ? 'rtl' : 'ltr')
}

function wrapped(paragraph: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of paragraph.match(/[^\s-]+-?|-|\s+/g) ?? []) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trim())
    const { full, rest } = cut(piece.trimStart(), width, measure)
    lines.push(...full)
    line = rest
  }
  return [...lines, line.trim()].filter((it, _, all) => it !== '' || all.length === 1)
}

const GRAPHEMES = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/** A word longer than the line goes on in the next. */
function cut(
  word: string,
  width: number,
  measure: Measure,
): { readonly full: readonly string[]; readonly rest: string } {
  const full: string[] = []
  let rest = ''
  if (measure(word) <= width) return { full, rest: word }
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (rest !== '' && measure(rest + segment) > width) {
      full.push(rest)
      rest = segment
    } else rest += segment
  }
  return { full, rest }
}

/** Where not all has room, each language keeps its share of the lines. */
function fitted(parts: readonly (readonly Line[])[], lines: number, width: number, measure: Measure): readonly Line[] {
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  if (total <= lines) return parts.flat()
  const [first = [], second = []] = parts
  if (parts.length > 1 && lines === 1) return beside(first, second, width, measure)
  if (parts.length === 1) return shortened(first, lines, width, measure)
  const forSecond = Math.min(second.length, Math.max(Math.floor(lines / 2), lines - first.length))
  return [...shortened(first, lines - forSecond, width, measure), ...shortened(second, forSecond, width, measure)]
}

function beside(first: readonly Line[], second: readonly Line[], width: number, measure: Measure): readonly Line[] {
  const [one, other] = [first[0], second[0]]
  if (!one || !other || first.length > 1 || second.length > 1) return shortened(first, 1, width, measure)
  const text = isolated(one) + BESIDE + isolated(other)
  const whole = { text, direction: one.direction, width: one.width + other.width + measure(BESIDE) }
  return whole.width <= width ? [whole] : shortened(first, 1, width, measure)
}

function shortened(lines: readonly Line[], most: number, width: number, measure: Measure): readonly Line[] {
  const last = lines[most - 1]
  if (lines.length <= most || last === undefined) return lines
  let text = last.text
  while (text !== '' && measure(`${text}…`) > width) text = text.slice(0, -1).trimEnd()
  return [...lines.slice(0, most - 1), { ...last, text: `${text}…`, width: measure(`${text}…`) }]
}
