/** The drawings of the package, to go from one to another, and to make a new one. */
import type { DraftFiles } from '../../../engine/core/package/file-changes.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../frame/button.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Text } from '../../../engine/core/text.ts'
import type { Flow } from '../flow/direction.ts'
import { PROCEDURE_WORDS as WORDS } from '../words.ts'
import { drawingsOf, nameFault, nameOf, type NameFault } from './drawings.ts'

export const FAULTS: Readonly<Record<NameFault, Text>> = {
  empty: WORDS.nameEmpty,
  letters: WORDS.nameLetters,
  taken: WORDS.nameTaken,
}

interface DrawingTabsProps {
  readonly files: DraftFiles
  readonly file: string | undefined
  readonly onOpen: (file: string) => void
  readonly onAdd: () => void
}

export function DrawingTabs({ files, file, onOpen, onAdd }: DrawingTabsProps) {
  const { say } = useLanguage()
  return (
    <nav class="drawing-tabs" aria-label={say(WORDS.drawings)}>
      <ul>
        {drawingsOf(files).map((path) => (
          <li key={path}>
            <button
              type="button"
              class="btn btn-link"
              dir="ltr"
              aria-current={path === file ? 'page' : undefined}
              onClick={() => onOpen(path)}
            >
              {nameOf(path)}
            </button>
          </li>
        ))}
      </ul>
      <Button kind="icon" icon="add" label={say(WORDS.addDrawing)} onClick={onAdd} />
    </nav>
  )
}

export interface NewDrawing {
  readonly name: string
  readonly title: string
  readonly flow: Flow
}

interface NewDrawingDialogProps {
  readonly files: DraftFiles
  readonly onAdd: (drawing: NewDrawing) => void
  readonly onClose: () => void
}

export function NewDrawingDialog({ files, onAdd, onClose }: NewDrawingDialogProps) {
  const { say, language } = useLanguage()
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [flow, setFlow] = useState<Flow>(language === 'ar' ? 'rtl' : 'ltr')
  const [isAsked, setAsked] = useState(false)
  const fault = nameFault(name, files)
  return (
    <Dialog
      title={say(WORDS.addDrawing)}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (fault === undefined) onAdd({ name: name.trim(), title: title.trim() || say(WORDS.newProcedure), flow })
      }}
      buttons={
        <Button kind="primary" type="submit">
          {say(WORDS.addThis)}
        </Button>
      }
    >
      <TextField label={say(WORDS.procedureName)} value={title} onChange={setTitle} />
      <TextField
        label={say(WORDS.drawingName)}
        hint={say(WORDS.drawingNameHint)}
        dir="ltr"
        value={name}
        onChange={setName}
        {...(isAsked && fault && { error: say(FAULTS[fault]) })}
      />
      <Select
        label={say(WORDS.flow)}
        value={flow}
        options={[
          { value: 'rtl', label: say(WORDS.flowRtl) },
          { value: 'ltr', label: say(WORDS.flowLtr) },
        ]}
        onChange={(value) => setFlow(value === 'rtl' ? 'rtl' : 'ltr')}
      />
    </Dialog>
  )
}
