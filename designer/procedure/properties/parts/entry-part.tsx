/** One entry of the panel: each kind of question is drawn by one part, with what is wrong with its answer beside it. */
import { BothLanguagesField } from '../../../frame/both-languages-field.tsx'
import { Checkbox } from '../../../frame/checkbox.tsx'
import { Radios } from '../../../frame/radios.tsx'
import { Select } from '../../../frame/select.tsx'
import { TextField } from '../../../frame/text-field.tsx'
import { useLanguage } from '../../../language/language.tsx'
import { useTyped } from '../typed.ts'
import { ConditionPart } from './condition-part.tsx'
import { ExpressionPart, MostlyPart } from './expression-part.tsx'
import { LinkPart } from './link-part.tsx'
import { Rows } from './rows.tsx'
import { useSaid, type EntryPartProps, type Of } from './said.ts'
import { Several } from './several.tsx'
import { TimerPart } from './timer.tsx'

export function EntryPart(props: EntryPartProps) {
  const { entry, ...rest } = props
  switch (entry.kind) {
    case 'text':
      return <TextPart {...rest} entry={entry} />
    case 'both':
      return <BothPart {...rest} entry={entry} />
    case 'feel':
      return entry.choices ? <MostlyPart {...rest} entry={entry} /> : <ExpressionPart {...rest} entry={entry} />
    case 'condition':
      return <WayPart {...rest} entry={entry} />
    case 'choice':
      return <ChoicePart {...rest} entry={entry} />
    case 'several':
      return <SeveralPart {...rest} entry={entry} />
    case 'check':
      return <CheckPart {...rest} entry={entry} />
    case 'rows':
      return <RowsPart {...rest} entry={entry} />
    case 'timer':
      return <WhenPart {...rest} entry={entry} />
    case 'link':
      return <LinkPart {...rest} entry={entry} />
    case 'note':
      return <NotePart {...rest} entry={entry} />
  }
}

function TextPart(props: Of<'text'>) {
  const { entry, onChange } = props
  const typed = useTyped(entry.value, (value) => onChange(entry.write(value)))
  return (
    <TextField
      {...useSaid(props)}
      value={typed.value}
      dir={entry.ltr ? 'ltr' : 'auto'}
      lines={entry.lines ?? 1}
      onChange={typed.type}
      onDone={typed.done}
    />
  )
}

function BothPart(props: Of<'both'>) {
  const { entry, onChange } = props
  const { language } = useLanguage()
  const typed = useTyped(entry.value, (value) => onChange(entry.write(value)))
  const { error, ...said } = useSaid(props)
  return (
    <BothLanguagesField
      {...said}
      {...(error && { errors: { [language]: error } })}
      value={typed.value}
      lines={entry.lines ?? 1}
      onChange={typed.type}
      onDone={typed.done}
    />
  )
}

function WayPart(props: Of<'condition'>) {
  const { entry, onChange, context } = props
  return (
    <ConditionPart
      {...useSaid(props)}
      value={entry.value}
      expected={entry.expected}
      before={entry.before}
      context={{ ...context, element: entry.at }}
      onChange={(value) => onChange(entry.write(value))}
    />
  )
}

function ChoicePart(props: Of<'choice'>) {
  const { say } = useLanguage()
  const { entry, onChange } = props
  const Chosen = entry.isSpread ? Radios : Select
  return (
    <Chosen
      {...useSaid(props)}
      value={entry.value}
      options={entry.choices.map(({ value, label }) => ({ value, label: say(label) }))}
      onChange={(value) => onChange(entry.write(value))}
    />
  )
}

function SeveralPart(props: Of<'several'>) {
  const { entry, onChange } = props
  return (
    <Several
      {...useSaid(props)}
      value={entry.value}
      choices={entry.choices}
      onChange={(value) => onChange(entry.write(value))}
    />
  )
}

function CheckPart(props: Of<'check'>) {
  const { entry, onChange } = props
  const { error, ...said } = useSaid(props)
  return (
    <>
      <Checkbox {...said} checked={entry.value} onChange={(value) => onChange(entry.write(value))} />
      {error && <p class="field-error">{error}</p>}
    </>
  )
}

function RowsPart(props: Of<'rows'>) {
  const { entry, onChange, context } = props
  return <Rows {...useSaid(props)} entry={entry} context={context} onChange={(rows) => onChange(entry.write(rows))} />
}

function WhenPart(props: Of<'timer'>) {
  const { entry, onChange, context, timeZone } = props
  return (
    <TimerPart
      {...useSaid(props)}
      value={entry.value}
      ways={entry.ways}
      timeZone={timeZone}
      context={context}
      onChange={(value) => onChange(entry.write(value))}
    />
  )
}

function NotePart({ entry }: Of<'note'>) {
  const { say } = useLanguage()
  return <p class="hint">{say(entry.label)}</p>
}
