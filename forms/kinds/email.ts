/** An e-mail address. */
import { type Kind, typed } from './kind.ts'

export const email: Kind = {
  name: 'email',
  fits: ({ schema }) => schema['type'] === 'string' && schema['format'] === 'email',
  decode: (posted) => posted.text()?.replaceAll(/\s/g, ''),
  view: (value) => ({ value: typed(value) }),
  shown: (value) => typed(value),
  code: (keyword) => (keyword === 'format' || keyword === 'pattern' || keyword === 'type' ? 'email' : undefined),
}
