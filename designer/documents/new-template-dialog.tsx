/** A new paper or notice, under the name steps of a procedure say. */
import { useState } from 'preact/hooks'
import { NEW_NOTICE, NEW_PAPER } from '../../engine/core/template/unwritten.ts'
import type { DraftSession } from '../draft/session.ts'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { listOf, type Listed } from './listed.ts'
import { DOCUMENT_WORDS } from './words.ts'

interface NewTemplateDialogProps {
  readonly session: DraftSession
  readonly kind: Listed['kind']
  readonly onMade: (name: string) => void
  readonly onClose: () => void
}

const NAME = /^[a-z0-9][a-z0-9_-]{0,60}$/

export function NewTemplateDialog({ session, kind, onMade, onClose }: NewTemplateDialogProps) {
  const { say } = useLanguage()
  const [name, setName] = useState('')
  const fault = !NAME.test(name)
    ? DOCUMENT_WORDS.nameForm
    : listOf(session.files).some((it) => it.name === name)
      ? DOCUMENT_WORDS.taken
      : undefined
  const make = (): void => {
    if (fault !== undefined) return
    const files =
      kind === 'paper'
        ? new Map([[`templates/${name}.hbs`, NEW_PAPER]])
        : new Map([
            [`templates/${name}.ar.txt.hbs`, NEW_NOTICE.ar],
            [`templates/${name}.en.txt.hbs`, NEW_NOTICE.en],
          ])
    session.change(DOCUMENT_WORDS.made, files)
    onMade(name)
  }
  return (
    <Dialog
      title={say(kind === 'paper' ? DOCUMENT_WORDS.newPaper : DOCUMENT_WORDS.newNotice)}
      onClose={onClose}
      onSubmit={make}
      buttons={
        <Button kind="primary" type="submit" disabled={fault !== undefined}>
          {say(DOCUMENT_WORDS.create)}
        </Button>
      }
    >
      <TextField
        label={say(DOCUMENT_WORDS.name)}
        value={name}
        dir="ltr"
        {...(fault !== undefined && name !== '' && { error: say(fault) })}
        onChange={setName}
      />
    </Dialog>
  )
}
