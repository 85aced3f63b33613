/** A short text on one line. */
import { type Kind, typed } from './kind.ts'
import { leftToRight, limits } from './input.ts'

export const text: Kind = {
  name: 'text',
  fits: ({ schema }) => schema['type'] === 'string' || schema['type'] === undefined,
  decode: (posted) => posted.text()?.replaceAll(/\s+/g, ' '),
  view: (value, { field }) => ({ value: typed(value), dir: leftToRight(field) ? 'ltr' : 'auto', ...limits(field) }),
  shown: (value) => typed(value),
}
