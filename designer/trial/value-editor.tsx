/** Values as people write them, one line each with its name and kind, groups and lists inside one another: nothing is typed as JSON. */
import { useState } from 'preact/hooks'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { Button } from '../frame/button.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { TRIAL_WORDS } from './words.ts'

type ValueKind = 'text' | 'number' | 'yesNo' | 'group' | 'list' | 'empty'

const KINDS = {
  text: { words: TRIAL_WORDS.textKind, blank: '' },
  number: { words: TRIAL_WORDS.numberKind, blank: 0 },
  yesNo: { words: TRIAL_WORDS.yesNoKind, blank: true },
  group: { words: TRIAL_WORDS.groupKind, blank: {} },
  list: { words: TRIAL_WORDS.listKind, blank: [] },
  empty: { words: TRIAL_WORDS.emptyKind, blank: null },
} as const satisfies Readonly<
  Record<ValueKind, { readonly words: { ar: string; en: string }; readonly blank: JsonValue }>
>

const isKind = (text: string): text is ValueKind => Object.hasOwn(KINDS, text)

interface GroupProps {
  readonly label: string
  readonly value: JsonObject
  readonly onChange: (value: JsonObject) => void
}

export function ValueEditor({ label, value, onChange }: GroupProps) {
  const { say } = useLanguage()
  return (
    <fieldset class="values">
      <legend class="label">{label}</legend>
      {Object.entries(value).map(([name, inner]) => (
        <Value
          key={name}
          name={name}
          value={inner}
          onChange={(next) => onChange({ ...value, [name]: next })}
          onRemove={() => onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))}
        />
      ))}
      <NewValue
        label={Object.keys(value).length === 0 ? say(TRIAL_WORDS.addValue) : say(TRIAL_WORDS.addTo, { name: label })}
        taken={value}
        onAdd={(name, kind) => onChange({ ...value, [name]: KINDS[kind].blank })}
      />
    </fieldset>
  )
}

interface ValueProps {
  readonly name: string
  readonly value: JsonValue
  readonly onChange: (value: JsonValue) => void
  readonly onRemove: () => void
}

function Value({ name, value, onChange, onRemove }: ValueProps) {
  const { say } = useLanguage()
  return (
    <div class="value">
      <ValueItself name={name} value={value} onChange={onChange} />
      <Button kind="icon" icon="remove" label={say(TRIAL_WORDS.removeValue, { name })} onClick={onRemove} />
    </div>
  )
}

function ValueItself({ name, value, onChange }: Omit<ValueProps, 'onRemove'>) {
  const { say } = useLanguage()
  const [written, setWritten] = useState<string>()
  if (isJsonObject(value)) return <ValueEditor label={name} value={value} onChange={onChange} />
  if (Array.isArray(value)) return <ListEditor label={name} value={value} onChange={onChange} />
  if (typeof value === 'string') return <TextField label={name} value={value} onChange={onChange} />
  if (typeof value === 'number')
    return (
      <TextField
        label={name}
        value={written ?? String(value)}
        dir="ltr"
        inputMode="decimal"
        onChange={(text) => {
          setWritten(text)
          if (text.trim() !== '' && Number.isFinite(Number(text))) onChange(Number(text))
        }}
        onDone={() => setWritten(undefined)}
      />
    )
  if (typeof value === 'boolean')
    return (
      <Select
        label={name}
        value={String(value)}
        options={[
          { value: 'true', label: say(TRIAL_WORDS.yes) },
          { value: 'false', label: say(TRIAL_WORDS.no) },
        ]}
        onChange={(text) => onChange(text === 'true')}
      />
    )
  return (
    <Select
      label={name}
      value="empty"
      options={Object.entries(KINDS).map(([kind, { words }]) => ({ value: kind, label: say(words) }))}
      onChange={(kind) => isKind(kind) && onChange(KINDS[kind].blank)}
    />
  )
}

function ListEditor({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: readonly JsonValue[]
  readonly onChange: (value: JsonValue) => void
}) {
  const { say } = useLanguage()
  const [last] = value.slice(-1)
  return (
    <fieldset class="values">
      <legend class="label">{label}</legend>
      {value.map((inner, index) => (
        <Value
          key={index}
          name={say(TRIAL_WORDS.entry, { number: index + 1 })}
          value={inner}
          onChange={(next) => onChange(value.map((it, at) => (at === index ? next : it)))}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <Button icon="add" onClick={() => onChange([...value, last === undefined ? '' : last])}>
        {say(TRIAL_WORDS.addTo, { name: label })}
      </Button>
    </fieldset>
  )
}

interface NewValueProps {
  readonly label: string
  readonly taken: JsonObject
  readonly onAdd: (name: string, kind: ValueKind) => void
}

function NewValue({ label, taken, onAdd }: NewValueProps) {
  const { say } = useLanguage()
  const [name, setName] = useState<string>()
  const [kind, setKind] = useState<ValueKind>('text')
  if (name === undefined)
    return (
      <Button icon="add" onClick={() => setName('')}>
        {label}
      </Button>
    )
  const isFit = name.trim() !== '' && !Object.hasOwn(taken, name.trim()) && name.trim() !== '__proto__'
  const add = (): void => {
    if (!isFit) return
    onAdd(name.trim(), kind)
    setName(undefined)
  }
  return (
    <div class="value-new">
      <TextField label={say(TRIAL_WORDS.name)} value={name} dir="ltr" autoFocus onChange={setName} />
      <Select
        label={say(TRIAL_WORDS.kind)}
        value={kind}
        options={Object.entries(KINDS).map(([id, { words }]) => ({ value: id, label: say(words) }))}
        onChange={(next) => isKind(next) && setKind(next)}
      />
      <Button icon="add" disabled={!isFit} onClick={add}>
        {say(TRIAL_WORDS.addValue)}
      </Button>
    </div>
  )
}
