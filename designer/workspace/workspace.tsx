/** The packages of my agency that are being written, and how one begins another. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { goTo, ROUTES } from '../app/routes.ts'
import { useAnnounce } from '../frame/announcer.tsx'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { Header } from '../frame/header.tsx'
import { Menu } from '../frame/menu.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { Link } from '../live/link.tsx'
import { LIVE_WORDS } from '../live/words.ts'
import type { Answer } from '../server/client.ts'
import { DRAFTS, type DiscardedDraft, type DraftSummary } from '../server/drafts.ts'
import { draftCalled } from './called.ts'
import { Discarded } from './discarded.tsx'
import { downloadPackage } from './download.ts'
import { ImportDialog } from './import-dialog.tsx'
import { NewDialog } from './new-dialog.tsx'
import { Versions } from './versions.tsx'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

type Asked = { readonly kind: 'none' | 'new' | 'import' } | { readonly kind: 'remove'; readonly draft: DraftSummary }

export function Workspace() {
  const { say, language } = useLanguage()
  const [drafts, setDrafts] = useState<readonly DraftSummary[] | 'unreachable' | undefined>()
  const [discarded, setDiscarded] = useState<readonly DiscardedDraft[]>([])
  const [asked, setAsked] = useState<Asked>({ kind: 'none' })
  const [refused, setRefused] = useState<string>()
  const announce = useAnnounce()
  const load = useCallback(async () => {
    const [answer, gone] = await Promise.all([DRAFTS.list(), DRAFTS.discarded()])
    setDrafts(answer.kind === 'ok' ? answer.value.items : 'unreachable')
    if (gone.kind === 'ok') setDiscarded(gone.value.items)
  }, [])
  /** What was done is told; what was refused, too: a colleague may be writing in it. */
  const settle = async (doing: Promise<Answer<unknown>>, done: string): Promise<void> => {
    const answer = await doing
    setRefused(
      answer.kind === 'ok'
        ? undefined
        : answer.kind === 'refused'
          ? `${say(WORDS.notRemoved)} ${answer.refusal.title}`
          : say(WORDS.unreachable),
    )
    if (answer.kind === 'ok') announce(done)
    await load()
  }
  useEffect(() => void load(), [load])
  const close = (): void => setAsked({ kind: 'none' })
  return (
    <>
      <Header />
      <main class="page" id="view" tabIndex={-1}>
        <div class="workspace-head">
          <h1>{say(WORDS.title)}</h1>
          <div class="buttons">
            <Button kind="primary" icon="add" onClick={() => setAsked({ kind: 'new' })}>
              {say(WORDS.newService)}
            </Button>
            <Button icon="upload" onClick={() => setAsked({ kind: 'import' })}>
              {say(WORDS.import)}
            </Button>
            <Link class="btn" to={ROUTES.live()}>
              {say(LIVE_WORDS.title)}
            </Link>
          </div>
        </div>
        {refused && <Notice kind="bad">{refused}</Notice>}
        {drafts === undefined && <p role="status">{say(WORDS.loading)}</p>}
        {drafts === 'unreachable' && <Notice kind="bad">{say(WORDS.unreachable)}</Notice>}
        {Array.isArray(drafts) && drafts.length === 0 && <p class="empty">{say(WORDS.empty)}</p>}
        {Array.isArray(drafts) && drafts.length > 0 && (
          <DraftTable drafts={drafts} onRemove={(draft) => setAsked({ kind: 'remove', draft })} />
        )}
        <Discarded
          drafts={discarded}
          onRecover={(draft) =>
            void settle(DRAFTS.recover(draft.id), say(WORDS.recovered, { name: draftCalled(draft, language) }))
          }
        />
      </main>
      {asked.kind === 'new' && <NewDialog onClose={close} />}
      {asked.kind === 'import' && <ImportDialog onClose={close} />}
      {asked.kind === 'remove' && (
        <Confirm
          title={say(WORDS.removeTitle)}
          action={say(WORDS.remove)}
          danger
          onClose={close}
          onConfirm={() => {
            close()
            void settle(DRAFTS.remove(asked.draft.id), say(WORDS.removed, { name: draftCalled(asked.draft, language) }))
          }}
        >
          <p>{say(WORDS.removeMore, { name: asked.draft.packageId })}</p>
        </Confirm>
      )}
    </>
  )
}

interface DraftTableProps {
  readonly drafts: readonly DraftSummary[]
  readonly onRemove: (draft: DraftSummary) => void
}

function DraftTable({ drafts, onRemove }: DraftTableProps) {
  const { say, sayTime, language } = useLanguage()
  return (
    <table class="workspace">
      <caption class="hidden-label">{say(WORDS.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.service)}</th>
          <th scope="col">{say(WORDS.versions)}</th>
          <th scope="col">{say(WORDS.changed)}</th>
          <th scope="col">
            <span class="hidden-label">{say(WORDS.actions)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <td>
              <a
                href={ROUTES.draft(draft.id)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  goTo(ROUTES.draft(draft.id))
                }}
              >
                {draftCalled(draft, language)}
              </a>{' '}
              <code>{draft.packageId}</code>
              {draft.lock && <div class="hint">{say(WORDS.editing, { name: draft.lock.name })}</div>}
            </td>
            <td>
              <Versions draft={draft} />
            </td>
            <td>
              {sayTime(Date.parse(draft.changedAt))}
              <div class="hint">
                <bdi>{draft.changedBy}</bdi>
              </div>
            </td>
            <td>
              <Menu
                label={say(WORDS.actionsOf, { name: draftCalled(draft, language) })}
                icon="more"
                quiet
                items={[
                  {
                    id: 'download',
                    label: say(WORDS.download),
                    onChoose: () => void downloadPackage(draft.id, draft.packageId),
                  },
                  { id: 'remove', label: say(WORDS.remove), onChoose: () => onRemove(draft) },
                ]}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
