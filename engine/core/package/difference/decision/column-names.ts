/** What the columns of a decision table are called, and which column it is in another table where it is called otherwise there. */
import type { Node } from '../../../dmn/source.ts'
import { anatomyOf, called } from './anatomy.ts'
import type { Column } from './tables.ts'
import { nodesAt } from './nodes.ts'

/** @param twin the table whose names count where both have the column */
export function columnNames(
  logic: Node | undefined,
  twin: Node | undefined,
): Readonly<Record<Column, readonly string[]>> {
  const names = (kind: Column): readonly string[] => {
    const own = calledIn(logic, kind)
    if (twin === undefined || kind === 'annotation') return own
    const theirs = calledIn(twin, kind)
    const gone = byMaking(logic, kind, own, new Set(theirs))
    const come = byMaking(twin, kind, theirs, new Set(own))
    const renamed = new Map([...gone].map(([made, name]) => [name, come.get(made)]))
    return own.map((name) => renamed.get(name) ?? name)
  }
  return { input: names('input'), output: names('output'), annotation: names('annotation') }
}

/** A name that stands twice is counted on. */
function calledIn(logic: Node | undefined, kind: Column): readonly string[] {
  const times = new Map<string, number>()
  return nodesAt(logic, kind).map((node, index) => {
    const name = called(node, index)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} (${String(time)})`
  })
}

/** The names the other table does not have, by what makes a column the one it is: what it asks, or the name of its answer. Only where that is one column's. */
function byMaking(
  logic: Node | undefined,
  kind: Column,
  names: readonly string[],
  others: ReadonlySet<string>,
): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string | undefined>()
  for (const [index, node] of nodesAt(logic, kind).entries()) {
    const made = anatomyOf(node).get(kind === 'input' ? 'inputExpression/text' : 'name')
    const name = names[index] ?? ''
    if (made !== undefined && made !== '' && !others.has(name)) found.set(made, found.has(made) ? undefined : name)
  }
  return new Map([...found].flatMap(([made, name]) => (name === undefined ? [] : [[made, name]])))
}
