/** A box to tick: what somebody declares or agrees to. */
import type { Kind } from './kind.ts'

export const declaration: Kind = {
  name: 'declaration',
  fits: ({ schema, options }) =>
    schema['type'] === 'boolean' && (schema['const'] === true || options['format'] === 'checkbox'),
  decode: (posted) => posted.text() === 'true',
  view: (value) => ({ ticked: value === true }),
  shown: (value, { language }) => WORDS[value === true ? 'ticked' : 'empty'][language],
  code: (keyword) => (keyword === 'const' || keyword === 'required' ? 'declaration' : undefined),
}

const WORDS = { ticked: { ar: 'نعم، أوافق', en: 'Yes, agreed' }, empty: { ar: 'لا', en: 'No' } } as const
