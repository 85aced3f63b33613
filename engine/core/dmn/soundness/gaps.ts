/**
 * Cases of a decision table that no rule is for.
 *
 * Column by column the pieces are tried; those that leave the same rules standing are one case. A cell that cannot be judged
 * is taken to let everything through, so that what is told is missed for certain.
 */
import type { Piece } from './axis.ts'
import type { Column, Grid } from './grid.ts'

/** Per column the pieces of the case; all of them: whatever the value. */
export type Gap = readonly (readonly Piece[])[]

export interface Gaps {
  readonly gaps: readonly Gap[]
  /** There are more, or the table is too large to try every case. */
  readonly more: boolean
}

/** Looks at one piece for one rule. */
const MOST_STEPS = 5_000_000
const MOST_GAPS = 20
/** Found before those that belong together are put together. */
const MOST_FOUND = 400

export function gapsIn(grid: Grid): Gaps {
  const search = new Search(grid.columns)
  search.from(
    0,
    Array.from({ length: grid.rules }, (_, rule) => rule),
    [],
  )
  const gaps = merged(search.gaps)
  return { gaps: gaps.slice(0, MOST_GAPS), more: search.more || gaps.length > MOST_GAPS }
}

/** Cases that differ in one column are one case: told once, mended by one rule. */
function merged(gaps: readonly Gap[]): readonly Gap[] {
  const width = gaps[0]?.length ?? 0
  let left = gaps
  for (let round = 0; round < width; round++) {
    const before = left.length
    for (let column = width - 1; column >= 0; column--) left = mergedIn(left, column)
    if (left.length === before) break
  }
  return left
}

function mergedIn(gaps: readonly Gap[], column: number): readonly Gap[] {
  const groups = new Map<string, Gap>()
  for (const gap of gaps) {
    const key = gap.map((pieces, at) => (at === column ? '' : pieces.map(keyOf).join(' '))).join(' | ')
    const known = groups.get(key)
    groups.set(
      key,
      known === undefined ? gap : known.map((pieces, at) => (at === column ? [...pieces, ...(gap[at] ?? [])] : pieces)),
    )
  }
  return [...groups.values()]
}

function keyOf(piece: Piece): string {
  if (piece.kind === 'value') return piece.text
  if (piece.kind === 'point') return String(piece.mark.at)
  return piece.kind === 'between' ? `${String(piece.from?.at)}..${String(piece.to?.at)}` : piece.kind
}

class Search {
  readonly gaps: Gap[] = []
  more = false
  private steps = 0
  private readonly columns: readonly Column[]

  constructor(columns: readonly Column[]) {
    this.columns = columns
  }

  from(index: number, rules: readonly number[], before: Gap): void {
    if (this.more) return
    const column = this.columns[index]
    if (rules.length === 0 || column === undefined) {
      if (rules.length === 0) this.found([...before, ...this.columns.slice(index).map(({ pieces }) => pieces)])
      return
    }
    if (rules.some((rule) => this.passes(rule, index))) return
    this.steps += column.pieces.length * rules.length
    if (this.steps > MOST_STEPS) this.more = true
    else
      for (const { pieces, standing } of this.cases(column, rules)) this.from(index + 1, standing, [...before, pieces])
  }

  private found(gap: Gap): void {
    if (gap.some((pieces) => pieces.length === 0)) return
    if (this.gaps.length >= MOST_FOUND) this.more = true
    else this.gaps.push(gap)
  }

  /** It lets everything through from here on. */
  private passes(rule: number, from: number): boolean {
    return this.columns.slice(from).every(({ answers }) => answers[rule]?.every((answer) => answer !== 'no') === true)
  }

  private cases(column: Column, rules: readonly number[]): Iterable<{ pieces: Piece[]; standing: readonly number[] }> {
    const cases = new Map<string, { pieces: Piece[]; standing: readonly number[] }>()
    for (const [at, piece] of column.pieces.entries()) {
      const standing = rules.filter((rule) => column.answers[rule]?.[at] !== 'no')
      const key = standing.join(' ')
      const known = cases.get(key)
      if (known === undefined) cases.set(key, { pieces: [piece], standing })
      else known.pieces.push(piece)
    }
    return cases.values()
  }
}
