/** A draft that is open: its views as tabs, undo, how it is saved, and what stands in the way of saving. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { Badge } from '../check/badge.tsx'
import { useDraftCheck } from '../check/check.ts'
import { keeperOfServer } from '../draft/keeper.ts'
import { openSession, useFiles, type DraftSession } from '../draft/session.ts'
import { Notice } from '../frame/notice.tsx'
import { Header } from '../frame/header.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Refusal } from '../server/client.ts'
import { DRAFTS } from '../server/drafts.ts'
import { DraftBar } from './draft-bar.tsx'
import { goTo, ROUTES } from './routes.ts'
import { SavingNotice } from './saving-notice.tsx'
import { ViewOf } from './view-of.tsx'
import { VIEWS, type View } from './views.ts'
import { APP_WORDS } from './words.ts'

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: DraftSession }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable' }

interface WorkbenchProps {
  readonly id: string
  readonly view: string
  readonly at: readonly string[]
}

export function Workbench({ id, view, at }: WorkbenchProps) {
  const { say } = useLanguage()
  const opened = useSession(id)
  // Its code comes while the draft does; what cannot be fetched is told where the view is shown.
  useEffect(
    () =>
      void viewAt(view)
        ?.load()
        .catch(() => undefined),
    [],
  )
  if (opened.kind === 'open') return <Bench session={opened.session} view={view} at={at} />
  return (
    <>
      <Header />
      <main class="page">
        {opened.kind === 'opening' && <p role="status">{say(APP_WORDS.opening)}</p>}
        {opened.kind === 'unreachable' && <Notice kind="bad">{say(APP_WORDS.unreachable)}</Notice>}
        {opened.kind === 'refused' && (
          <Notice kind="bad">
            {opened.refusal.title} <a href={ROUTES.workspace()}>{say(APP_WORDS.toWorkspace)}</a>
          </Notice>
        )}
      </main>
    </>
  )
}

const viewAt = (id: string): View | undefined => VIEWS.find((it) => it.id === id) ?? VIEWS[0]

function useSession(id: string): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    let session: DraftSession | undefined
    let gone = false
    const open = async (): Promise<void> => {
      const answer = await DRAFTS.get(id)
      if (gone) return
      if (answer.kind !== 'ok') return setOpened(answer)
      const made = await openSession(answer.value, keeperOfServer())
      if (gone) return made.close()
      session = made
      setOpened({ kind: 'open', session })
    }
    const leave = (): void => session?.close()
    void open()
    window.addEventListener('pagehide', leave)
    return () => {
      gone = true
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id])
  return opened
}

function Bench({
  session,
  view,
  at,
}: {
  readonly session: DraftSession
  readonly view: string
  readonly at: readonly string[]
}) {
  const { say } = useLanguage()
  useFiles(session)
  const findings = useDraftCheck(session, view)
  useUndoKeys(session)
  const go = useMemo(
    () =>
      (next: string, ...rest: readonly string[]) =>
        goTo(ROUTES.draft(session.id, next, ...rest)),
    [session],
  )
  const shown = viewAt(view)
  return (
    <div class="bench">
      <Header>
        <DraftBar session={session} />
      </Header>
      <nav class="tabs" aria-label={say(APP_WORDS.views)}>
        <ul>
          {VIEWS.map(({ id, title }) => (
            <li key={id}>
              <a
                href={ROUTES.draft(session.id, id)}
                aria-current={id === shown?.id ? 'page' : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  go(id)
                }}
              >
                {say(title)}
                {id === 'findings' && <Badge findings={findings} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SavingNotice session={session} />
      <main class="view" id="view" tabIndex={-1}>
        {shown && <ViewOf key={shown.id} view={shown} session={session} at={at} go={go} findings={findings} />}
      </main>
    </div>
  )
}

/** Ctrl or Command with Z, by the place of the key: on an Arabic keyboard it writes another letter. In fields of text too: what is typed there is a step. */
function useUndoKeys(session: DraftSession): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      const redo = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey)
      if (!redo && event.code !== 'KeyZ') return
      event.preventDefault()
      if (redo) session.redo()
      else session.undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [session])
}
