/** A new decision table, with one condition and one answer to begin with. */
import { useState } from 'preact/hooks'
import type { DraftSession } from '../draft/session.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { decisionsIn, type DecisionFile } from './catalogue.ts'
import { DECISION_ID, newTableFile } from './file-commands.ts'
import { DECISION_WORDS } from './words.ts'

interface NewDecisionDialogProps {
  readonly session: DraftSession
  readonly all: readonly DecisionFile[]
  readonly onMade: (file: string, id: string) => void
  readonly onClose: () => void
}

export function NewDecisionDialog({ session, all, onMade, onClose }: NewDecisionDialogProps) {
  const { say } = useLanguage()
  const [title, setTitle] = useState({ ar: '', en: '' })
  const [typed, setTyped] = useState<string>()
  const id = typed ?? idFrom(title.en)
  const fault = faultOf(id, all)
  const make = (): void => {
    if (fault !== undefined || title.ar.trim() === '' || title.en.trim() === '') return
    const file = freeFile(session, id)
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

export const faultOf = (id: string, all: readonly DecisionFile[]) =>
  !DECISION_ID.test(id)
    ? DECISION_WORDS.idForm
    : all.flatMap(decisionsIn).some((it) => it.id === id)
      ? DECISION_WORDS.taken
      : undefined

/** "Study fee" -> "study_fee" */
export const idFrom = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)

export function freeFile(session: DraftSession, id: string): string {
  const name = id.toLowerCase().replaceAll('_', '-')
  for (let number = 1; ; number++) {
    const file = `${name}${number === 1 ? '' : `-${String(number)}`}.dmn`
    if (!session.files.has(file)) return file
  }
}
