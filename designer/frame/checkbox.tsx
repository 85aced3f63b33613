/** Yes or no. */
import { useId } from 'preact/hooks'

interface CheckboxProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly place?: string
  readonly onChange: (checked: boolean) => void
}

export function Checkbox({ label, hint, checked, disabled, place, onChange }: CheckboxProps) {
  const id = useId()
  return (
    <div class="field check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        data-place={place}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
