/** Asks for another id of a form, and says which files follow. */
import { useState } from 'preact/hooks'
import type { DraftSession } from '../draft/session.ts'
import { useAnnounce } from '../frame/announcer.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { usesOf } from '../procedure/properties/facts.ts'
import { formPath } from './model/form-file.ts'
import { followersOf, isFormId, renamedForm } from './rename-form.ts'
import { FORMS_WORDS as WORDS } from './words.ts'

interface RenameProps {
  readonly id: string
  readonly session: DraftSession
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

export function RenameDialog({ id, session, onClose, onDone }: RenameProps) {
  const { say } = useLanguage()
  const announce = useAnnounce()
  const [typed, setTyped] = useState(id)
  const followers = followersOf(session.files, id)
  const isGood = isFormId(typed) && !session.files.has(formPath(typed))
  return (
    <Dialog
      title={say(WORDS.renameForm)}
      onClose={onClose}
      onSubmit={() => {
        if (typed === id) return onClose()
        if (!isGood) return
        session.change(WORDS.renameForm, renamedForm(session.files, id, typed))
        announce(say(WORDS.renamed, { id: typed }))
        onClose()
        onDone(typed)
      }}
      buttons={
        <Button kind="primary" type="submit">
          {say(WORDS.rename)}
        </Button>
      }
    >
      <TextField
        label={say(WORDS.formId)}
        hint={say(WORDS.formIdHint)}
        {...(typed === id || isGood ? {} : { error: say(WORDS.formIdBad) })}
        value={typed}
        dir="ltr"
        autoFocus
        onChange={setTyped}
      />
      <p class="hint">
        {followers.length > 0 ? say(WORDS.follows, { files: followers.join(', ') }) : say(WORDS.followsNothing)}
      </p>
      {followers.length === 0 && usesOf(session.files).length > 0 && <p class="hint">{say(WORDS.sharedMayAsk)}</p>}
    </Dialog>
  )
}
