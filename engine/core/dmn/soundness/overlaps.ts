/** Pairs of rules for the same case, and rules that never get a turn because those above them take every case of theirs. */
import type { Piece } from './axis.ts'
import { gapsIn } from './gaps.ts'
import type { Column, Grid } from './grid.ts'

/** Rules are numbered from 1. */
export interface Overlap {
  readonly rules: readonly [number, number]
  /** Per column, the pieces both let through. */
  readonly where: readonly (readonly Piece[])[]
}

const MOST = 20

/** Certain ones only: a cell that cannot be judged may let nothing through. */
export function overlapsIn(grid: Grid, matters: (a: number, b: number) => boolean): readonly Overlap[] {
  const found: Overlap[] = []
  for (let a = 0; a < grid.rules && found.length < MOST; a++)
    for (let b = a + 1; b < grid.rules && found.length < MOST; b++) {
      const where = shared(grid.columns, a, b)
      if (where !== undefined && matters(a + 1, b + 1)) found.push({ rules: [a + 1, b + 1], where })
    }
  return found
}

function shared(columns: readonly Column[], a: number, b: number): readonly (readonly Piece[])[] | undefined {
  const where: (readonly Piece[])[] = []
  for (const { pieces, answers } of columns) {
    const both = pieces.filter((_, at) => answers[a]?.[at] === 'yes' && answers[b]?.[at] === 'yes')
    if (both.length === 0) return undefined
    where.push(both)
  }
  return where
}

export interface Hidden {
  readonly rule: number
}

/** Under FIRST: every case of the rule is taken by rules above it. */
export function hiddenIn(grid: Grid): readonly Hidden[] {
  return Array.from({ length: grid.rules }, (_, rule) => rule).flatMap((rule) => {
    const above = withinRule(grid, rule)
    if (above === undefined) return []
    const { gaps, more } = gapsIn(above)
    return gaps.length === 0 && !more ? [{ rule: rule + 1 }] : []
  })
}

/** The rules above, in the cases of this one: cells that cannot be judged let nothing through above, and everything here. */
function withinRule(grid: Grid, rule: number): Grid | undefined {
  const columns = grid.columns.map(({ pieces, whole, answers }) => {
    const own = pieces.map((_, at) => answers[rule]?.[at] !== 'no')
    const kept = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => own[at])
    const above = answers
      .slice(0, rule)
      .map((one) => kept(one).map((answer) => (answer === 'yes' ? ('yes' as const) : ('no' as const))))
    return { pieces: kept(pieces), whole, answers: above }
  })
  return columns.some(({ pieces }) => pieces.length === 0) ? undefined : { columns, rules: rule, unjudged: [] }
}
