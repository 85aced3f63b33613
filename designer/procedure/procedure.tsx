/** The procedure view: drawings of a package on the canvas, and beside it what concerns the element that is selected. */
import './procedure.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { fieldOfRule, useArrival } from '../check/arrival.ts'
import { useFiles } from '../draft/session.ts'
import { useAnnounce } from '../frame/announcer.tsx'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { DrawingTabs, NewDrawingDialog, type NewDrawing } from './drawings/drawing-tabs.tsx'
import { drawingsOf, firstDrawing, newDrawing, newProcess } from './drawings/drawings.ts'
import { RemoveDialog, RenameDialog } from './drawings/file-dialogs.tsx'
import { fileItems } from './view/file-items.ts'
import { drawMarks } from './marks/marks.ts'
import { showRootOf } from './steps/steps-table.tsx'
import { SidePanel } from './view/side-panel.tsx'
import { ShapeNotice } from './view/shape-notice.tsx'
import { useShownNames } from './view/shown-names.ts'
import { Toolbar } from './view/toolbar.tsx'
import { useDrawing } from './view/use-drawing.ts'
import { PROCEDURE_WORDS as WORDS } from './words.ts'

type Asked = 'new' | 'rename' | 'remove'

export default function Procedure({ session, at, go, findings }: ViewProps) {
  const { say, language } = useLanguage()
  const announce = useAnnounce()
  const files = useFiles(session)
  const [asked, setAsked] = useState<Asked>()
  const wanted = at[0]
  const file = wanted !== undefined && drawingsOf(files).includes(wanted) ? wanted : firstDrawing(files)
  const { host, flush, drawing, shape, selected, changes } = useDrawing({
    session,
    file,
    language,
    onRefused: () => announce(say(WORDS.refused)),
  })
  const [shown, show] = useShownNames(drawing)
  const open = (path: string): void => go('procedure', path)
  const isDrawn = drawing !== undefined && shape?.kind === 'drawn'

  useEffect(() => {
    if (isDrawn && file !== undefined) drawMarks(drawing.diagram, findings.at(file), session.files, language)
  }, [isDrawn, drawing, file, findings, language, changes])

  useEffect(() => {
    const element = at[1] === undefined ? undefined : drawing?.diagram.get('elementRegistry').get(at[1])
    if (!isDrawn || drawing === undefined || element === undefined) return
    showRootOf(drawing.diagram, element)
    drawing.diagram.get('selection').select(element)
    drawing.diagram.get('canvas').scrollToElement(element)
  }, [isDrawn, drawing, at[0], at[1]])

  const root = useRef<HTMLDivElement>(null)
  const rule = at[2]
  useArrival(root, rule === undefined ? undefined : at.join(' '), (view) => {
    const about = view.querySelector<HTMLElement>(`[data-about="${CSS.escape(at[1] ?? '')}"]`)
    return about === null || rule === undefined ? undefined : fieldOfRule(about, rule)
  })

  const add = ({ name, title, flow }: NewDrawing): void => {
    const path = `${name}.bpmn`
    session.change(WORDS.stepAdd, new Map([[path, newDrawing(newProcess(name, files), title, flow)]]))
    setAsked(undefined)
    open(path)
  }
  const rename = (path: string): void => {
    setAsked(undefined)
    if (file === undefined || path === file) return
    flush()
    session.change(
      WORDS.stepRename,
      new Map([
        [file, null],
        [path, session.files.get(file) ?? ''],
      ]),
    )
    open(path)
  }
  const remove = (): void => {
    setAsked(undefined)
    if (file !== undefined) session.change(WORDS.stepRemove, new Map([[file, null]]))
  }

  return (
    <div class="procedure" ref={root}>
      <div class="procedure-bar">
        <DrawingTabs files={files} file={file} onOpen={open} onAdd={() => setAsked('new')} />
        {drawing && file !== undefined && (
          <Toolbar
            drawing={drawing}
            shown={shown}
            onShow={show}
            file={fileItems({
              session,
              file,
              diagram: drawing.diagram,
              say,
              announce,
              onOpened: open,
              onAsk: setAsked,
            })}
          />
        )}
      </div>
      {file === undefined && <Notice kind="plain">{say(WORDS.noDrawings)}</Notice>}
      {file !== undefined && shape && <ShapeNotice session={session} file={file} shape={shape} />}
      <div class="procedure-body">
        <section class="canvas" aria-label={say(WORDS.canvas)} ref={host} data-shape={shape?.kind ?? 'opening'} />
        <SidePanel
          session={session}
          file={file}
          drawing={isDrawn ? drawing : undefined}
          selected={selected}
          changes={changes}
          wanted={at[1]}
          shown={shown}
          findings={findings}
          go={go}
        />
      </div>
      {asked === 'new' && <NewDrawingDialog files={files} onAdd={add} onClose={() => setAsked(undefined)} />}
      {asked === 'rename' && file !== undefined && (
        <RenameDialog files={files} file={file} onRename={rename} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'remove' && file !== undefined && (
        <RemoveDialog file={file} onRemove={remove} onClose={() => setAsked(undefined)} />
      )}
    </div>
  )
}
