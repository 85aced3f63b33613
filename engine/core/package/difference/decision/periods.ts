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
  const { isOrdered } = policyOf(table)
  const [rows, others] = [rowsOf(table), rowsOf(twin)]
  return dayColumns(rows, others).flatMap((column) => {
    const there = casesOf(others, column)
    return [...casesOf(rows, column)].flatMap(([key, held]) => {
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
function casesOf(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Held[]> {
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
  for (const held of found.values()) held.sort((one, other) => (one.days[0] < other.days[0] ? -1 : 1))
  return found
}

const meet = (held: readonly Held[]): boolean =>
  held.some(({ days: [from] }, index) => from < (held[index - 1]?.days[1] ?? -Infinity))

function isInOnePiece(held: readonly Held[]): boolean {
  const numbers = held.map(({ row }) => row.number)
  return Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1
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
