/** An expression of a form: written without the "=", its fault said below it. */
import { feelSource, parseFeel } from '../../../engine/core/feel/feel.ts'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { FORMS_WORDS as WORDS } from '../words.ts'

interface FeelFieldProps {
  readonly label: string
  readonly hint?: string
  /** As it stands in the file, after "="; anything else is no expression. */
  readonly value: unknown
  readonly onChange: (value: string | undefined) => void
  readonly onDone: () => void
}

export function FeelField({ label, hint, value, onChange, onDone }: FeelFieldProps) {
  const { say } = useLanguage()
  const source = typeof value === 'string' ? feelSource(value) : ''
  const parsed = source.trim() === '' ? undefined : parseFeel(source)
  const error = parsed?.ok === false ? say(WORDS.feelBad, { reason: parsed.reason }) : undefined
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
      value={source}
      dir="ltr"
      lines={2}
      onDone={onDone}
      onChange={(text) => onChange(text.trim() === '' ? undefined : `=${text}`)}
    />
  )
}
