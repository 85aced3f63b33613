/** One of a few: the browser's own list, which every keyboard and screen reader knows. */
import { Field, type FieldProps } from './field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

interface SelectProps extends FieldProps {
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
}

/** A value that none of the options has stays, shown as it is, until another is chosen. */
export function Select({ value, options, onChange, disabled, ...field }: SelectProps) {
  const isKnown = options.some((it) => it.value === value)
  return (
    <Field {...field}>
      {(binding) => (
        <select
          {...binding}
          class="input"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {!isKnown && <option value={value}>{value}</option>}
          {options.map((it) => (
            <option key={it.value} value={it.value}>
              {it.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
