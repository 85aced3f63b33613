/** What a decision is asked with, as fields of their types: a number, yes or no, one of the values its rules know. */
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { bilingual } from '../../engine/core/bilingual.ts'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { sampleAt, withSample, type Asked } from './asked.ts'
import { DECISION_WORDS } from './words.ts'

interface SampleFieldsProps {
  readonly asked: readonly Asked[]
  readonly sample: JsonObject
  readonly disabled?: boolean
  readonly onChange: (sample: JsonObject) => void
  readonly onDone?: () => void
}

export function SampleFields({ asked, sample, disabled = false, onChange, onDone }: SampleFieldsProps) {
  return (
    <div class="row">
      {asked.map((one) => (
        <SampleField
          key={one.path}
          asked={one}
          value={sampleAt(sample, one.path)}
          disabled={disabled}
          onChange={(value) => onChange(withSample(sample, one.path, value))}
          {...(onDone && { onDone })}
        />
      ))}
    </div>
  )
}

interface SampleFieldProps {
  readonly asked: Asked
  readonly value: JsonValue | undefined
  readonly disabled: boolean
  readonly onChange: (value: JsonValue | undefined) => void
  readonly onDone?: () => void
}

function SampleField({ asked, value, disabled, onChange, onDone }: SampleFieldProps) {
  const { say, language } = useLanguage()
  const { path, type, values, label: written, spoken } = asked
  const label = written === undefined ? path : bilingual(written)[language]
  const nothing = { value: '', label: say(DECISION_WORDS.nothing) }
  if (type === 'boolean')
    return (
      <Select
        label={label}
        hint={path}
        value={value === undefined ? '' : String(value)}
        options={[
          nothing,
          { value: 'true', label: say(DECISION_WORDS.yes) },
          { value: 'false', label: say(DECISION_WORDS.no) },
        ]}
        disabled={disabled}
        onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'true')}
      />
    )
  if (values.length > 0)
    return (
      <Select
        label={label}
        hint={path}
        value={typeof value === 'string' ? value : ''}
        options={[nothing, ...values.map((one) => ({ value: one, label: spoken?.get(one)?.[language] || one }))]}
        disabled={disabled}
        onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
      />
    )
  return (
    <TextField
      label={label}
      hint={type === 'date' ? `${path} · 2027-01-31` : path}
      value={shown(value)}
      dir="ltr"
      disabled={disabled}
      {...(type === 'number' && { inputMode: 'decimal' })}
      {...(onDone && { onDone })}
      onChange={(text) => onChange(read(text, type))}
    />
  )
}

const shown = (value: JsonValue | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const NUMBER = /^-?\d+(\.\d+)?$/

/** Of a value whose type nobody says, what looks like a number or a truth value is one. */
function read(text: string, type: Asked['type']): JsonValue | undefined {
  const trimmed = text.trim().replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  if (trimmed === '') return undefined
  if ((type === 'number' || type === 'any') && NUMBER.test(trimmed)) return Number(trimmed)
  if (type === 'any' && (trimmed === 'true' || trimmed === 'false')) return trimmed === 'true'
  return text
}
