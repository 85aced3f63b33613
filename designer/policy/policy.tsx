/** Law, agreements, fees, deadlines and all else that stands on the title page of a service, as forms over workflow.json. */
import { useRef } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { fieldAt, useArrival } from '../check/arrival.ts'
import { useFiles } from '../draft/session.ts'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { Editing, editingOf } from './page-editing.tsx'
import { SECTIONS } from './sections.ts'
import { readTitlePage, TITLE_PAGE } from './title-page.ts'
import { POLICY_WORDS } from './words.ts'
import './policy.css'

export default function Policy({ session, at: [wanted, place], go, findings }: ViewProps) {
  const { say, language } = useLanguage()
  const files = useFiles(session)
  const page = readTitlePage(files.get(TITLE_PAGE))
  const root = useRef<HTMLDivElement>(null)
  useArrival(root, place, (body) => fieldAt(body, place ?? '') ?? body.querySelector('h2') ?? undefined)
  const shown =
    SECTIONS.find(({ id, keys }) => (wanted === TITLE_PAGE ? keys.includes(topOf(place)) : id === wanted)) ??
    SECTIONS[0]
  if (page === undefined || shown === undefined) return <Notice kind="bad">{say(POLICY_WORDS.unreadable)}</Notice>
  const faultsIn = (keys: readonly string[]): number =>
    findings.at(TITLE_PAGE).filter(({ place }) => keys.includes(topOf(place))).length
  const Body = shown.body
  return (
    <div class="policy">
      <nav class="policy-sections" aria-label={say(POLICY_WORDS.sections)}>
        <ul>
          {SECTIONS.map(({ id, title, keys }) => (
            <li key={id}>
              <a
                href={`/designer/drafts/${encodeURIComponent(session.id)}/policy/${id}`}
                aria-current={id === shown.id ? 'page' : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  go('policy', id)
                }}
              >
                {say(title)}
                {faultsIn(keys) > 0 && <span class="fault-count">{faultsIn(keys)}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="policy-body" ref={root}>
        <h2 tabIndex={-1}>{say(shown.title)}</h2>
        <Editing.Provider value={editingOf({ session, files, page, label: shown.title, findings, language, go })}>
          <Body key={shown.id} />
        </Editing.Provider>
      </div>
    </div>
  )
}

const topOf = (place = ''): string => place.split('/')[1] ?? ''
