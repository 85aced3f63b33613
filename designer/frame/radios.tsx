/** One of a few that are all seen: chosen by one click, or by the arrow keys. */
import { useId } from 'preact/hooks'
import { Fieldset } from './fieldset.tsx'
import type { Option } from './select.tsx'

interface RadiosProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

export function Radios({ value, options, onChange, ...said }: RadiosProps) {
  const id = useId()
  return (
    <Fieldset {...said}>
      {options.map((it, at) => (
        <div class="field check" key={it.value}>
          <input
            type="radio"
            id={`${id}-${String(at)}`}
            name={id}
            checked={it.value === value}
            onChange={() => onChange(it.value)}
          />
          <label for={`${id}-${String(at)}`}>{it.label}</label>
        </div>
      ))}
    </Fieldset>
  )
}
