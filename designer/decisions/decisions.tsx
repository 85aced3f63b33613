/** The decisions of a service: which there are, one of them to work on, tried beside its rules. */
import { useRef, useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { useArrival } from '../check/arrival.ts'
import { useFiles } from '../draft/session.ts'
import { Button } from '../frame/button.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { decisionsIn, useDecisionFiles } from './catalogue.ts'
import { titleOf } from './naming.ts'
import { DecisionPage } from './decision-page.tsx'
import { FeeDialog } from './fee-dialog.tsx'
import { fieldOfPlace, placeIn } from './place.ts'
import { NewDecisionDialog } from './new-decision-dialog.tsx'
import { DECISION_WORDS } from './words.ts'
import './decisions.css'

type Asking = 'table' | 'fee' | undefined

export default function Decisions({ session, at: [wantedFile, wantedId], go, findings }: ViewProps) {
  const { say, language } = useLanguage()
  const files = useFiles(session)
  const all = useDecisionFiles(files)
  const [asking, setAsking] = useState<Asking>()
  const root = useRef<HTMLDivElement>(null)
  useArrival(root, all && wantedId, (page) => {
    const place = all?.flatMap(decisionsIn).flatMap((it) => placeIn(it, wantedId ?? '') ?? [])[0]
    return place && fieldOfPlace(page, place)
  })
  if (all === undefined) return null
  const entries = all.flatMap((file) => decisionsIn(file).map((decision) => ({ file, decision })))
  const shown =
    entries.find(({ file, decision }) => file.file === wantedFile && placeIn(decision, wantedId ?? '') !== undefined) ??
    entries.find(({ file }) => file.file === wantedFile) ??
    entries[0]
  const readonly = session.saving.kind === 'readonly'
  const taken = entries.map(({ decision }) => decision.id ?? '')
  const close = (): void => setAsking(undefined)
  const open = (file: string, id: string): void => {
    setAsking(undefined)
    go('decisions', file, id)
  }
  return (
    <div class="decisions" ref={root}>
      <nav class="decision-list" aria-label={say(DECISION_WORDS.list)}>
        <ul>
          {entries.map(({ file, decision }) => (
            <li key={`${file.file}/${decision.id ?? ''}`}>
              <a
                href={`/designer/drafts/${encodeURIComponent(session.id)}/decisions/${encodeURIComponent(file.file)}/${encodeURIComponent(decision.id ?? '')}`}
                aria-current={decision === shown?.decision ? 'page' : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  open(file.file, decision.id ?? '')
                }}
              >
                <span>{titleOf(decision)[language]}</span>
                <span class="code quiet">{decision.id}</span>
              </a>
            </li>
          ))}
        </ul>
        <div class="decision-new">
          <Button icon="add" disabled={readonly} onClick={() => setAsking('table')}>
            {say(DECISION_WORDS.newDecision)}
          </Button>
          <Button icon="add" disabled={readonly} onClick={() => setAsking('fee')}>
            {say(DECISION_WORDS.newFee)}
          </Button>
        </div>
      </nav>
      <div class="decision-body">
        {all.map(
          ({ file, draft }) =>
            draft === undefined && (
              <Notice key={file} kind="bad">
                {say(DECISION_WORDS.unreadable, { file })}
              </Notice>
            ),
        )}
        {shown === undefined && <p class="empty">{say(DECISION_WORDS.empty)}</p>}
        {shown && (
          <DecisionPage
            key={`${shown.file.file}/${shown.decision.id ?? ''}`}
            session={session}
            file={shown.file}
            decision={shown.decision}
            all={all}
            findings={findings}
            readonly={readonly}
            go={go}
          />
        )}
      </div>
      {asking === 'table' && <NewDecisionDialog session={session} taken={taken} onMade={open} onClose={close} />}
      {asking === 'fee' && <FeeDialog session={session} taken={taken} onMade={open} onClose={close} />}
    </div>
  )
}
