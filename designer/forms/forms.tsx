/** The forms of a package: made, copied, taken away, and each opened in the builder. */
import { isText } from '../../engine/core/text.ts'
import { useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { useFiles } from '../draft/session.ts'
import { BothLanguagesField } from '../frame/both-languages-field.tsx'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { Builder } from './builder.tsx'
import { formIdOf, formPath, newFormText, readFormText } from './model/form-file.ts'
import { freeName } from './model/fields.ts'
import { isFormId } from './rename-form.ts'
import { namedIn } from './named-in.ts'
import { FORMS_WORDS as WORDS } from './words.ts'
import './forms-view.css'

export default function Forms(props: ViewProps) {
  const [first, element] = props.at
  // Findings lead here by the file, and by the place in it.
  const id = first === undefined ? undefined : (formIdOf(first) ?? first)
  const files = useFiles(props.session)
  return id !== undefined && files.has(formPath(id)) ? (
    <Builder key={`${id} ${element ?? ''}`} {...props} id={id} {...(element === undefined ? {} : { element })} />
  ) : (
    <FormList {...props} />
  )
}

function FormList({ session, go }: ViewProps) {
  const { say } = useLanguage()
  const files = useFiles(session)
  const [asking, setAsking] = useState<'new' | { readonly remove: string }>()
  const ids = [...files.keys()].flatMap((it) => formIdOf(it) ?? []).sort()
  return (
    <div class="page">
      <div class="workspace-head">
        <h2>{say(WORDS.forms)}</h2>
        <Button kind="primary" icon="add" onClick={() => setAsking('new')}>
          {say(WORDS.newForm)}
        </Button>
      </div>
      {ids.length === 0 && <p class="empty">{say(WORDS.noForms)}</p>}
      <ul class="fb-list">
        {ids.map((id) => {
          const users = namedIn(files, id, formPath(id))
          return (
            <li key={id}>
              <div>
                <button type="button" class="btn btn-link" onClick={() => go('forms', id)}>
                  {say(titleOf(files.get(formPath(id)) ?? '', id))}
                </button>{' '}
                <code>{id}</code>
                <p class="hint">
                  {users.length === 0 ? say(WORDS.nobody) : `${say(WORDS.usedBy)}: ${users.join(', ')}`}
                </p>
              </div>
              <div class="buttons">
                <Button
                  icon="copy"
                  onClick={() => {
                    const copy = freeName(`${id}-2`, ids)
                    session.change(WORDS.duplicate, new Map([[formPath(copy), files.get(formPath(id)) ?? '']]))
                  }}
                >
                  {say(WORDS.duplicate)}
                </Button>
                <Button icon="remove" onClick={() => setAsking({ remove: id })}>
                  {say(WORDS.remove)}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {asking === 'new' && (
        <NewForm
          taken={ids}
          onClose={() => setAsking(undefined)}
          onMake={(id, title) => {
            session.change(WORDS.newForm, new Map([[formPath(id), newFormText(title)]]))
            go('forms', id)
          }}
        />
      )}
      {typeof asking === 'object' && (
        <Confirm
          title={say(WORDS.removeForm)}
          action={say(WORDS.remove)}
          danger
          onClose={() => setAsking(undefined)}
          onConfirm={() => {
            session.change(WORDS.removeForm, new Map([[formPath(asking.remove), null]]))
            setAsking(undefined)
          }}
        >
          <p>
            {say(WORDS.usedBy)}:{' '}
            {namedIn(files, asking.remove, formPath(asking.remove)).join(', ') || say(WORDS.nobody)}
          </p>
        </Confirm>
      )}
    </div>
  )
}

const titleOf = (text: string, id: string) => {
  const read = readFormText(text)
  const title = read.ok ? read.form['title'] : undefined
  return isText(title) ? title : { ar: id, en: id }
}

interface NewFormProps {
  readonly taken: readonly string[]
  readonly onClose: () => void
  readonly onMake: (id: string, title: { readonly ar: string; readonly en: string }) => void
}

function NewForm({ taken, onClose, onMake }: NewFormProps) {
  const { say } = useLanguage()
  const [own, setOwn] = useState<string>()
  const [title, setTitle] = useState({ ar: '', en: '' })
  const [tried, setTried] = useState(false)
  // Until somebody writes an id, it follows the English title.
  const id = own ?? freeName(idLike(title.en), taken)
  const missing = (language: 'ar' | 'en') =>
    tried && title[language].trim() === '' ? { [language]: say(WORDS.titleNeeded) } : {}
  const isGood = isFormId(id) && !taken.includes(id)
  return (
    <Dialog
      title={say(WORDS.newForm)}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (isGood && title.ar.trim() !== '' && title.en.trim() !== '') onMake(id, title)
      }}
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
