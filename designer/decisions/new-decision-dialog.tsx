/** A new decision table, with one condition and one answer to begin with. */
import { useState } from 'preact/hooks'
import type { Text } from '../../engine/core/text.ts'
import type { DraftSession } from '../draft/session.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { faultOf, freeFile, idFrom } from './decision-id.ts'
import { newTableFile } from './new-table-file.ts'
import { DECISION_WORDS } from './words.ts'

interface NewDecisionDialogProps {
  readonly session: DraftSession
  /** Ids of the decisions there are. */
  readonly taken: readonly string[]
  /** What it may be called. */
  readonly proposed?: Text
  readonly onMade: (file: string, id: string) => void
  readonly onClose: () => void
}

const EMPTY: Text = { ar: '', en: '' }

export function NewDecisionDialog({ session, taken, proposed = EMPTY, onMade, onClose }: NewDecisionDialogProps) {
  const { say } = useLanguage()
  const [title, setTitle] = useState(proposed)
  const [typed, setTyped] = useState<string>()
  const id = typed ?? idFrom(title.en)
  const fault = faultOf(id, taken)
  const make = (): void => {
    if (fault !== undefined || title.ar.trim() === '' || title.en.trim() === '') return
    const file = freeFile(session.files, id)
    const xml = newTableFile({
      id,
      title,
      hitPolicy: 'UNIQUE',
      inputs: [{ expression: 'variable', type: 'string', label: { ar: 'الشرط', en: 'Condition' } }],
      outputs: [{ name: 'result', type: 'string', label: { ar: 'الجواب', en: 'Answer' } }],
      rules: [['-', '""']],
    })
    session.change(DECISION_WORDS.made, new Map([[file, xml]]))
    onMade(file, id)
  }
  return (
    <Dialog
      title={say(DECISION_WORDS.newDecision)}
      onClose={onClose}
      onSubmit={make}
      buttons={
        <Button
          kind="primary"
          type="submit"
          disabled={fault !== undefined || title.ar.trim() === '' || title.en.trim() === ''}
        >
          {say(DECISION_WORDS.create)}
        </Button>
      }
    >
      <BothLanguagesField label={say(DECISION_WORDS.name)} value={title} onChange={setTitle} />
      <TextField
        label={say(DECISION_WORDS.id)}
        value={id}
        dir="ltr"
        {...(fault !== undefined && id !== '' && { error: say(fault) })}
        onChange={setTyped}
      />
    </Dialog>
  )
}
