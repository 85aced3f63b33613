/** How the box of a question looks: its direction and width, how many lines, what the browser may fill in. */
import type { JsonValue } from '../../../engine/core/json.ts'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { kindAt } from '../model/kind-at.ts'
import { controlsOf, optionsOf } from '../model/layout.ts'
import { KIND_OFFERS } from './offered.ts'
import { NumberField } from './number-field.tsx'
import type { PanelProps } from './panel.ts'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

const CHOICES = {
  dir: [
    { value: '', label: WORDS.usually },
    { value: 'auto', label: WORDS.dirAuto },
    { value: 'ltr', label: WORDS.dirLtr },
    { value: 'rtl', label: WORDS.dirRtl },
  ],
  autocomplete: [
    { value: '', label: WORDS.usually },
    { value: 'name', label: WORDS.fillName },
    { value: 'tel', label: WORDS.fillTel },
    { value: 'email', label: WORDS.fillEmail },
    { value: 'street-address', label: WORDS.fillAddress },
    { value: 'bday', label: WORDS.fillBirthday },
    { value: 'off', label: WORDS.fillOff },
  ],
} as const

export function LooksPanel({ building: { form, run }, place, session }: PanelProps) {
  const { say } = useLanguage()
  const { looks = [] } = KIND_OFFERS[kindAt(form, place)]
  if (looks.length === 0 || controlsOf(form, place).length === 0) return null
  const options = optionsOf(form, place)
  const set = (option: (typeof looks)[number], value: JsonValue | undefined, merge?: string): boolean =>
    run(COMMANDS.setOption, { place, option, ...(value === undefined ? {} : { value }) }, merge)
  return (
    <details class="fb-more">
      <summary>{say(WORDS.looks)}</summary>
      {looks.map((look) =>
        look === 'dir' || look === 'autocomplete' ? (
          <Select
            key={look}
            label={say(WORDS[look])}
            value={String(options[look] ?? '')}
            options={CHOICES[look].map(({ value, label }) => ({ value, label: say(label) }))}
            onChange={(it) => set(look, it === '' ? undefined : it)}
          />
        ) : (
          <NumberField
            key={look}
            label={say(look === 'width' ? WORDS.widthIn : WORDS.rows)}
            value={typeof options[look] === 'number' ? options[look] : undefined}
            whole
            least={1}
            most={look === 'width' ? 100 : 40}
            onDone={() => session.seal()}
            onChange={(it) => set(look, it, `${look} ${place}`)}
          />
        ),
      )}
    </details>
  )
}
