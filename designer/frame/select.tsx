/** One of a few: the browser's own list, which every keyboard and screen reader knows. */
import { Field, type FieldProps } from './field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  /** Those of one group stand together under its name. */
  readonly group?: string
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
          {[...Map.groupBy(options, ({ group }) => group)].map(([group, own]) =>
            group === undefined ? (
              own.map(optionOf)
            ) : (
              <optgroup key={`group ${group}`} label={group}>
                {own.map(optionOf)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  )
}

const optionOf = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
)
