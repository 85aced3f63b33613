/** Choices a template makes between its sentences: {{#if (eq sex "F")}} … {{/if}}, with `and`, `or` and `not`. */
import type { Formatter } from './formatter.ts'

/** Empty as `if` means it: nothing, false, 0, "" or an empty list. */
const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

export const eq: Formatter = {
  name: 'eq',
  format: ([a, b]) => a === b || (a === undefined && b === null) || (a === null && b === undefined),
}

export const not: Formatter = { name: 'not', format: ([a]) => !holds(a) }

export const and: Formatter = { name: 'and', format: (values) => values.every(holds) }

export const or: Formatter = { name: 'or', format: (values) => values.some(holds) }
