/** The forms of a package: made, copied, taken away, and each opened in the builder. */
import { isText } from '../../engine/core/text.ts'
import { useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { useFiles } from '../draft/session.ts'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { useLanguage } from '../language/language.tsx'
import { Builder } from './builder.tsx'
import { formIdOf, formPath, readFormText } from './model/form-file.ts'
import { freeName } from './model/fields.ts'
import { namedIn } from './named-in.ts'
import { NewFormDialog } from './new-form-dialog.tsx'
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
        <NewFormDialog session={session} onMade={(id) => go('forms', id)} onClose={() => setAsking(undefined)} />
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
