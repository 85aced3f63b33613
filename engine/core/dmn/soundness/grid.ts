/** A decision table as the pieces of its columns and what each rule says of each piece: what gaps and overlaps are looked for in. */
import type { DecisionTable } from 'dmn-moddle'
import { axisOf, reachesTo, type Axis, type Piece } from './axis.ts'
import { readCell, type Cell } from './cell.ts'

/** What a rule says of a piece of a column. `unknown` cannot be told without running it. */
export type Answer = 'yes' | 'no' | 'unknown'

export interface Column {
  readonly pieces: readonly Piece[]
  readonly whole: boolean
  /** Per rule, per piece. */
  readonly answers: readonly (readonly Answer[])[]
}

export interface Grid {
  readonly columns: readonly Column[]
  readonly rules: number
  /** Rules some cell of which cannot be judged, numbered from 1. */
  readonly unjudged: readonly number[]
}

export function gridOf(table: DecisionTable): Grid {
  const rules = table.rule ?? []
  const columns = (table.input ?? []).map((input, index) => {
    const cells = rules.map(({ inputEntry = [] }) => readCell(inputEntry[index]?.text))
    return columnOf(cells, allowedIn(input.inputValues?.text))
  })
  const unjudged = rules.flatMap((_, rule) =>
    columns.some(({ answers }) => answers[rule]?.includes('unknown')) ? [rule + 1] : [],
  )
  return { columns, rules: rules.length, unjudged }
}

function allowedIn(text: string | undefined): Cell | undefined {
  const cell = text === undefined || text.trim() === '' ? undefined : readCell(text)
  return cell?.negated === true || cell?.tests.some(({ kind }) => kind === 'all') ? undefined : cell
}

function columnOf(cells: readonly (Cell | undefined)[], allowed: Cell | undefined): Column {
  const axis = axisOf(
    cells.map((cell) => cell?.tests ?? []),
    allowed?.tests,
  )
  if (axis === undefined) return unjudgedColumn(cells)
  return { ...axis, answers: cells.map((cell) => axis.pieces.map((piece) => answerOf(cell, piece, axis))) }
}

/** The cells speak of things that do not compare: only what lets everything through is known. */
function unjudgedColumn(cells: readonly (Cell | undefined)[]): Column {
  const passes = (cell: Cell | undefined): boolean => cell?.tests.some(({ kind }) => kind === 'all') === true
  return {
    pieces: [{ kind: 'anything' }],
    whole: false,
    answers: cells.map((cell) => [passes(cell) ? 'yes' : 'unknown']),
  }
}

function answerOf(cell: Cell | undefined, piece: Piece, axis: Axis): Answer {
  if (cell === undefined) return 'unknown'
  if (piece.kind === 'anything' && !cell.tests.every(({ kind }) => kind === 'all' || kind === 'none')) return 'unknown'
  const named = cell.tests.some((test) => reachesTo(test, piece))
  return axis.pieces.length > 0 && named !== cell.negated ? 'yes' : 'no'
}
