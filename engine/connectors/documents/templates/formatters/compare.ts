/** Choices a template makes between its sentences: {{#if (eq sex "F")}} … {{/if}}, with `and`, `or` and `not`. */
import type { Formatter } from './formatter.ts'

const any = (least: number, most: number): Formatter['values'] => ({ least, most })

/** Empty as `if` means it: nothing, false, 0, "" or an empty list. */
const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

export const eq: Formatter = {
  name: 'eq',
  values: any(2, 2),
  options: [],
  format: ([a, b]) => a === b || (a === undefined && b === null) || (a === null && b === undefined),
}

export const not: Formatter = { name: 'not', values: any(1, 1), options: [], format: ([a]) => !holds(a) }

export const and: Formatter = { name: 'and', values: any(1, 8), options: [], format: (values) => values.every(holds) }

export const or: Formatter = { name: 'or', values: any(1, 8), options: [], format: (values) => values.some(holds) }
