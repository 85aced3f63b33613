/** Pieces of a column as FEEL writes them, so that a missing case can be put into the table as it is told. */
import type { Mark, Piece } from './axis.ts'

/** @param all the pieces of the column; where the case holds all of them the value does not matter */
export function testOf(pieces: readonly Piece[], all: readonly Piece[]): string {
  if (pieces.length === all.length) return '-'
  const onLine = pieces.filter((piece) => piece.kind === 'point' || piece.kind === 'between')
  const values = pieces.flatMap((piece) => (piece.kind === 'value' ? [piece.text] : []))
  const nothing = pieces.some(({ kind }) => kind === 'null') ? ['null'] : []
  const other = pieces.find((piece) => piece.kind === 'other')
  if (other !== undefined) {
    const left = other.than.filter((text) => !values.includes(text))
    return left.length === 0 ? '-' : `not(${left.join(', ')})`
  }
  return [...runs(onLine, all), ...values, ...nothing].join(', ')
}

type OnLine = Extract<Piece, { kind: 'point' | 'between' }>

/** Neighbours become one range. */
function runs(pieces: readonly OnLine[], all: readonly Piece[]): readonly string[] {
  const places = pieces.map((piece) => ({ piece, at: all.indexOf(piece) })).sort((a, b) => a.at - b.at)
  const groups: OnLine[][] = []
  for (const [index, { piece, at }] of places.entries()) {
    const before = places[index - 1]
    if (before !== undefined && at === before.at + 1) groups.at(-1)?.push(piece)
    else groups.push([piece])
  }
  return groups.map(rangeOf)
}

function rangeOf(run: readonly OnLine[]): string {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return '-'
  if (run.length === 1 && first.kind === 'point') return first.mark.text
  const start: Mark | undefined = first.kind === 'point' ? first.mark : first.from
  const end: Mark | undefined = last.kind === 'point' ? last.mark : last.to
  const [withStart, withEnd] = [first.kind === 'point', last.kind === 'point']
  if (start === undefined && end === undefined) return '-'
  if (start === undefined) return `${withEnd ? '<=' : '<'} ${end?.text ?? ''}`
  if (end === undefined) return `${withStart ? '>=' : '>'} ${start.text}`
  return `${withStart ? '[' : '('}${start.text}..${end.text}${withEnd ? ']' : ')'}`
}
