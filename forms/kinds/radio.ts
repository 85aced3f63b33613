/** One of a few answers, all of them in sight. */
import { choiceViews, chosen, wordsOf } from './choice.ts'
import type { Kind } from './kind.ts'

/** More than these are easier to find in a list that opens. */
const MOST = 6

export const radio: Kind = {
  name: 'radio',
  first: '1',
  fits: ({ schema, choices, options }) => {
    if (schema['type'] === 'array' || (choices.length === 0 && options['choices'] === undefined)) return false
    return options['format'] === 'radio' || (choices.length <= MOST && options['choices'] === undefined)
  },
  decode: (posted, field) => chosen(posted.text(), field),
  view: (value, asked) => ({ choices: choiceViews((it) => it === value, asked) }),
  shown: (value, asked) => wordsOf(value, asked.choices, asked),
  code: (keyword) => (CHOOSE.has(keyword) ? 'choose' : undefined),
}

const CHOOSE: ReadonlySet<string> = new Set(['required', 'enum', 'const', 'oneOf', 'anyOf', 'type'])
