/** Where an answer comes from that nobody types: computed from others, or filled in from the procedure at the beginning. */
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { aroundOf } from '../model/fields.ts'
import { optionsOf } from '../model/layout.ts'
import { questionsOf } from '../questions.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { FeelField } from './feel-field.tsx'
import type { PanelProps } from './panel.ts'

const VALUES = [
  { option: 'computed', label: WORDS.computed, hint: WORDS.computedHint },
  { option: 'prefill', label: WORDS.prefill, hint: WORDS.prefillHint },
] as const

export function ValuePanel({ building: { form, run }, place, session }: PanelProps) {
  const { say } = useLanguage()
  const options = optionsOf(form, place)
  const questions = questionsOf(form, aroundOf(place)).filter((it) => it.place !== place)
  return (
    <>
      {VALUES.map(({ option, label, hint }) => (
        <FeelField
          key={option}
          label={say(label)}
          hint={say(hint)}
          value={options[option]}
          // What is there at the beginning is known before anybody answers.
          questions={option === 'computed' ? questions : []}
          onDone={() => session.seal()}
          onChange={(value) =>
            run(COMMANDS.setOption, { place, option, ...(value === undefined ? {} : { value }) }, `${option} ${place}`)
          }
        />
      ))}
    </>
  )
}
