/** A new form: by its title in both languages, under an id that follows the English one until somebody writes another. */
import { useState } from 'preact/hooks'
import type { Text } from '../../engine/core/text.ts'
import type { DraftSession } from '../draft/session.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { formIdOf, formPath, newFormText } from './model/form-file.ts'
import { freeName } from './model/fields.ts'
import { isFormId } from './rename-form.ts'
import { FORMS_WORDS as WORDS } from './words.ts'

interface NewFormDialogProps {
  readonly session: DraftSession
  /** What it may be called. */
  readonly proposed?: Text
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}

const EMPTY: Text = { ar: '', en: '' }

export function NewFormDialog({ session, proposed = EMPTY, onMade, onClose }: NewFormDialogProps) {
  const { say } = useLanguage()
  const [own, setOwn] = useState<string>()
  const [title, setTitle] = useState(proposed)
  const [tried, setTried] = useState(false)
  const taken = [...session.files.keys()].flatMap((path) => formIdOf(path) ?? [])
  const id = own ?? freeName(idLike(title.en), taken)
  const missing = (language: 'ar' | 'en') =>
    tried && title[language].trim() === '' ? { [language]: say(WORDS.titleNeeded) } : {}
  const isGood = isFormId(id) && !taken.includes(id)
  const make = (): void => {
    setTried(true)
    if (!isGood || title.ar.trim() === '' || title.en.trim() === '') return
    session.change(WORDS.newForm, new Map([[formPath(id), newFormText(title)]]))
    onMade(id)
  }
  return (
    <Dialog
      title={say(WORDS.newForm)}
      onClose={onClose}
      onSubmit={make}
      buttons={
        <Button kind="primary" type="submit">
          {say(WORDS.create)}
        </Button>
      }
    >
      <BothLanguagesField
        label={say(WORDS.formTitle)}
        value={title}
        onChange={setTitle}
        errors={{ ...missing('ar'), ...missing('en') }}
      />
      <TextField
        label={say(WORDS.formId)}
        hint={say(WORDS.formIdHint)}
        {...(isGood || (id === '' && !tried) ? {} : { error: say(WORDS.formIdBad) })}
        value={id}
        dir="ltr"
        onChange={setOwn}
      />
    </Dialog>
  )
}

/** "Application for a permit" -> "application-for-a-permit" */
const idLike = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 40) || 'form'
