/** What can be said of the form itself: its title, its id, and who shows it. */
import { isText } from '../../../engine/core/text.ts'
import { useState } from 'preact/hooks'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Button } from '../../frame/button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { formIdOf } from '../model/form-file.ts'
import { COMMANDS } from '../model/commands/commands.ts'
import { RenameDialog } from '../rename-dialog.tsx'
import { FORMS_WORDS as WORDS } from '../words.ts'
import type { PanelProps } from './panel.ts'

export function FormPanel({ building: { form, path, run }, session, go }: Omit<PanelProps, 'place'>) {
  const { say } = useLanguage()
  const [renaming, setRenaming] = useState(false)
  const { title } = form
  const id = formIdOf(path) ?? ''
  return (
    <>
      <BothLanguagesField
        label={say(WORDS.formTitle)}
        place="/title"
        value={isText(title) ? title : { ar: '', en: '' }}
        onDone={() => session.seal()}
        onChange={(it) => run(COMMANDS.setTitle, { title: it }, 'title')}
      />
      <p>
        <span class="label">{say(WORDS.formId)}</span> <code>{id}</code>{' '}
        <Button icon="edit" onClick={() => setRenaming(true)}>
          {say(WORDS.rename)}
        </Button>
      </p>
      <p class="hint">{say(WORDS.chooseOne)}</p>
      {renaming && (
        <RenameDialog
          id={id}
          session={session}
          onClose={() => setRenaming(false)}
          onDone={(next) => go('forms', next)}
        />
      )}
    </>
  )
}
