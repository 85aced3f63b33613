/** A small sheet of facts written into the decision: a list of contexts, one per row, with the columns as keys. */
import type { List, Relation } from 'dmn-moddle'
import type { Boxed, Site } from './boxed.ts'
import { within } from './finding.ts'
import { checked } from './typed.ts'

type Cell = readonly [column: string, value: Boxed]

export function compileRelation(node: Relation, site: Site): Boxed {
  const columns = (node.column ?? []).map((column) => column.name ?? '')
  if (columns.includes('')) site.reading.findings.add('missing', site.place, 'the name of a column')
  for (const name of repeated(columns)) site.reading.findings.add('ambiguous', site.place, name)
  const rows = (node.row ?? []).map((row, index) => compileRow(node, row, index, site))
  return {
    evaluate(scope, run) {
      run.meter.listOf(rows.length)
      return rows.map((row) => {
        for (const [column] of row) run.meter.entry(column)
        return Object.fromEntries(row.map(([column, value]) => [column, value.evaluate(scope, run)]))
      })
    },
  }
}

function compileRow(node: Relation, row: List, index: number, site: Site): readonly Cell[] {
  const columns = node.column ?? []
  const cells = row.elements ?? []
  const label = String(index + 1)
  const place = within(site.place, row.id, `row ${label}`, `الصف ${label}`)
  if (cells.length !== columns.length)
    site.reading.findings.add('width', place, `${String(cells.length)} / ${String(columns.length)}`)
  return columns.map((column, at): Cell => {
    const name = column.name ?? ''
    const inner = {
      ...site,
      place: within(place, cells[at]?.id, `column "${name}"`, `العمود «${name}»`),
      owner: `${site.owner}/${label}/${name}`,
    }
    const value = site.reading.boxed(cells[at], inner, 'the cell')
    return [name, checked(value, site.reading.types.resolve(column.typeRef, inner.place), name)]
  })
}

const repeated = (names: readonly string[]): readonly string[] => names.filter((name, at) => names.indexOf(name) !== at)
