/** Questions that belong together and make one answer: an address, a name in its parts. What is asked stands in its inner fields. */
import type { Kind } from './kind.ts'

export const group: Kind = {
  name: 'group',
  fits: ({ schema }) => schema['type'] === 'object' || schema['properties'] !== undefined,
  decode: () => undefined,
  view: () => ({}),
  shown: () => '',
}
