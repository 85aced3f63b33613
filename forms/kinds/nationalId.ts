/** The number of an identity card: nine digits. */
import { type Kind, typed } from './kind.ts'

export const nationalId: Kind = {
  name: 'nationalId',
  fits: ({ schema }) => schema['type'] === 'string' && schema['pattern'] === '^[0-9]{9}$',
  decode: (posted) => posted.text()?.replaceAll(/[\s-]/g, ''),
  view: (value) => ({ value: typed(value) }),
  shown: (value) => typed(value),
  code: (keyword) => (WRITTEN.has(keyword) ? 'nationalId' : undefined),
}

const WRITTEN: ReadonlySet<string> = new Set(['pattern', 'minLength', 'maxLength', 'type'])
