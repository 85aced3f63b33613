/** The drawing with what happened on it: tokens where they stand, what was visited or reached marked. To look at, not to change. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../frame/button.tsx'
import { useLanguage } from '../language/language.tsx'
import { TRIAL_WORDS } from './words.ts'
import type { Viewer } from './viewer.ts'

export interface Marks {
  /** Element or flow -> class of its mark. */
  readonly classes: ReadonlyMap<string, string>
  /** Element -> what its badge says. */
  readonly badges: ReadonlyMap<string, string>
}

interface DiagramProps {
  readonly xml: string
  readonly marks: Marks
  /** Brought into sight. */
  readonly focus?: string | undefined
}

export function Diagram({ xml, marks, focus }: DiagramProps) {
  const { say, language } = useLanguage()
  const host = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<Viewer>()
  const [drawn, setDrawn] = useState<string>()

  useEffect(() => {
    let made: Viewer | undefined
    let gone = false
    const open = async (): Promise<void> => {
      const { createViewer } = await import('./viewer.ts')
      if (gone || host.current === null) return
      made = createViewer(host.current, language)
      setViewer(made)
    }
    void open()
    return () => {
      gone = true
      made?.destroy()
      setViewer(undefined)
      setDrawn(undefined)
    }
  }, [language])

  useEffect(() => {
    let gone = false
    if (viewer) void viewer.show(xml).then((isDrawn) => !gone && isDrawn && setDrawn(xml))
    return () => {
      gone = true
    }
  }, [viewer, xml])

  useEffect(() => {
    if (viewer && drawn === xml) viewer.mark(marks)
  }, [viewer, drawn, xml, marks])

  useEffect(() => {
    if (viewer && drawn === xml && focus !== undefined) viewer.reveal(focus)
  }, [viewer, drawn, xml, focus])

  return (
    <div class="trial-drawing">
      <div
        class="trial-diagram"
        ref={host}
        dir="ltr"
        role="group"
        aria-label={say(TRIAL_WORDS.diagramLabel)}
        tabIndex={0}
      />
      <div class="buttons">
        {(['in', 'out', 'fit'] as const).map((by) => (
          <Button key={by} onClick={() => viewer?.zoom(by)}>
            {say(ZOOM[by])}
          </Button>
        ))}
      </div>
    </div>
  )
}

const ZOOM = { in: TRIAL_WORDS.zoomIn, out: TRIAL_WORDS.zoomOut, fit: TRIAL_WORDS.zoomFit } as const
