/**
 * All the values a column of a decision table can meet, cut into as few pieces as its rules tell apart.
 *
 * Numbers, dates and the like lie on a line: each bound that a rule names is a piece of its own, and so is what lies between
 * two. Texts and truth values are pieces one by one, with one more for "any other text" where the column lists no values.
 * Every value of a piece is treated alike by every rule, so a table is judged by trying one of each.
 */
import type { ComparisonOperator } from '../../feel/syntax.ts'

/** A value on a line: how it compares, and how FEEL writes it. */
export interface Mark {
  readonly at: number
  readonly text: string
}

/** What one test of a cell lets through. */
export type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly family: 'text' | 'truth'; readonly text: string }
  | { readonly kind: 'compare'; readonly line: string; readonly operator: ComparisonOperator; readonly mark: Mark }
  | {
      readonly kind: 'range'
      readonly line: string
      readonly from?: Mark
      readonly to?: Mark
      readonly withFrom: boolean
      readonly withTo: boolean
    }

export type Piece =
  /** A value alone. */
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'point'; readonly mark: Mark }
  /** What lies between two bounds, without them; an absent bound is the end of the line. */
  | { readonly kind: 'between'; readonly from?: Mark; readonly to?: Mark }
  /** Any text that no rule names. */
  | { readonly kind: 'other'; readonly than: readonly string[] }
  /** Only where a rule speaks of null: nobody is told of a value that was not thought of. */
  | { readonly kind: 'null' }
  /** Nothing in the column tells values apart. */
  | { readonly kind: 'anything' }

export interface Axis {
  readonly pieces: readonly Piece[]
  /** The column counts: 6 and 7 are neighbours, nothing between them is missed. */
  readonly whole: boolean
}

/** @returns undefined where the cells speak of things that do not compare, e.g. of texts and of numbers */
export function axisOf(cells: readonly (readonly Reach[])[], allowed: readonly Reach[] | undefined): Axis | undefined {
  const reaches = [...cells.flat(), ...(allowed ?? [])]
  const families = new Set(reaches.flatMap(familyOf))
  if (families.size > 1) return undefined
  const [family] = families
  const nothing: readonly Piece[] = reaches.some(({ kind }) => kind === 'null') ? [{ kind: 'null' }] : []
  const { pieces, whole } = family === undefined ? FREE : piecesOf(family, reaches)
  const within = allowed === undefined ? pieces : pieces.filter((piece) => allowed.some((one) => reachesTo(one, piece)))
  return { pieces: [...within, ...nothing], whole }
}

const FREE: Axis = { pieces: [{ kind: 'anything' }], whole: false }

function familyOf(reach: Reach): readonly string[] {
  if (reach.kind === 'value') return [reach.family]
  return reach.kind === 'compare' || reach.kind === 'range' ? [reach.line] : []
}

function piecesOf(family: string, reaches: readonly Reach[]): Axis {
  if (family === 'truth') return { pieces: ['true', 'false'].map((text) => ({ kind: 'value', text })), whole: false }
  if (family === 'text') {
    const texts = [...new Set(reaches.flatMap((it) => (it.kind === 'value' ? [it.text] : [])))]
    const other: Piece = { kind: 'other', than: texts }
    return { pieces: [...texts.map((text): Piece => ({ kind: 'value', text })), other], whole: false }
  }
  return line(reaches)
}

function line(reaches: readonly Reach[]): Axis {
  const marks = new Map(reaches.flatMap(marksOf).map((mark) => [mark.at, mark] as const))
  const sorted = [...marks.values()].sort((a, b) => a.at - b.at)
  const whole = counts(reaches, sorted)
  const pieces = sorted.flatMap((mark, index): readonly Piece[] => {
    const next = sorted[index + 1]
    const after: Piece =
      next === undefined ? { kind: 'between', from: mark } : { kind: 'between', from: mark, to: next }
    const neighbours = whole && next !== undefined && next.at - mark.at === 1
    return [{ kind: 'point', mark }, ...(neighbours ? [] : [after])]
  })
  const [first] = sorted
  const less: readonly Piece[] =
    first === undefined || beginsAtNothing(reaches, first) ? [] : [{ kind: 'between', to: first }]
  return { pieces: [...less, ...pieces], whole }
}

/** Amounts, counts and areas: where the least a rule names is 0, nobody is told of less than nothing. */
const beginsAtNothing = (reaches: readonly Reach[], first: Mark): boolean =>
  first.at === 0 &&
  first.text === '0' &&
  !reaches.some((it) => it.kind === 'compare' && it.mark.at === 0 && it.operator === '<')

const marksOf = (reach: Reach): readonly Mark[] => {
  if (reach.kind === 'compare') return [reach.mark]
  return reach.kind === 'range' ? [reach.from, reach.to].filter((mark) => mark !== undefined) : []
}

/** Whole numbers only, and one rule ends with the number before the one another begins with: [1..6], [7..12]. */
function counts(reaches: readonly Reach[], marks: readonly Mark[]): boolean {
  if (!marks.every(({ at }) => Number.isInteger(at))) return false
  const ends = new Set(reaches.flatMap(lastOf))
  return reaches.flatMap(firstOf).some((start) => ends.has(start - 1))
}

function lastOf(reach: Reach): readonly number[] {
  if (reach.kind === 'range') return reach.to !== undefined && reach.withTo ? [reach.to.at] : []
  return reach.kind === 'compare' && (reach.operator === '<=' || reach.operator === '=') ? [reach.mark.at] : []
}

function firstOf(reach: Reach): readonly number[] {
  if (reach.kind === 'range') return reach.from !== undefined && reach.withFrom ? [reach.from.at] : []
  return reach.kind === 'compare' && (reach.operator === '>=' || reach.operator === '=') ? [reach.mark.at] : []
}

/** Whether a test lets the values of a piece through: all of them or none, as pieces are cut at every bound. */
export function reachesTo(reach: Reach, piece: Piece): boolean {
  if (reach.kind === 'all') return true
  if (reach.kind === 'none') return false
  if (reach.kind === 'null' || piece.kind === 'null') return reach.kind === piece.kind
  if (reach.kind === 'value') return piece.kind === 'value' && piece.text === reach.text
  if (reach.kind === 'compare') return compares(reach, piece)
  const { from, to, withFrom, withTo } = reach
  return (
    (from === undefined || compares({ operator: withFrom ? '>=' : '>', mark: from }, piece)) &&
    (to === undefined || compares({ operator: withTo ? '<=' : '<', mark: to }, piece))
  )
}

function compares({ operator, mark }: { operator: ComparisonOperator; mark: Mark }, piece: Piece): boolean {
  if (piece.kind !== 'point' && piece.kind !== 'between') return false
  const side = sideOf(piece, mark.at)
  switch (operator) {
    case '=':
      return side === 0
    case '!=':
      return side !== 0
    case '<':
      return side < 0
    case '<=':
      return side <= 0
    case '>':
      return side > 0
    case '>=':
      return side >= 0
  }
}

/** Below (-1), at (0) or above (1) a bound. */
function sideOf(piece: Extract<Piece, { kind: 'point' | 'between' }>, at: number): -1 | 0 | 1 {
  if (piece.kind === 'point') return piece.mark.at === at ? 0 : piece.mark.at < at ? -1 : 1
  return piece.to !== undefined && piece.to.at <= at ? -1 : 1
}
