/** A telephone number; spaces, dashes and brackets are left out, "00" before the country is "+". */
import { type Kind, typed } from './kind.ts'

export const phone: Kind = {
  name: 'phone',
  fits: ({ schema }) => schema['type'] === 'string' && String(schema['pattern']).startsWith('^\\+'),
  decode: (posted) =>
    posted
      .text()
      ?.replaceAll(/[\s().-]/g, '')
      .replace(/^00/, '+'),
  view: (value) => ({ value: typed(value) }),
  shown: (value) => typed(value),
  code: (keyword) => (WRITTEN.has(keyword) ? 'phone' : undefined),
}

const WRITTEN: ReadonlySet<string> = new Set(['pattern', 'minLength', 'maxLength', 'type'])
