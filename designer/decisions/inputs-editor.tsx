/** Which variables and decisions a decision reads. */
import { useState } from 'preact/hooks'
import { bilingual } from '../../engine/core/bilingual.ts'
import { Button } from '../frame/button.tsx'
import { Checkbox } from '../frame/checkbox.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { decisionsIn, inputsIn } from './catalogue.ts'
import { titleOf } from './naming.ts'
import type { DecisionProps } from './decision-page.tsx'
import { edit } from './edit.ts'
import { DECISION_ID } from './decision-id.ts'
import { addInput, setRequirement } from './file-commands.ts'
import { DECISION_WORDS } from './words.ts'

export function InputsEditor({ session, file, decision, readonly }: DecisionProps) {
  const { say, language } = useLanguage()
  const [name, setName] = useState('')
  const id = decision.id ?? ''
  const needed = new Set(
    (decision.informationRequirement ?? []).map((it) => (it.requiredInput ?? it.requiredDecision)?.href?.slice(1)),
  )
  const ids = [...inputsIn(file), ...decisionsIn(file)].map((it) => it.id)
  const choices = [
    ...inputsIn(file).map((it) => ({
      kind: 'requiredInput' as const,
      id: it.id ?? '',
      label: it.description === undefined ? '' : bilingual(it.description)[language],
    })),
    ...decisionsIn(file)
      .filter((it) => it !== decision)
      .map((it) => ({ kind: 'requiredDecision' as const, id: it.id ?? '', label: titleOf(it)[language] })),
  ]
  const add = (): void => {
    if (!DECISION_ID.test(name) || ids.includes(name)) return
    void edit(session, file.file, (draft) => {
      addInput(draft, name)
      setRequirement(draft, id, { kind: 'requiredInput', id: name }, true)
    })
    setName('')
  }
  const fault =
    name !== '' && !DECISION_ID.test(name)
      ? DECISION_WORDS.idForm
      : ids.includes(name)
        ? DECISION_WORDS.taken
        : undefined
  return (
    <section class="inputs" aria-label={say(DECISION_WORDS.inputs)}>
      <h3>{say(DECISION_WORDS.inputs)}</h3>
      <p class="hint">{say(DECISION_WORDS.inputsHint)}</p>
      {choices.map(({ kind, id: other, label }) => (
        <Checkbox
          key={other}
          label={label === '' || label === other ? other : `${label} (${other})`}
          checked={needed.has(other)}
          disabled={readonly}
          onChange={(checked) =>
            void edit(session, file.file, (draft) => setRequirement(draft, id, { kind, id: other }, checked))
          }
        />
      ))}
      <div class="add-input">
        <TextField
          label={say(DECISION_WORDS.newInput)}
          value={name}
          dir="ltr"
          disabled={readonly}
          {...(fault && { error: say(fault) })}
          onChange={setName}
          onDone={() => undefined}
        />
        <Button icon="add" disabled={readonly || name === '' || fault !== undefined} onClick={add}>
          {say(DECISION_WORDS.newInput)}
        </Button>
      </div>
    </section>
  )
}
