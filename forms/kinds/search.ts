/** One of very many answers, found by typing some of its words; the browser shows which fit, and any of the words may be sent, however they are spelt. */
import { folded } from '../../engine/core/spelling.ts'
import { choiceViews, wordsOf } from './choice.ts'
import { type Kind, typed } from './kind.ts'

export const search: Kind = {
  name: 'search',
  fits: () => false,
  decode(posted, _field, choices) {
    const written = posted.text()
    if (written === undefined) return undefined
    const exact = choices.find(({ value, label }) => [String(value), label.ar, label.en].includes(written))
    if (exact !== undefined) return exact.value
    const alike = choices.filter(({ label }) => [label.ar, label.en].some((it) => folded(it) === folded(written)))
    const [only] = alike
    return only !== undefined && alike.length === 1 ? only.value : written
  },
  view(value, asked) {
    const known = asked.choices.find((it) => it.value === value)
    return {
      value: known === undefined ? typed(value) : known.label[asked.language],
      choices: choiceViews(() => false, asked),
    }
  },
  shown: (value, asked) => wordsOf(value, asked.choices, asked),
  code: (keyword) => (keyword === 'required' || keyword === 'unasked' ? undefined : 'choose'),
}
