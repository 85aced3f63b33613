/** One of many answers, in a list that opens. */
import { choiceViews } from './choice.ts'
import type { Kind } from './kind.ts'
import { radio } from './radio.ts'

const { first: _, ...likeRadio } = radio

export const select: Kind = {
  ...likeRadio,
  name: 'select',
  fits: ({ schema, choices, options }) =>
    schema['type'] !== 'array' && (choices.length > 0 || options['choices'] !== undefined),
  view: (value, asked) => ({ choices: choiceViews((it) => it === value, asked), none: value === undefined }),
}
