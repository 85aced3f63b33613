/** Fields bound to a place of workflow.json. */
import type { Text } from '../../engine/core/text.ts'
import { isDurationText } from '../../engine/core/bpmn/timer-text.ts'
import { useState } from 'preact/hooks'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Checkbox } from '../frame/checkbox.tsx'
import { Select, type Option } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { readSpan, SPAN_UNITS, writtenSpan, type SpanUnit } from './duration.ts'
import { useEditing } from './page-editing.tsx'
import { drawingsRenamed } from './drawings-follow.ts'
import { filesThatSay, type IdKind } from './rename.ts'
import { pointerOf, type Path } from './title-page.ts'
import { POLICY_WORDS } from './words.ts'

interface At {
  readonly path: Path
  readonly label: Text
  readonly hint?: Text
}

const errorProp = (error: string | undefined) => (error === undefined ? {} : { error })

export function TextAt({
  path,
  label,
  hint,
  dir = 'auto',
  optional,
}: At & { readonly dir?: 'ltr' | 'auto'; readonly optional?: true }) {
  const { say } = useLanguage()
  const { text, set, errorAt, readonly, session } = useEditing()
  return (
    <TextField
      label={say(label)}
      {...(hint && { hint: say(hint) })}
      {...errorProp(errorAt(path))}
      place={pointerOf(path)}
      value={text(path)}
      dir={dir}
      disabled={readonly}
      onChange={(value) => set(path, optional && value === '' ? undefined : value)}
      onDone={() => session.seal()}
    />
  )
}

export function BothAt({
  path,
  label,
  hint,
  lines,
  optional,
}: At & { readonly lines?: number; readonly optional?: true }) {
  const { say } = useLanguage()
  const { both, set, errorAt, readonly, session } = useEditing()
  const errors = { ar: errorAt([...path, 'ar']), en: errorAt([...path, 'en']) }
  return (
    <BothLanguagesField
      label={say(label)}
      {...(hint && { hint: say(hint) })}
      {...(lines !== undefined && { lines })}
      errors={{ ...(errors.ar !== undefined && { ar: errors.ar }), ...(errors.en !== undefined && { en: errors.en }) }}
      place={pointerOf(path)}
      value={both(path)}
      disabled={readonly}
      onChange={(value) => set(path, optional && value.ar === '' && value.en === '' ? undefined : { ...value })}
      onDone={() => session.seal()}
    />
  )
}

/** @param absent what it means where nothing is said; the key is not written for it, unless it must be */
export function CheckAt({ path, label, hint, always }: At & { readonly always?: true }) {
  const { say } = useLanguage()
  const { get, set, readonly } = useEditing()
  return (
    <Checkbox
      label={say(label)}
      {...(hint && { hint: say(hint) })}
      place={pointerOf(path)}
      checked={get(path) === true}
      disabled={readonly}
      onChange={(checked) => set(path, checked || always ? checked : undefined)}
    />
  )
}

interface SelectAtProps extends At {
  readonly options: readonly Option[]
  /** What the empty choice says; absent: there is none. */
  readonly none?: Text
}

export function SelectAt({ path, label, hint, options, none }: SelectAtProps) {
  const { say } = useLanguage()
  const { text, set, errorAt, readonly } = useEditing()
  const value = text(path)
  const empty = none !== undefined || value === '' ? [{ value: '', label: say(none ?? POLICY_WORDS.notSaid) }] : []
  return (
    <Select
      label={say(label)}
      {...(hint && { hint: say(hint) })}
      {...errorProp(errorAt(path))}
      place={pointerOf(path)}
      value={value}
      options={[...empty, ...options]}
      disabled={readonly}
      onChange={(chosen) => set(path, chosen === '' ? undefined : chosen)}
    />
  )
}

/** Articles of the service, by their titles. */
export function useBases(): readonly Option[] {
  const { say } = useLanguage()
  const { list, text, both } = useEditing()
  return list(['legalBasis']).map((_, index) => {
    const id = text(['legalBasis', index, 'id'])
    return { value: id, label: say(both(['legalBasis', index, 'title'])) || id }
  })
}

