/** A list whose entries stand in rows under one another, each question a column; on a narrow screen one entry after the other. */
import { list } from './list.ts'
import type { Kind } from './kind.ts'

export const table: Kind = { ...list, name: 'table', fits: () => false }
