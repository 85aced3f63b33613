/** Which kind of value a column looks at or answers. */
import { Select } from '../frame/select.tsx'
import { useLanguage } from '../language/language.tsx'
import { DECISION_WORDS } from './words.ts'

interface TypeSelectProps {
  readonly value: string
  readonly readonly: boolean
  readonly onChange: (type: string) => void
}

const TYPES = ['string', 'number', 'boolean', 'date'] as const

export function TypeSelect({ value, readonly, onChange }: TypeSelectProps) {
  const { say } = useLanguage()
  return (
    <Select
      label={say(DECISION_WORDS.type)}
      value={value}
      disabled={readonly}
      options={[
        { value: '', label: say(DECISION_WORDS.typeNone) },
        ...TYPES.map((type) => ({ value: type, label: say(DECISION_WORDS[`type${type}`]) })),
      ]}
      onChange={onChange}
    />
  )
}
