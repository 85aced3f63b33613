/** An expression of a form: written without the "=", its fault said below it. */
import { feelSource, parseFeel } from '../../../engine/core/feel/feel.ts'
import { Menu } from '../../frame/menu.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { NamedQuestion } from '../questions.ts'
import { FORMS_WORDS as WORDS } from '../words.ts'
import { INSPECTOR_WORDS } from './words.ts'

interface FeelFieldProps {
  readonly label: string
  readonly hint?: string
  /** As it stands in the file, after "="; anything else is no expression. */
  readonly value: unknown
  /** Questions whose answers it may name. */
  readonly questions?: readonly NamedQuestion[]
  readonly onChange: (value: string | undefined) => void
  readonly onDone: () => void
}

export function FeelField({ label, hint, value, questions = [], onChange, onDone }: FeelFieldProps) {
  const { say } = useLanguage()
  const source = typeof value === 'string' ? feelSource(value) : ''
  const parsed = source.trim() === '' ? undefined : parseFeel(source)
  const error = parsed?.ok === false ? say(WORDS.feelBad, { reason: parsed.reason }) : undefined
  const set = (text: string): void => onChange(text.trim() === '' ? undefined : `=${text}`)
  return (
    <>
      <TextField
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...(error === undefined ? {} : { error })}
        value={source}
        dir="ltr"
        lines={2}
        onDone={onDone}
        onChange={set}
      />
      {questions.length > 0 && (
        <div class="fb-insert">
          <Menu
            label={say(INSPECTOR_WORDS.insert)}
            icon="add"
            items={questions.map(({ name, title }) => ({
              id: name,
              label: `${say(title)} (${name})`,
              onChoose: () => set(source.trim() === '' ? name : `${source.trimEnd()} ${name}`),
            }))}
          />
        </div>
      )}
    </>
  )
}
