/** Yes or no. */
import type { Kind } from './kind.ts'

export const yesNo: Kind = {
  name: 'yesNo',
  first: '1',
  fits: ({ schema }) => schema['type'] === 'boolean',
  decode(posted) {
    const answer = posted.text()
    return answer === 'true' ? true : answer === 'false' ? false : answer
  },
  view: (value) => ({ yes: value === true, no: value === false }),
  shown: (value, { language }) => WORDS[value === true ? 'yes' : 'no'][language],
}

const WORDS = { yes: { ar: 'نعم', en: 'Yes' }, no: { ar: 'لا', en: 'No' } } as const
