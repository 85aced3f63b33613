/** A number, typed in Arabic or Latin digits: how many copies, how many rooms. */
import { type Kind, typed } from './kind.ts'
import { limits } from './input.ts'
import { decimalText } from './written.ts'

export const number: Kind = {
  name: 'number',
  fits: ({ schema }) => schema['type'] === 'number' || schema['type'] === 'integer',
  decode(posted) {
    const written = posted.text()
    if (written === undefined) return undefined
    const plain = decimalText(written)
    const value = /^[-+]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : Number.NaN
    return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : written
  },
  view: (value, { field }) => ({
    value: typed(value),
    inputmode: field.schema['type'] === 'integer' ? 'numeric' : 'decimal',
    width: 10,
    ...limits(field),
  }),
  shown: (value) => typed(value),
  code: (keyword, { schema }) => (keyword === 'type' ? String(schema['type']) : undefined),
}
