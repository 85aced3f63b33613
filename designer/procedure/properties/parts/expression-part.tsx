/** An expression that is written, or one of a few that nearly everybody means. */
import { useState } from 'preact/hooks'
import { Radios } from '../../../frame/radios.tsx'
import { useLanguage } from '../../../language/language.tsx'
import { useTyped } from '../typed.ts'
import { FeelPart } from './feel-part.tsx'
import { useSaid, type Of } from './said.ts'

/** One of what is mostly meant; to write something else is one of the choices. */
export function MostlyPart(props: Of<'feel'>) {
  const { say } = useLanguage()
  const { entry, onChange } = props
  const { choices = [], written = entry.label, ...plain } = entry
  const isKnown = choices.some(({ value }) => value === entry.value)
  const [isWriting, setWriting] = useState(false)
  const isWritten = isWriting || !isKnown
  const said = useSaid(props)
  return (
    <>
      <Radios
        {...said}
        value={isWritten ? WRITTEN : entry.value}
        options={[
          ...choices.map(({ value, label }) => ({ value, label: say(label) })),
          { value: WRITTEN, label: say(written) },
        ]}
        onChange={(value) => {
          setWriting(value === WRITTEN)
          if (value !== WRITTEN) onChange(entry.write(value))
        }}
      />
      {isWritten && <ExpressionPart {...props} findings={[]} entry={{ ...plain, label: written }} quiet />}
    </>
  )
}

/** No expression is only this. */
const WRITTEN = '='

export function ExpressionPart({ quiet = false, ...props }: Of<'feel'> & { readonly quiet?: boolean }) {
  const { entry, onChange, context } = props
  const typed = useTyped(entry.value, (value) => onChange(entry.write(value)))
  return (
    <FeelPart
      {...useSaid(props)}
      quiet={quiet}
      value={typed.value}
      plain={entry.plain}
      {...(entry.expected && { expected: entry.expected })}
      context={context}
      onChange={typed.type}
      onDone={typed.done}
    />
  )
}