export function BasisAt({ path, required }: { readonly path: Path; readonly required?: true }) {
  return (
    <SelectAt
      path={path}
      label={POLICY_WORDS.legalBasis}
      options={useBases()}
      {...(!required && { none: POLICY_WORDS.none })}
    />
  )
}

/** A number and its unit; what was written in several parts stays a text. */
export function SpanAt({ path, label }: At) {
  const { say } = useLanguage()
  const { text, set, errorAt, readonly, session } = useEditing()
  const value = text(path)
  const span = readSpan(value)
  const [typed, setTyped] = useState<string>()
  const other = span === undefined && value !== ''
  const error = errorAt(path) ?? (other && !isDurationText(value) ? say(POLICY_WORDS.otherSpanHint) : undefined)
  const units = SPAN_UNITS.map((unit) => ({ value: unit, label: say(POLICY_WORDS[`unit${unit}`]) }))
  if (other)
    return (
      <TextField
        label={`${say(label)} · ${say(POLICY_WORDS.otherSpan)}`}
        hint={say(POLICY_WORDS.otherSpanHint)}
        {...errorProp(error)}
        place={pointerOf(path)}
        value={value}
        dir="ltr"
        disabled={readonly}
        onChange={(next) => set(path, next)}
        onDone={() => session.seal()}
      />
    )
  const unit: SpanUnit = span?.unit ?? 'WD'
  return (
    <fieldset class="span-field">
      <legend class="label">{say(label)}</legend>
      <TextField
        label={say(POLICY_WORDS.count)}
        quiet
        place={pointerOf(path)}
        value={typed ?? (span ? String(span.count) : '')}
        dir="ltr"
        inputMode="numeric"
        disabled={readonly}
        {...errorProp(typed !== undefined && !COUNT.test(typed) ? say(POLICY_WORDS.badNumber) : error)}
        onChange={(next) => {
          const digits = next.replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
          setTyped(COUNT.test(digits) ? undefined : digits)
          if (COUNT.test(digits)) set(path, writtenSpan({ count: Number(digits), unit }))
        }}
        onDone={() => session.seal()}
      />
      <Select
        label={say(POLICY_WORDS.unit)}
        quiet
        value={unit}
        options={units}
        disabled={readonly}
        onChange={(next) => {
          const chosen = SPAN_UNITS.find((it) => it === next)
          if (chosen) set(path, writtenSpan({ count: span?.count ?? 1, unit: chosen }))
        }}
      />
    </fieldset>
  )
}

const COUNT = /^[1-9][0-9]{0,5}$/

interface IdProps {
  readonly path?: Path
  readonly kind: IdKind
  readonly id: string
  readonly taken: readonly string[]
  readonly pattern?: RegExp
  readonly label?: Text
}

/** Given another name when the field is left; files that say the old one are named first. */
export function IdField({ path, kind, id, taken, pattern = NAME, label = POLICY_WORDS.id }: IdProps) {
  const { say } = useLanguage()
  const { files, rename, readonly } = useEditing()
  const [typed, setTyped] = useState<string>()
  const next = typed ?? id
  const elsewhere =
    typed === undefined ? [] : filesThatSay(new Map([...files, ...drawingsRenamed(files, kind, id, '')]), id)
  const fault = !pattern.test(next)
    ? POLICY_WORDS.nameForm
    : next !== id && taken.includes(next)
      ? POLICY_WORDS.taken
      : undefined
  return (
    <TextField
      label={say(label)}
      {...(typed !== undefined && {
        hint:
          elsewhere.length > 0
            ? say(POLICY_WORDS.saidElsewhere, { files: elsewhere.join(', ') })
            : say(POLICY_WORDS.idHint),
      })}
      {...errorProp(fault && say(fault))}
      {...(path && { place: pointerOf(path) })}
      value={next}
      dir="ltr"
      disabled={readonly}
      onChange={setTyped}
      onDone={() => {
        if (fault === undefined) rename(kind, id, next)
        setTyped(undefined)
      }}
    />
  )
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
