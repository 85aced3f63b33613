/** One form being built: what can be added, what is in it, what can be said of it, and how it will look. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { fieldAt, fieldIn, useArrival } from '../check/arrival.ts'
import { useFile } from '../draft/session.ts'
import { Button } from '../frame/button.tsx'
import { Notice } from '../frame/notice.tsx'
import { Tabs } from '../frame/tabs.tsx'
import { useLanguage } from '../language/language.tsx'
import { type Building, useRunning } from './building.ts'
import { Catalogue } from './catalogue.tsx'
import { lineAt } from './findings-at.ts'
import { Inspector } from './inspector/inspector.tsx'
import { JsonView } from './json-view.tsx'
import { formPath, readFormText } from './model/form-file.ts'
import { Outline } from './outline.tsx'
import { Preview } from './preview/preview.tsx'
import { useShown } from './preview/shown.ts'
import { linesOf } from './tree.ts'
import { FORMS_WORDS as WORDS } from './words.ts'

interface BuilderProps extends ViewProps {
  readonly id: string
  /** What is chosen first: an element, or the place of a field. */
  readonly element?: string
}

export function Builder({ session, go, findings, id, element }: BuilderProps) {
  const { say } = useLanguage()
  const path = formPath(id)
  const text = useFile(session, path) ?? ''
  const root = useRef<HTMLDivElement>(null)
  useArrival(root, element, (view) => arrivedIn(view, element ?? ''))
  const [chosen, choose] = useState<string | undefined>(element)
  const [tab, setTab] = useState('build')
  const [shown, show] = useShown()
  const run = useRunning(session, path, choose)
  const read = useMemo(() => readFormText(text), [text])
  const lines = useMemo(() => (read.ok ? linesOf(read.form) : []), [read])
  // What is chosen may go, by undo or by a colleague; a finding may name a field rather than its element.
  const line = chosen === undefined ? undefined : lineAt(lines, chosen)
  const key = line?.key
  useLayoutEffect(() => {
    if (key !== chosen) choose(key)
  }, [key, chosen])
  const found = findings.at(path)
  const body = () => {
    if (!read.ok) return <Notice kind="bad">{say(WORDS.unreadable, { reason: say(read.reason) })}</Notice>
    const building: Building = { path, form: read.form, lines, chosen: key, choose, run }
    return (
      <div class="fb-build" data-preview={shown}>
        <Catalogue building={building} />
        <div class="fb-middle">
          <Outline building={building} findings={found} />
        </div>
        <Inspector building={building} session={session} go={go} findings={found} arrived={element} />
        {shown !== 'none' && <Preview id={id} building={building} session={session} width={shown} setWidth={show} />}
      </div>
    )
  }
  return (
    <div class="fb" ref={root}>
      <div class="fb-head">
        <Button icon="out" onClick={() => go('forms')}>
          {say(WORDS.allForms)}
        </Button>
        {tab === 'build' && (
          <Button icon="eye" expanded={shown !== 'none'} onClick={() => show(shown === 'none' ? 'phone' : 'none')}>
            {say(shown === 'none' ? WORDS.showPreview : WORDS.hidePreview)}
          </Button>
        )}
      </div>
      <Tabs
        label={id}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { id: 'build', title: say(WORDS.build), body },
          { id: 'json', title: say(WORDS.json), body: () => <JsonView session={session} path={path} text={text} /> },
        ]}
      />
    </div>
  )
}

/** At the field that says the place, else at what can be said first of the line that was chosen; the outline only leads there. */
function arrivedIn(view: HTMLElement, place: string): HTMLElement | undefined {
  const inspector = view.querySelector<HTMLElement>('.fb-inspector')
  if (inspector === null) return undefined
  const own = fieldAt(inspector, place)
  if (own) return own
  const field = fieldIn(inspector)
  return field === inspector ? undefined : field
}
