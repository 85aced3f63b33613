/** One of very many answers, found by typing some of its words; the browser shows which fit, and any of the words may be sent. */
import { choiceViews, wordsOf } from './choice.ts'
import { type Kind, typed } from './kind.ts'

export const search: Kind = {
  name: 'search',
  fits: () => false,
  decode(posted, _field, choices) {
    const written = posted.text()
    if (written === undefined) return undefined
    const isMeant = (label: string): boolean => label.trim().toLowerCase() === written.toLowerCase()
    const choice = choices.find(
      ({ value, label }) => String(value) === written || isMeant(label.ar) || isMeant(label.en),
    )
    return choice === undefined ? written : choice.value
  },
  view(value, asked) {
    const known = asked.choices.find((it) => it.value === value)
    return {
      value: known === undefined ? typed(value) : known.label[asked.language],
      choices: choiceViews(() => false, asked),
    }
  },
  shown: (value, asked) => wordsOf(value, asked.choices, asked),
  code: (keyword) => (keyword === 'required' ? undefined : 'choose'),
}
