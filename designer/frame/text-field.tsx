/** A line or some lines of text. What is typed is given at each letter; `onDone` when the field is left or Enter is pressed. */
import { Field, type FieldProps } from './field.tsx'

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onDone?: () => void
  /** ltr: ids, addresses, expressions. auto: free text in either language. */
  readonly dir?: 'ltr' | 'rtl' | 'auto'
  readonly lang?: string
  readonly lines?: number
  readonly disabled?: boolean
  readonly required?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'decimal'
  readonly autoFocus?: boolean
  readonly maxLength?: number
}

export function TextField({
  value,
  onChange,
  onDone,
  dir = 'auto',
  lang,
  lines = 1,
  disabled,
  required,
  inputMode,
  autoFocus,
  maxLength,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(binding) => {
        const shared = { ...binding, class: 'input', value, dir, lang, disabled, required, maxLength, onBlur: onDone }
        return lines > 1 ? (
          <textarea {...shared} rows={lines} onInput={(event) => onChange(event.currentTarget.value)} />
        ) : (
          <input
            {...shared}
            type="text"
            inputMode={inputMode}
            autoFocus={autoFocus}
            autoComplete="off"
            onInput={(event) => onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onDone?.()
            }}
          />
        )
      }}
    </Field>
  )
}
