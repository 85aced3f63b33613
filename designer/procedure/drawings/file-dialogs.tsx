/** Another name for a drawing, or the drawing taken out of the package: asked first. */
import type { DraftFiles } from '../../../engine/core/package/file-changes.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../frame/button.tsx'
import { Confirm } from '../../frame/confirm.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useLanguage } from '../../language/language.tsx'
import { PROCEDURE_WORDS as WORDS } from '../words.ts'
import { FAULTS } from './drawing-tabs.tsx'
import { nameFault, nameOf } from './drawings.ts'

interface RenameProps {
  readonly files: DraftFiles
  readonly file: string
  readonly onRename: (path: string) => void
  readonly onClose: () => void
}

export function RenameDialog({ files, file, onRename, onClose }: RenameProps) {
  const { say } = useLanguage()
  const [name, setName] = useState(nameOf(file))
  const [isAsked, setAsked] = useState(false)
  const fault = nameFault(name, files, file)
  return (
    <Dialog
      title={say(WORDS.rename)}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (fault === undefined) onRename(`${name.trim()}.bpmn`)
      }}
      buttons={
        <Button kind="primary" type="submit">
          {say(WORDS.renameThis)}
        </Button>
      }
    >
      <TextField
        label={say(WORDS.drawingName)}
        hint={say(WORDS.drawingNameHint)}
        dir="ltr"
        value={name}
        onChange={setName}
        {...(isAsked && fault && { error: say(FAULTS[fault]) })}
      />
    </Dialog>
  )
}

interface RemoveProps {
  readonly file: string
  readonly onRemove: () => void
  readonly onClose: () => void
}

export function RemoveDialog({ file, onRemove, onClose }: RemoveProps) {
  const { say } = useLanguage()
  return (
    <Confirm title={say(WORDS.remove)} action={say(WORDS.removeThis)} danger onConfirm={onRemove} onClose={onClose}>
      <p>{say(WORDS.removeAsk, { file })}</p>
    </Confirm>
  )
}
