/** One page out of several sorted reads of the same list, each asked for one row more than the page holds. */
import type { Page } from '../../../core/page.ts'
import { cursorOf, type KeyPart } from './cursor.ts'

export interface Listing<Row, Item> {
  readonly limit: number
  /** What the list is sorted by and the next page begins after. */
  key(row: Row): readonly KeyPart[]
  readonly order: 'ascending' | 'descending'
  item(row: Row): Item
}

export function page<Row, Item>(reads: readonly (readonly Row[])[], listing: Listing<Row, Item>): Page<Item> {
  const rows = merge(reads, listing)
  const shown = rows.slice(0, listing.limit)
  const last = shown.at(-1)
  const items = shown.map(listing.item)
  return last !== undefined && rows.length > listing.limit ? { items, next: cursorOf(listing.key(last)) } : { items }
}

/** A row that several reads found is there once. */
function merge<Row, Item>(reads: readonly (readonly Row[])[], { key, order }: Listing<Row, Item>): readonly Row[] {
  const [only, ...others] = reads
  if (only === undefined) return []
  if (others.length === 0) return only
  const sign = order === 'ascending' ? 1 : -1
  const rows = reads.flat().sort((a, b) => sign * compare(key(a), key(b)))
  return rows.filter((row, index) => {
    const before = rows[index - 1]
    return before === undefined || compare(key(before), key(row)) !== 0
  })
}

function compare(a: readonly KeyPart[], b: readonly KeyPart[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined || part === other) continue
    return part < other ? -1 : 1
  }
  return 0
}
