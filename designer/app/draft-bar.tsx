/** Which draft it is, what can be undone, and whether it is saved. */
import { Button } from '../frame/button.tsx'
import { useFiles, type DraftSession } from '../draft/session.ts'
import type { Saving } from '../draft/autosave.ts'
import type { Text } from '../../engine/core/text.ts'
import { titleIn } from '../draft/title.ts'
import { useLanguage } from '../language/language.tsx'
import { APP_WORDS } from './words.ts'

const SAVING: Readonly<Record<Saving['kind'], Text>> = {
  saved: APP_WORDS.saved,
  unsaved: APP_WORDS.unsaved,
  saving: APP_WORDS.saving,
  offline: APP_WORDS.offline,
  signedOut: APP_WORDS.offline,
  conflict: APP_WORDS.conflict,
  readonly: APP_WORDS.readonly,
  refused: APP_WORDS.unsaved,
  full: APP_WORDS.unsaved,
}

export function DraftBar({ session }: { readonly session: DraftSession }) {
  const { say, language } = useLanguage()
  const files = useFiles(session)
  const { undoLabel, redoLabel, saving } = session
  return (
    <div class="draft-bar">
      <h1 class="draft-title">{titleIn(files, language) ?? session.draft.packageId}</h1>
      <div class="draft-steps">
        <Button
          kind="icon"
          icon="undo"
          label={undoLabel ? say(APP_WORDS.undoThis, { what: say(undoLabel) }) : say(APP_WORDS.undo)}
          keepsFocus
          disabled={undoLabel === undefined}
          onClick={() => session.undo()}
        />
        <Button
          kind="icon"
          icon="redo"
          label={redoLabel ? say(APP_WORDS.redoThis, { what: say(redoLabel) }) : say(APP_WORDS.redo)}
          keepsFocus
          disabled={redoLabel === undefined}
          onClick={() => session.redo()}
        />
      </div>
      <span class="saving" data-saving={saving.kind} role="status">
        {say(SAVING[saving.kind])}
      </span>
    </div>
  )
}
