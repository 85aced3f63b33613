/**
 * Rows of a decision table that differ only in the days they hold for: one case over time.
 *
 * Where two tables share out the same days otherwise, the rows say nothing by themselves: what is told is on which days the case is
 * answered otherwise. Only where that is sure: no two rows of the case meet, together they hold for the same days on both sides,
 * and no other row stands between them where the order of rows counts.
 */
import { daysIn, type Days } from './days.ts'
import { isOpen, rowsOf, type Row } from './rows.ts'
import { policyOf } from './policies.ts'
import { asks, TODAY, type Table } from './tables.ts'

interface Held {
  readonly days: Days
  readonly row: Row
}

/** One case, its days on either side in their order. */
export interface Period {
  /** The column that asks for the day. */
  readonly column: string
  /** Of this table. */
  readonly held: readonly Held[]
  /** Of the other. */
  readonly twin: readonly Held[]
}

export function periodsOf(table: Table, twin: Table | undefined): readonly Period[] {
  if (
    twin === undefined ||
    policyOf(table).name !== policyOf(twin).name ||
    !isSame(table.columns.output, twin.columns.output)
  )
    return []
  const { isOrdered, name } = policyOf(table)
  const casesIn = (all: readonly Row[], column: string) => casesOf(all, column, name === 'FIRST')
  const [rows, others] = [rowsOf(table), rowsOf(twin)]
  return dayColumns(rows, others).flatMap((column) => {
    const there = casesIn(others, column)
    return [...casesIn(rows, column)].flatMap(([key, held]) => {
      const other = there.get(key)
      if (other === undefined || isSame(held.map(days), other.map(days))) return []
      const isSure = [held, other].every((it) => !meet(it) && (!isOrdered || isInOnePiece(it)))
      return isSure && isSame(covered(held), covered(other)) ? [{ column, held, twin: other }] : []
    })
  })
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const days = ({ days: [from, to] }: Held): readonly string[] => [String(from), String(to)]

/** More in one table are told row by row. */
const MOST_DAY_COLUMNS = 4

/** Columns that some row asks for a day in. */
function dayColumns(...sides: readonly (readonly Row[])[]): readonly string[] {
  const cells = sides.flat().flatMap(({ when }) => when)
  const found = new Set(cells.flatMap(({ column, text }) => (!isOpen(text) && daysIn(text) ? [column] : [])))
  return [...found].slice(0, MOST_DAY_COLUMNS)
}

/** By all that the rows ask but the day. */
function casesOf(rows: readonly Row[], column: string, isFirst: boolean): ReadonlyMap<string, readonly Held[]> {
  const found = new Map<string, Held[]>()
  for (const row of rows) {
    const held = daysIn(row.when.find((it) => it.column === column)?.text ?? '-')
    if (held === undefined) continue
    const asked = row.when.filter((it) => it.column !== column && !isOpen(it.text))
    const key = JSON.stringify(asked.map((it) => [it.column, it.text]).toSorted())
    const same = found.get(key)
    if (same) same.push({ days: held, row })
    else found.set(key, [{ days: held, row }])
  }
  const settled = isFirst ? firstOf : (held: readonly Held[]) => held
  return new Map(
    [...found].map(([key, held]) => [
      key,
      settled(held).toSorted((one, other) => (one.days[0] < other.days[0] ? -1 : 1)),
    ]),
  )
}

/** More rows of one case, where the first of them counts, are told row by row. */
const MOST_IN_TURN = 40

/** Each row with the days that none above it has. */
function firstOf(held: readonly Held[]): readonly Held[] {
  if (held.length > MOST_IN_TURN) return held
  return held.flatMap(({ days: all, row }, index) =>
    held
      .slice(0, index)
      .reduce<readonly Days[]>((left, { days: taken }) => left.flatMap((it) => without(it, taken)), [all])
      .map((left) => ({ days: left, row })),
  )
}

function without([from, to]: Days, [begin, end]: Days): readonly Days[] {
  const left: readonly Days[] = [
    [from, Math.min(to, begin)],
    [Math.max(from, end), to],
  ]
  return left.filter(([first, last]) => first < last)
}

const meet = (held: readonly Held[]): boolean =>
  held.some(({ days: [from] }, index) => from < (held[index - 1]?.days[1] ?? -Infinity))

function isInOnePiece(held: readonly Held[]): boolean {
  const numbers = [...new Set(held.map(({ row }) => row.number))].toSorted((one, other) => one - other)
  return (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) === numbers.length - 1
}

/** Neighbouring days as one. */
function covered(held: readonly Held[]): readonly string[] {
  return held.flatMap(({ days: [from, to] }, index) => [
    ...(held[index - 1]?.days[1] === from ? [] : [String(from)]),
    ...(held[index + 1]?.days[0] === to ? [] : [String(to)]),
  ])
}

/** Days for which both sides have one answer each. */
export interface Stretch {
  readonly days: Days
  readonly row: Row
  readonly twin: Row
}

/** The whole time of a case, cut wherever a row of either side begins or ends. */
export function stretchesOf({ held, twin }: Period): readonly Stretch[] {
  const found: Stretch[] = []
  for (let [at, other] = [0, 0]; ;) {
    const [one, two] = [held[at], twin[other]]
    if (!one || !two) return found
    const both: Days = [Math.max(one.days[0], two.days[0]), Math.min(one.days[1], two.days[1])]
    if (both[0] < both[1]) found.push({ days: both, row: one.row, twin: two.row })
    if (one.days[1] === both[1]) at++
    else other++
  }
}

/** What needs no telling of its own beside them: rows by their numbers, and the columns that are only there for the day the decision is asked. */
export function toldByPeriods(
  table: Table,
  twin: Table | undefined,
): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<string> } {
  const periods = periodsOf(table, twin)
  const rows = new Set(periods.flatMap(({ held }) => held.map(({ row }) => row.number)))
  const there = new Set(twin?.columns.input)
  const left = rowsOf(table).filter(({ number }) => !rows.has(number))
  const isOnlyThere = (column: string): boolean =>
    !there.has(column) &&
    asks(table, column) === TODAY &&
    left.every(({ when }) => when.every((it) => it.column !== column || isOpen(it.text)))
  return { rows, columns: new Set(periods.map(({ column }) => column).filter(isOnlyThere)) }
}
