/** Rows of decision tables that stand elsewhere: of law where the order of rows counts, of looks where it says nothing. */
import type { Difference } from '../difference.ts'
import type { Side } from '../side.ts'
import { upper } from '../words.ts'
import { policyOf } from './policies.ts'
import { rowCalled, rowsOf, type Row } from './rows.ts'
import { pairsOf, type Table } from './tables.ts'

export function movedRows(before: Side, after: Side): readonly Difference[] {
  return pairsOf(after, before, 'newer').flatMap(([table, twin]) => {
    if (twin === undefined) return []
    const was = new Map(rowsOf(twin).map(({ id, number }) => [id, number]))
    const rows = rowsOf(table).filter(({ id }) => was.has(id))
    const kept = inOrder(rows.map(({ id }) => was.get(id) ?? 0))
    return rows.flatMap((row) => (kept.has(was.get(row.id) ?? 0) ? [] : [moved(table, row, was.get(row.id) ?? 0)]))
  })
}

/** The most numbers that rise from left to right. */
function inOrder(numbers: readonly number[]): ReadonlySet<number> {
  // By its length, the last of the run that ends lowest, and what stands before each.
  const last: number[] = []
  const before = new Map<number, number | undefined>()
  for (const number of numbers) {
    let [at, end] = [0, last.length]
    while (at < end) {
      const middle = (at + end) >> 1
      if ((last[middle] ?? 0) < number) at = middle + 1
      else end = middle
    }
    before.set(number, last[at - 1])
    last[at] = number
  }
  const kept = new Set<number>()
  for (let number = last.at(-1); number !== undefined; number = before.get(number)) kept.add(number)
  return kept
}

function moved(table: Table, row: Row, was: number): Difference {
  const { isOrdered } = policyOf(table)
  const title = rowCalled(table, row)
  const [ar, en] = isOrdered
    ? ['وترتيب الصفوف هنا مهم', 'and the order counts here']
    : ['ولا أثر لترتيب الصفوف هنا', 'and the order says nothing here']
  return {
    subject: { kind: 'rule', decision: table.id, row: row.id },
    change: 'changed',
    weight: isOrdered ? table.weight : 'look',
    file: table.file,
    place: row.id,
    aspect: 'number',
    before: { ar: String(was), en: String(was) },
    after: { ar: String(row.number), en: String(row.number) },
    sentence: {
      ar: `${title.ar}: كان الصف ${String(was)}، ${ar}`,
      en: `${upper(title.en)} was row ${String(was)} before, ${en}`,
    },
  }
}
