/**
 * The columns of a register whose rows are stored as the port has them: `messageId` is the column message_id.
 *
 * One list of names gives the SELECT list, the INSERT and its values, so that none of them can miss a column.
 */
import type { Value } from '../file/driver.ts'

export interface Table<T> {
  /** `"message_id" AS "messageId", ...` */
  readonly select: string
  /** INSERT INTO ... VALUES (:messageId, ...) */
  readonly insert: string
  /** `"message_id" = :messageId, ...` */
  readonly assign: string
  /** The named values of a row, null where a property is absent. */
  values(row: T): Record<string, Value>
}

export function table<T extends { readonly [K in keyof T]?: Value }>(
  name: string,
  columns: readonly (keyof T & string)[],
): Table<T> {
  const stored = columns.map((column) => `"${snake(column)}"`)
  return {
    select: columns.map((column, index) => `${stored[index]} AS "${column}"`).join(', '),
    insert: `INSERT INTO ${name} (${stored.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
    assign: columns.map((column, index) => `${stored[index]} = :${column}`).join(', '),
    values: (row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
  }
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
