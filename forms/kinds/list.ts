/** The same questions several times: children, partners, proposed names. One adds an entry and takes one away. */
import type { JsonValue } from '../../engine/core/json.ts'
import type { Field } from '../form.ts'
import type { Kind } from './kind.ts'

export const list: Kind = {
  name: 'list',
  fits: ({ schema }) => schema['type'] === 'array',
  decode: () => undefined,
  view(value, { field }) {
    const count = Array.isArray(value) ? value.length : 0
    const { least, most } = bounds(field)
    return { count, canAdd: count < most, canRemove: count > least }
  },
  shown: (value) => (Array.isArray(value) ? String(value.length) : ''),
  code: (keyword) => (keyword === 'required' ? 'minItems' : undefined),
}

const MOST_ENTRIES = 200

/** How many entries there may be. */
export function bounds({ schema }: Field): { readonly least: number; readonly most: number } {
  const { minItems, maxItems } = schema
  const count = (it: JsonValue | undefined, otherwise: number): number => (typeof it === 'number' ? it : otherwise)
  return { least: count(minItems, 0), most: Math.min(count(maxItems, MOST_ENTRIES), MOST_ENTRIES) }
}
