/** The papers and notices of a service: which there are, one of them to write, seen as it will be printed. */
import { useRef, useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { useArrival } from '../check/arrival.ts'
import { useFiles, type DraftSession } from '../draft/session.ts'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { useLanguage } from '../language/language.tsx'
import { idOf, listOf, newIn, type Listed } from './listed.ts'
import { NewTemplateDialog } from './new-template-dialog.tsx'
import { NoticePage } from './notice-page.tsx'
import { TemplatePage } from './template-page.tsx'
import { bilingual } from '../../engine/core/bilingual.ts'
import { issuersOf } from './variables.ts'
import { DOCUMENT_WORDS } from './words.ts'
import './documents.css'

export default function Documents({ session, at, go, findings }: ViewProps) {
  const [wanted, line, of] = at
  const { say } = useLanguage()
  const files = useFiles(session)
  const [chosen, setMaking] = useState<Listed['kind']>()
  const all = listOf(files)
  const shown = all.find(({ id }) => id === wanted) ?? all[0]
  const readonly = session.saving.kind === 'readonly'
  const asked = newIn(at)
  const making = readonly ? undefined : (chosen ?? asked)
  const root = useRef<HTMLDivElement>(null)
  useArrival(
    root,
    line === undefined || asked ? undefined : at.join(' '),
    (page) => page.querySelector<HTMLElement>(of ? `.fault[data-of="${CSS.escape(of)}"]` : '.fault') ?? undefined,
  )
  const groups = [
    { kind: 'paper' as const, title: DOCUMENT_WORDS.papers, add: DOCUMENT_WORDS.newPaper },
    { kind: 'notice' as const, title: DOCUMENT_WORDS.notices, add: DOCUMENT_WORDS.newNotice },
  ]
  return (
    <div class="documents" ref={root}>
      <nav class="document-list" aria-label={say(DOCUMENT_WORDS.list)}>
        {groups.map(({ kind, title, add }) => (
          <div key={kind}>
            <h2>{say(title)}</h2>
            <ul>
              {all
                .filter((it) => it.kind === kind)
                .map(({ id, name }) => (
                  <li key={id}>
                    <a
                      href={`/designer/drafts/${encodeURIComponent(session.id)}/documents/${encodeURIComponent(id)}`}
                      aria-current={id === shown?.id ? 'page' : undefined}
                      class="code"
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return
                        event.preventDefault()
                        go('documents', id)
                      }}
                    >
                      {name}
                    </a>
                  </li>
                ))}
            </ul>
            <Button icon="add" disabled={readonly} onClick={() => setMaking(kind)}>
              {say(add)}
            </Button>
          </div>
        ))}
      </nav>
      <div class="document-body">
        {shown === undefined ? (
          <p class="empty">{say(DOCUMENT_WORDS.empty)}</p>
        ) : (
          <>
            <Heading session={session} shown={shown} readonly={readonly} onRemoved={() => go('documents')} />
            {shown.kind === 'paper' ? (
              <TemplatePage
                key={shown.id}
                session={session}
                file={shown.files[0] ?? ''}
                name={shown.name}
                source={files.get(shown.files[0] ?? '') ?? ''}
                readonly={readonly}
                findings={findings}
              />
            ) : (
              <NoticePage key={shown.id} session={session} name={shown.name} readonly={readonly} findings={findings} />
            )}
          </>
        )}
      </div>
      {making && (
        <NewTemplateDialog
          session={session}
          kind={making}
          onMade={(name) => {
            setMaking(undefined)
            go('documents', idOf(making, name))
          }}
          onClose={() => {
            setMaking(undefined)
            if (asked) go('documents')
          }}
        />
      )}
    </div>
  )
}

interface HeadingProps {
  readonly session: DraftSession
  readonly shown: Listed
  readonly readonly: boolean
  readonly onRemoved: () => void
}

function Heading({ session, shown, readonly, onRemoved }: HeadingProps) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const steps = issuersOf(session.files, shown.name).map(({ title }) => say(bilingual(title)))
  return (
    <header class="document-head">
      <div>
        <h2 class="code">{shown.name}</h2>
        <p class="hint">
          {steps.length > 0 ? say(DOCUMENT_WORDS.usedBy, { steps: steps.join(', ') }) : say(DOCUMENT_WORDS.unused)}
        </p>
      </div>
      <Button kind="danger" icon="remove" disabled={readonly} onClick={() => setAsking(true)}>
        {say(DOCUMENT_WORDS.removeTemplate)}
      </Button>
      {asking && (
        <Confirm
          title={shown.name}
          action={say(DOCUMENT_WORDS.removeTemplate)}
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            session.change(DOCUMENT_WORDS.removedLabel, new Map(shown.files.map((file) => [file, null])))
            onRemoved()
          }}
        >
          <p>{say(DOCUMENT_WORDS.removeAsk, { file: shown.files.join(', ') })}</p>
        </Confirm>
      )}
    </header>
  )
}
