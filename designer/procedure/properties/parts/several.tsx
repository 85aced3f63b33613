/** Some of a list: a box for each. What is chosen and not in the list any more stays, until it is taken away. */
import { Checkbox } from '../../../frame/checkbox.tsx'
import { Fieldset } from '../../../frame/fieldset.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { Choice } from '../entry.ts'
import { PANEL_WORDS } from '../words.ts'
import type { SaidProps } from './said.ts'

interface SeveralProps extends SaidProps {
  readonly value: readonly string[]
  readonly choices: readonly Choice[]
  readonly onChange: (value: readonly string[]) => void
}

export function Several({ value, choices, onChange, ...said }: SeveralProps) {
  const { say } = useLanguage()
  const gone = value.filter((it) => choices.every((choice) => choice.value !== it))
  const all = [
    ...choices.map((it) => ({ id: it.value, label: say(it.label) })),
    ...gone.map((it) => ({ id: it, label: it })),
  ]
  return (
    <Fieldset {...said}>
      {all.length === 0 && <p class="hint">{say(PANEL_WORDS.noChoices)}</p>}
      {all.map((it) => (
        <Checkbox
          key={it.id}
          label={it.label}
          checked={value.includes(it.id)}
          onChange={(on) => onChange(on ? [...value, it.id] : value.filter((one) => one !== it.id))}
        />
      ))}
    </Fieldset>
  )
}
