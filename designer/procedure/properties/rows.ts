/** What an element has by name: input and output mappings, headers, properties. A row that stays keeps all it has; a new order is a new list. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Editing } from './editing.ts'
import { addExtension, children, extension, prune, text } from './extensions.ts'

type Reading = Pick<Editing, 'get'>

/** Where rows stand, and what a row calls its name and its value. */
export interface RowKind {
  readonly extension: string
  readonly list: string
  readonly row: string
  readonly name: string
  readonly value: string
}

export const INPUTS: RowKind = {
  extension: 'zeebe:IoMapping',
  list: 'inputParameters',
  row: 'zeebe:Input',
  name: 'target',
  value: 'source',
}
export const OUTPUTS: RowKind = { ...INPUTS, list: 'outputParameters', row: 'zeebe:Output' }
export const HEADERS: RowKind = {
  extension: 'zeebe:TaskHeaders',
  list: 'values',
  row: 'zeebe:Header',
  name: 'key',
  value: 'value',
}
export const PROPERTIES: RowKind = {
  extension: 'zeebe:Properties',
  list: 'properties',
  row: 'zeebe:Property',
  name: 'name',
  value: 'value',
}

export interface Row {
  readonly name: string
  readonly value: string
}

export function rowsOf(edit: Reading, holder: ModdleElement | undefined, kind: RowKind): readonly Row[] {
  return children(edit, extension(edit, holder, kind.extension), kind.list).map((row) => ({
    name: text(edit, row, kind.name),
    value: text(edit, row, kind.value),
  }))
}

/** The first of a name. */
export const rowValue = (
  edit: Reading,
  holder: ModdleElement | undefined,
  kind: RowKind,
  name: string,
): string | undefined => rowsOf(edit, holder, kind).find((it) => it.name === name)?.value

/** All rows anew: rows that were there are kept by their place in the list. */
export function setRows(edit: Editing, holder: ModdleElement, kind: RowKind, rows: readonly Row[]): void {
  const found = extension(edit, holder, kind.extension)
  if (found === undefined && rows.length === 0) return
  const around = found ?? addExtension(edit, holder, kind.extension, {})
  const before = children(edit, around, kind.list)
  const free = [...before]
  const after = rows.map((row, index) => {
    const same =
      free.find((it) => text(edit, it, kind.name) === row.name) ??
      (rows.length === before.length ? before[index] : undefined)
    if (same === undefined || !free.includes(same))
      return edit.make(kind.row, { [kind.name]: row.name, [kind.value]: row.value }, around)
    free.splice(free.indexOf(same), 1)
    if (text(edit, same, kind.name) !== row.name) edit.set(same, kind.name, row.name)
    if (text(edit, same, kind.value) !== row.value) edit.set(same, kind.value, row.value)
    return same
  })
  if (after.length !== before.length || after.some((it, index) => it !== before[index]))
    edit.set(around, kind.list, after)
  prune(edit, holder, around)
}

/** @param value undefined takes the row away */
export function setRow(
  edit: Editing,
  holder: ModdleElement,
  kind: RowKind,
  name: string,
  value: string | undefined,
): void {
  const rows = rowsOf(edit, holder, kind)
  const others = rows.filter((it) => it.name !== name)
  if (value === undefined) return setRows(edit, holder, kind, others)
  const at = rows.findIndex((it) => it.name === name)
  setRows(edit, holder, kind, at < 0 ? [...rows, { name, value }] : rows.with(at, { name, value }))
}
