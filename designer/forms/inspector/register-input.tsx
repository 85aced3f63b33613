/** One thing a register wants to know: an answer of the form, the number of who fills it in, a fixed value, or an expression. */
import type { OperationInput } from '../../../engine/core/service-catalogue.ts'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Input } from '../register/call.ts'
import { questionsOf } from '../questions.ts'
import { FeelField } from './feel-field.tsx'
import type { PanelProps } from './panel.ts'
import { INSPECTOR_WORDS as WORDS } from './words.ts'

interface InputProps extends PanelProps {
  readonly input: OperationInput
  readonly given: Input
  readonly onChange: (given: Input, merge?: string) => void
}

export function InputFields({ building: { form }, place, session, input, given, onChange }: InputProps) {
  const { say } = useLanguage()
  const name = input.title === undefined ? input.name : `${say(input.title)} (${input.name})`
  const questions = questionsOf(form).filter((it) => it.place !== place)
  const merge = `input ${input.name} ${place}`
  const value = given.kind === 'name' ? `name ${given.name}` : given.kind
  return (
    <>
      <Select
        label={say(WORDS.inputFrom, { name })}
        {...(input.required && given.kind === 'nothing' ? { error: say(WORDS.inputMissing) } : {})}
        value={value}
        options={[
          { value: 'nothing', label: say(WORDS.notSent) },
          ...questions.map((it) => ({
            value: `name ${it.name}`,
            label: say(WORDS.byAnswer, { question: say(it.title) }),
          })),
          ...(given.kind === 'name' && !questions.some((it) => it.name === given.name)
            ? [{ value, label: given.name }]
            : []),
          { value: 'person', label: say(WORDS.person) },
          { value: 'fixed', label: say(WORDS.fixed) },
          { value: 'feel', label: say(WORDS.expression) },
        ]}
        onChange={(it) => onChange(beginning(it))}
      />
      {given.kind === 'fixed' && (
        <TextField
          label={say(WORDS.fixedValue, { name })}
          value={given.text}
          dir="ltr"
          onDone={() => session.seal()}
          onChange={(text) => onChange({ kind: 'fixed', text }, merge)}
        />
      )}
      {given.kind === 'feel' && (
        <FeelField
          label={say(WORDS.inputFeel, { name })}
          value={`=${given.source}`}
          onDone={() => session.seal()}
          onChange={(it) => onChange({ kind: 'feel', source: it?.slice(1) ?? '""' }, merge)}
        />
      )}
    </>
  )
}

function beginning(chosen: string): Input {
  if (chosen.startsWith('name ')) return { kind: 'name', name: chosen.slice('name '.length) }
  if (chosen === 'fixed') return { kind: 'fixed', text: '' }
  if (chosen === 'feel') return { kind: 'feel', source: '""' }
  return chosen === 'person' ? { kind: 'person' } : { kind: 'nothing' }
}
