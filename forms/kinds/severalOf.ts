/** Several of the answers that are offered. */
import { choiceViews, chosen, wordsOf } from './choice.ts'
import type { Kind } from './kind.ts'

export const severalOf: Kind = {
  name: 'severalOf',
  first: '1',
  fits: ({ schema, choices, options }) =>
    schema['type'] === 'array' && (choices.length > 0 || options['choices'] !== undefined),
  decode(posted, field) {
    const all = posted.all().flatMap((text) => chosen(text, field) ?? [])
    return all.length === 0 ? undefined : [...new Set(all)]
  },
  view(value, asked) {
    const all = Array.isArray(value) ? value : []
    return { choices: choiceViews((it) => all.includes(it), asked) }
  },
  shown: (value, asked) =>
    (Array.isArray(value) ? value : [value])
      .map((it) => wordsOf(it, asked.choices, asked))
      .join(asked.language === 'ar' ? '، ' : ', '),
  code: (keyword) => (keyword === 'required' || keyword === 'minItems' ? 'chooseSome' : undefined),
}
