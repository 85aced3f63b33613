/** What runs in the browser of the procedure view's tests: the view with a draft that is in memory and findings that are given. */
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import '../../designer/frame/designer.css'
import { findingsOf, type Findings } from '../../designer/check/findings.ts'
import { openSession, type DraftSession } from '../../designer/draft/session.ts'
import type { Keeper } from '../../designer/draft/autosave.ts'
import { Announcer } from '../../designer/frame/announcer.tsx'
import { InLanguage } from '../../designer/language/language.tsx'
import Procedure from '../../designer/procedure/procedure.tsx'
import type { Finding } from '../../engine/core/problem.ts'
import type { Language } from '../../engine/core/text.ts'

const never = (): Promise<never> => Promise.reject(new Error('Expected no server to be asked'))

/** Nothing is sent: the draft lives in this page. */
const KEEPER: Keeper = {
  copy: { read: async () => undefined, keep: async () => undefined, forget: async () => undefined },
  get: never,
  change: async () => ({ kind: 'ok', value: { rev: 2 } }),
  lock: async () => ({ kind: 'ok', value: { until: '2026-01-04T08:00:00Z' } }),
  unlock: async () => undefined,
  newName: () => 'change',
  later: () => () => undefined,
}

interface Opened {
  readonly session: DraftSession
  find(findings: readonly Finding[]): void
  close(): void
}

async function openView(
  files: Readonly<Record<string, string>>,
  language: Language,
  at: readonly string[] = [],
): Promise<Opened> {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  const session = await openSession(
    {
      id: 'one',
      packageId: 'moj.one',
      title: { ar: 'خدمة', en: 'Service' },
      agency: 'moj',
      rev: 1,
      changedAt: '2026-01-04T08:00:00Z',
      changedBy: 'هدى',
      files,
    },
    KEEPER,
  )
  const root = document.createElement('main')
  root.id = 'designer'
  document.body.append(root)
  let tell: (findings: Findings) => void = () => undefined
  function Page() {
    const [place, go] = useState(at)
    const [findings, setFindings] = useState(findingsOf('checked', []))
    useEffect(() => {
      tell = setFindings
    }, [])
    return <Procedure session={session} at={place} go={(_, ...rest) => go(rest)} findings={findings} />
  }
  render(
    <InLanguage>
      <Announcer>
        <Page />
      </Announcer>
    </InLanguage>,
    root,
  )
  return {
    session,
    find: (findings) => tell(findingsOf('checked', findings)),
    close() {
      render(null, root)
      session.close()
      root.remove()
    },
  }
}

declare global {
  interface Window {
    openView: typeof openView
    view: Opened
  }
}

window.openView = openView
